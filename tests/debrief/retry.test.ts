/** Trying again from a finding gives back the very choice that the finding speaks of. */
import { expect, test } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { branch } from '#debrief/branch.ts';
import { debrief } from '#debrief/debrief.ts';
import type { FindingInContext } from '#debrief/report.ts';
import { makeEngine } from '#exercise/engine.ts';
import { type Entry, FIRST_SEQ, type Opening } from '#exercise/entries.ts';
import { replay } from '#exercise/replay.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import type { Act } from '#law/acts.ts';
import { actMatches } from '#law/match.ts';
import type { Duty, Law } from '#law/pack.ts';
import type { Source, TraceEvent } from '#law/trace.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { LAW, played, STREET } from './street.ts';

interface Run {
  readonly playbook: Playbook;
  readonly law: Law;
  readonly opening: Opening;
  readonly entries: readonly Entry[];
}

const TONGUE = { lang: 'en', words: 'codes' } as const;

/** Where a second try from this finding stands: the branch, replayed, and what the seat sees there. */
function secondTry({ playbook, opening, entries }: Run, { retry, finding }: FindingInContext) {
  if (retry === null) throw new Error('no retry');
  const made = branch(opening, entries, retry.seq);
  const engine = makeEngine(playbook, made.opening, 'grid');
  const { exercise, trace, equal } = replay(engine, made.entries);
  expect(equal).toBe(true);
  expect(made.entries.at(-1)?.seq ?? FIRST_SEQ - 1).toBe(retry.seq);
  return { engine, exercise, trace, view: seatView(engine, exercise, trace, finding.seat, TONGUE) };
}

/** What the act that a finding rests on came from. */
function sourceOf(trace: readonly TraceEvent[], act: number): Source {
  const found = trace.find((event) => event.kind === 'act' && event.id === act);
  if (found?.kind !== 'act') throw new Error(`no act ${act}`);
  return found.source;
}

/** Tries every finding against again; answers how many choices, standing acts and duties were found open anew. */
function tryAll(run: Run): { choices: number; actions: number; duties: number; givenUp: number } {
  const seen = { choices: 0, actions: 0, duties: 0, givenUp: 0 };
  const whole = replay(makeEngine(run.playbook, run.opening, 'grid'), run.entries).trace;
  for (const one of debrief(run).findings.filter(({ retry }) => retry !== null)) {
    const { finding, retry } = one;
    const { engine, exercise, trace, view } = secondTry(run, one);
    const at = Math.max(exercise.at, retry?.at ?? 0);
    const { on } = finding;
    const act = 'duty' in on && on.outcome !== 'missed' ? null : on.act;
    if (act === null) {
      seen.duties += 1;
      const moved = step(engine, exercise, { kind: 'advance', at });
      if (!moved.ok) throw new Error(moved.why);
      const meets = dutyOf(run.law, finding.rule).metBy;
      const open = onOffer([...trace, ...moved.trace], finding.seat);
      const fits = open.some((act) => meets.some((pattern) => actMatches(pattern, act)));
      expect(fits, `${finding.rule}: what meets it is on offer at ${at}`).toBe(true);
      continue;
    }
    // A choice that gave up a duty is tried again as any other choice (LW29).
    if ('duty' in on) seen.givenUp += 1;
    const source = sourceOf(whole, act);
    if ('action' in source) {
      seen.actions += 1;
      expect(
        view.actions.map(({ id }) => id),
        finding.rule,
      ).toContain(source.action);
      const again = step(engine, exercise, { kind: 'act', at, seat: finding.seat, action: source.action });
      expect(again.ok, finding.rule).toBe(true);
    } else if ('decision' in source) {
      seen.choices += 1;
      const card = view.decisions.find((open) => open.decision === source.decision);
      expect(card, `${finding.rule}: ${source.decision} is open anew`).toMatchObject({
        visit: source.visit,
        ready: true,
      });
      expect(card?.options.length).toBeGreaterThan(1);
      for (const { id } of card?.options ?? []) {
        const chosen = { decision: source.decision, visit: source.visit, option: id };
        const again = step(engine, exercise, { kind: 'choose', at, seat: finding.seat, ...chosen });
        expect(again.ok, `${finding.rule}: ${id}`).toBe(true);
      }
    }
  }
  return seen;
}

function dutyOf(law: Law, rule: string): Duty {
  const duty = law.layers[rule.split('/')[0] ?? '']?.duties.find((one) => one.id === rule);
  if (duty === undefined) throw new Error(`no duty ${rule}`);
  return duty;
}

/** Every act the seat could do now. */
function onOffer(trace: readonly TraceEvent[], seat: string): readonly Act[] {
  const open = new Map<string, readonly Act[]>();
  for (const event of trace) {
    if (event.kind === 'offered' && event.seat === seat) open.set(JSON.stringify(event.source), event.acts);
    if (event.kind === 'withdrawn' && event.seat === seat) open.delete(JSON.stringify(event.source));
  }
  return [...open.values()].flat();
}

test('[DB4] the opening is seq 0 and the first entry 1, wherever a seq is read', () => {
  const run = played([{ at: 2_000, choose: 'approach/dark' }, { at: 300_000 }]);
  expect(run.entries.map(({ seq }) => seq)).toEqual(run.entries.map((_, n) => FIRST_SEQ + n));
  const [first] = debrief({ playbook: STREET, law: LAW, ...run }).findings;
  expect([first?.finding.seq, first?.retry?.seq]).toEqual([FIRST_SEQ, FIRST_SEQ - 1]);
});

test('[DB4] in the street, each second try gives back the very decision', () => {
  const run = played([
    { at: 2_000, choose: 'approach/dark' },
    { at: 62_000, choose: 'request/hold' },
    { at: 300_000 },
  ]);
  const seen = tryAll({ playbook: STREET, law: LAW, ...run });
  expect(seen.choices).toBeGreaterThanOrEqual(3);
  expect(seen.duties).toBeGreaterThanOrEqual(1);
});

test.each([
  ['reckless-federal', 0],
  ['reckless-impostors', 1],
] as const)(
  '[DB4] [LW29] in %s, every finding against that offers a second try gives back the very decision, also where it gave up a duty',
  { timeout: 60_000 },
  (name, givenUp) => {
    const playbook = shippedPlaybook('residence-207');
    const { plan } = readPlanFor(playbook, readSources(), `residence-207/plans/${name}.plan.yaml`);
    if (plan === null) throw new Error('The plan does not read.');
    const { opening, entries } = runPlan(playbook, plan, { toEnd: true });
    const seen = tryAll({ playbook, law: shippedLaw(), opening, entries });
    expect(seen.choices).toBeGreaterThan(3);
    expect(seen.duties).toBeGreaterThan(0);
    expect(seen.givenUp).toBe(givenUp);
  },
);
