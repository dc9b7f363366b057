/** What a judge of the kernel found, in the words of the law: equal to `judge` over the decoded trace (SPEC RH5). */
import { at } from '#exercise/invariant.ts';
import { HOW, isBreach, OUTCOMES, WORDS } from '#law/algebra.ts';
import type { Finding, LetPass, Ruling, Standing } from '#law/findings.ts';
import { gravest } from '#law/rules.ts';
import { AXES, byAxis } from '#law/trace.ts';
import { NEVER } from './chances.ts';
import { int } from './conditions.ts';
import { OUTCOME, OUTCOME_SIZE } from './duty-outcomes.ts';
import { STAMP } from './events.ts';
import { actsOf } from './law-tables.ts';
import { DROPPED_SIZE, type Judge, SPOKEN, SPOKEN_SIZE } from './packed-judge.ts';
import { PASSED, PASSED_SIZE } from './questions.ts';
import type { Run } from './state.ts';

/** The whole ruling of the run that `judge.rule()` ruled last. */
export function rulingOf(judge: Judge, run: Run): Ruling {
  const { under, seat } = judge.law;
  const { watch } = judge;
  const duties = Array.from({ length: watch.outcomesN }, (_, n) => dutyFindings(judge, run, n)).flat();
  const rules = Array.from({ length: judge.spokenN }, (_, n) => ruleFindings(judge, run, n)).flat();
  const standing = (axis: number): Standing => {
    const counts = {
      standing: at(WORDS, int(judge.word, axis)),
      kept: int(judge.kept, axis),
      due: int(judge.due, axis),
    };
    const letPass = passedOn(judge, run, axis);
    return letPass.length === 0 ? counts : { ...counts, letPass };
  };
  return {
    pack: under.pack,
    asOf: under.asOf,
    seat: at(run.tables.playbook.seats, seat).id,
    axes: byAxis((_axis, n) => standing(n)),
    findings: [...duties, ...rules].sort(inOrder),
  };
}

function passedOn({ watch: { questions } }: Judge, run: Run, axis: number): readonly LetPass[] {
  return Array.from({ length: questions.passedN }, (_, n) =>
    questions.passed.subarray(n * PASSED_SIZE, (n + 1) * PASSED_SIZE),
  )
    .filter((one) => ((int(one, PASSED.axes) >> axis) & 1) === 1)
    .map((one) => ({
      at: int(one, PASSED.at),
      seq: int(one, PASSED.seq),
      decision: at(run.tables.playbook.decisions, int(one, PASSED.decision)).id,
      visit: int(one, PASSED.visit),
    }));
}

function dutyFindings(judge: Judge, run: Run, n: number): Finding[] {
  const { law, watch } = judge;
  const one = watch.outcomes.subarray(n * OUTCOME_SIZE, (n + 1) * OUTCOME_SIZE);
  const duty = int(one, OUTCOME.duty);
  const { item, authorities, unread } = at(law.stack.duties, duty);
  const outcome = at(OUTCOMES, int(one, OUTCOME.how));
  const gives = outcome === 'late' ? (item.late ?? {}) : item[outcome];
  const [when, opened, due, act] = [
    int(one, OUTCOME.at),
    int(one, OUTCOME.opened),
    int(one, OUTCOME.due),
    int(one, OUTCOME.act),
  ];
  const isMissed = int(one, OUTCOME.how) === HOW.missed;
  const found = watch.chances.first(duty, opened, isMissed && act >= 0 ? when : due < 0 ? NEVER : due);
  const chance = int(one, OUTCOME.before) === 1 ? null : found >= 0 ? found : act < 0 ? null : when;
  return AXES.flatMap((axis, a): Finding[] => {
    const verdict = gives[axis];
    if (verdict === undefined) return [];
    return [
      {
        axis,
        verdict,
        grave: isMissed && item.grave.includes(axis),
        at: when,
        seq: int(one, OUTCOME.seq),
        seat: at(run.tables.playbook.seats, law.seat).id,
        rule: item.id,
        title: item.titles[outcome],
        because: item.because,
        authorities,
        on: {
          duty: item.id,
          outcome,
          opened,
          due: due < 0 ? when : due,
          chance,
          act: act < 0 ? null : act,
        },
        also: isMissed ? [] : droppedFor(judge, act, a),
        counts: !(unread && isBreach(verdict)),
      },
    ];
  });
}

function droppedFor(judge: Judge, act: number, axis: number): string[] {
  const rules: string[] = [];
  for (let from = 0; from < judge.droppedN * DROPPED_SIZE; from += DROPPED_SIZE) {
    if (int(judge.dropped, from) !== act || int(judge.dropped, from + 1) !== axis) continue;
    rules.push(at(judge.law.stack.rules, int(judge.dropped, from + 2)).item.id);
  }
  return rules;
}

function ruleFindings(judge: Judge, run: Run, n: number): Finding[] {
  const { law } = judge;
  const one = judge.spoken.subarray(n * SPOKEN_SIZE, (n + 1) * SPOKEN_SIZE);
  const id = int(one, SPOKEN.act);
  const place = at(
    [...judge.watch.acts.subarray(0, judge.watch.actsN)].filter((from) => int(run.t, from + STAMP) === id),
    0,
  );
  const acts = actsOf(run.tables, at(run.tables.sources, int(run.t, place + STAMP + 1)));
  const axis = at(AXES, int(one, SPOKEN.axis));
  const from = int(one, SPOKEN.from);
  const fired = Array.from({ length: int(one, SPOKEN.count) }, (_, i) => ({
    rule: at(law.stack.rules, int(judge.voices, from + i * 2)),
    acts: acts.filter((_act, bit) => ((int(judge.voices, from + i * 2 + 1) >> bit) & 1) === 1),
  }));
  const { id: spoke } = at(law.stack.rules, int(one, SPOKEN.rule)).item;
  return gravest(fired)
    .filter((voice) => voice.axis === axis && voice.rule.id === spoke)
    .map((voice) => ({
      axis,
      verdict: voice.verdict,
      grave: voice.grave,
      at: int(run.t, place + 2),
      seq: int(run.t, place + 3),
      seat: at(run.tables.playbook.seats, law.seat).id,
      rule: voice.rule.id,
      title: voice.rule.title,
      because: voice.rule.because,
      authorities: voice.authorities,
      on: { act: id, kinds: [...new Set(voice.acts.map((act) => act.kind))] },
      also: voice.also,
      counts: voice.counts,
    }));
}

function inOrder(a: Finding, b: Finding): number {
  const byAxis = AXES.indexOf(a.axis) - AXES.indexOf(b.axis);
  return a.at - b.at || a.seq - b.seq || byAxis || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
