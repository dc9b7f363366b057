/**
 * What would change a finding (SPEC DB17): the single changes of what the seat knew, of what the act was said to be for and of the law, under
 * which the same act, or the same duty, would be ruled otherwise. Found by asking the judge again; nothing is played.
 */
import { type Act, PURPOSES } from '#law/acts.ts';
import { isMerit } from '#law/algebra.ts';
import { FACTS } from '#law/facts.ts';
import type { Finding } from '#law/findings.ts';
import { judge } from '#law/judge.ts';
import { type Conditions, packOf, settingsOf } from '#law/pack.ts';
import { firings, gravest } from '#law/rules.ts';
import { type Stack, stackOf, type Under } from '#law/stack.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { ChangedBy, Worth } from './report.ts';
import type { Wording } from './wording.ts';

type Acted = Extract<TraceEvent, { readonly kind: 'act' }>;
/** A change to try: what it is, and what the finding would be under it. */
type Try = Omit<ChangedBy, 'becomes'> & { readonly becomes: () => Worth | null };

/**
 * Asks for each finding of one run. Laws are each asked once for the whole run; what was known and said, act by act. Of an act the other
 * packs, and the other settings of its own, are tried; facts are those that a rule on such an act reads and the seat can know.
 *
 * @param facts The facts that the seat can know in this scenario.
 */
export function whatWouldChange(
  trace: readonly TraceEvent[],
  under: Under & { readonly seat: string },
  findings: readonly Finding[],
  facts: readonly string[],
  words: Wording,
): (finding: Finding) => readonly ChangedBy[] {
  const stack = stackOf(under);
  const laws = lawsBeside(under).map((one) => ({ ...one, found: judge(trace, one.under).findings }));
  return (finding) => {
    const now = worthOf(finding);
    const ofLaw = laws.map(({ what, found }): Try => ({ ...what, becomes: () => sameIn(found, finding) }));
    const tries = [...knownOtherwise(finding, { trace, under, stack, findings, facts, words }), ...ofLaw];
    return gathered(
      tries.flatMap(({ becomes: ask, ...change }) => {
        const becomes = ask();
        return isSame(becomes, now) ? [] : [{ ...change, becomes }];
      }),
    );
  };
}

interface Run {
  readonly trace: readonly TraceEvent[];
  readonly under: Under & { readonly seat: string };
  readonly stack: Stack;
  readonly findings: readonly Finding[];
  readonly facts: readonly string[];
  readonly words: Wording;
}

function knownOtherwise(finding: Finding, run: Run): readonly Try[] {
  if ('duty' in finding.on) return dutyTries(finding, finding.on.duty, run);
  const { act } = finding.on;
  const event = run.trace.find((one) => one.kind === 'act' && one.id === act);
  return event?.kind === 'act' ? actTries(finding, event, run) : [];
}

/** The same act begun with other knowledge, or said to be for something else. */
function actTries(finding: Finding, event: Acted, run: Run): readonly Try[] {
  const { stack, words } = run;
  const isShort = run.trace.some((one) => one.kind === 'cut' && one.act === event.id);
  const noMerit = isShort || !('option' in event.source);
  const absorbed = run.findings.flatMap(({ on, axis, also }) =>
    'duty' in on && on.act === event.id && axis === finding.axis ? also : [],
  );
  const ask = (acts: readonly Act[], knowing: Acted['knowing']): Worth | null => {
    const fired = firings(stack, acts, { knowing, seeing: event.seeing });
    const voices = gravest(fired.filter(({ rule }) => !absorbed.includes(rule.item.id))).filter(
      ({ axis }) => axis === finding.axis,
    );
    const voice = voices.find(({ counts }) => counts === finding.counts) ?? voices[0];
    if (voice === undefined || (noMerit && isMerit(voice.verdict))) return null;
    const { verdict, grave, rule } = voice;
    return { verdict, grave, rule: rule.id, because: rule.because };
  };
  // Where the act by itself is not ruled as the run ruled it, a change of it says nothing of the run.
  if (!isSame(ask(event.acts, event.knowing), worthOf(finding))) return [];
  const rules = stack.rules.filter(({ item }) => event.acts.some(({ kind }) => item.of.includes(kind)));
  const read = factsRead(rules.map(({ item }) => item));
  const ofFacts = run.facts
    .filter((fact) => read.has(fact))
    .flatMap((fact) =>
      otherValues(fact, event.knowing[fact]).map(
        (value): Try => ({
          ...factChange(fact, value, words),
          becomes: () => ask(event.acts, { ...event.knowing, [fact]: value }),
        }),
      ),
    );
  const stated = event.acts.map(({ fields }) => fields.for);
  const ofPurpose = PURPOSES.filter((purpose) => !stated.every((one) => one === purpose)).map(
    (purpose): Try => ({
      what: 'purpose',
      name: 'for',
      label: '',
      values: [{ id: purpose, says: '' }],
      becomes: () =>
        ask(
          event.acts.map((act) => ({ ...act, fields: { ...act.fields, for: purpose } })),
          event.knowing,
        ),
    }),
  );
  return [...ofFacts, ...ofPurpose];
}

/** The same run, had the seat known otherwise from the start what the duty's conditions read. */
function dutyTries(finding: Finding, id: string, run: Run): readonly Try[] {
  const duty = run.stack.duties.find(({ item }) => item.id === id)?.item;
  if (duty === undefined) return [];
  const { trace, under, words } = run;
  const read = factsRead([duty]);
  return run.facts
    .filter((fact) => read.has(fact))
    .flatMap((fact) =>
      otherValues(fact, undefined).map(
        (value): Try => ({
          ...factChange(fact, value, words),
          becomes: () =>
            sameIn(judge(knownFromStart(trace, under.seat, fact, value), under).findings, finding),
        }),
      ),
    );
}

function factChange(fact: string, value: string, words: Wording): Omit<ChangedBy, 'becomes'> {
  const what = fact === 'identity' ? 'status' : fact === 'purpose' ? 'purpose' : 'fact';
  return {
    what,
    name: fact,
    label: words.fact(fact),
    values: [{ id: value, says: words.value(fact, value) }],
  };
}

function factsRead(items: readonly { readonly when: Conditions; readonly unless: readonly Conditions[] }[]) {
  return new Set(
    items.flatMap(({ when, unless }) => [when, ...unless]).flatMap(({ knowing }) => Object.keys(knowing)),
  );
}

function otherValues(fact: string, known: string | undefined): readonly string[] {
  const values = FACTS[fact]?.values ?? [];
  return values.filter((value) => value !== (known ?? values[0]));
}

/** The trace of a seat that knew a value all along; what it perceived and did stays. */
function knownFromStart(
  trace: readonly TraceEvent[],
  seat: string,
  fact: string,
  value: string,
): readonly TraceEvent[] {
  const was = FACTS[fact]?.values[0] ?? '';
  const all = trace.flatMap((event): TraceEvent[] => {
    if (!('seat' in event) || event.seat !== seat) return [event];
    if (event.kind === 'learnt' && event.fact === fact) return [];
    return event.kind === 'act' ? [{ ...event, knowing: { ...event.knowing, [fact]: value } }] : [event];
  });
  return [{ kind: 'learnt', at: 0, seq: 0, seat, fact, value, was, from: seat, basis: 'confirmed' }, ...all];
}

/** The other packs as they start, and the run's own with one switch set otherwise. */
function lawsBeside(under: Under & { readonly seat: string }) {
  const { law, pack } = under;
  const own = packOf(law, pack);
  const starts = Object.fromEntries(Object.entries(own.switches).map(([name, { start }]) => [name, start]));
  const set = { ...starts, ...under.switches };
  const otherwise = settingsOf(own).flatMap((switches) => {
    const [one, ...more] = Object.entries(switches).filter(([name, value]) => set[name] !== value);
    return one === undefined || more.length > 0 ? [] : [{ switches, name: one[0], value: one[1] }];
  });
  const others = Object.values(law.packs).filter(({ id }) => id !== pack);
  return [
    ...others.map(({ id, title }) => ({
      what: { what: 'pack', name: 'pack', label: '', values: [{ id, says: title }] } as const,
      under: { ...under, pack: id, switches: {} },
    })),
    ...otherwise.map(({ switches, name, value }) => ({
      what: { what: 'pack', name, label: own.title, values: [{ id: value, says: '' }] } as const,
      under: { ...under, switches },
    })),
  ];
}

/** What another ruling of the run says of the same act or duty on the same axis. */
function sameIn(found: readonly Finding[], { on, axis, counts }: Finding): Worth | null {
  const same = found.filter(
    (one) =>
      one.axis === axis &&
      ('duty' in on
        ? 'duty' in one.on && one.on.duty === on.duty && one.on.opened === on.opened
        : !('duty' in one.on) && one.on.act === on.act),
  );
  const own = same.find((one) => one.counts === counts) ?? same[0];
  return own === undefined ? null : worthOf(own);
}

function worthOf({ verdict, grave, rule, because }: Finding): Worth {
  return { verdict, grave, rule, because };
}

function isSame(one: Worth | null, other: Worth | null): boolean {
  return one?.verdict === other?.verdict && one?.grave === other?.grave;
}

/** Values of one name that lead to the same ruling are told together. */
function gathered(changes: readonly ChangedBy[]): readonly ChangedBy[] {
  const told = new Map<string, ChangedBy>();
  for (const change of changes) {
    const { what, name, label, becomes, values } = change;
    const key = JSON.stringify([what, name, label, becomes?.verdict, becomes?.grave, becomes?.rule]);
    const before = told.get(key);
    told.set(key, before === undefined ? change : { ...before, values: [...before.values, ...values] });
  }
  const order: readonly ChangedBy['what'][] = ['status', 'fact', 'purpose', 'pack'];
  return [...told.values()].sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what));
}
