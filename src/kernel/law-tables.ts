/**
 * A pack on a day as tables for one seat of one playbook: what can be said of each of its acts is worked out beforehand, so that only what
 * the seat knows and perceives is left to ask (SPEC RH5).
 */
import { canonicalJson } from '#language/canonical.ts';
import type { Act } from '#law/acts.ts';
import { AXIS_COUNT, HOW, isBreach, OUTCOMES, signOf } from '#law/algebra.ts';
import { FACTS } from '#law/facts.ts';
import type { Verdict } from '#law/findings.ts';
import { actMatches, holds, seenMatches } from '#law/match.ts';
import type { Conditions, Duty, Law, Pattern, Rule } from '#law/pack.ts';
import { type InForce, type Stack, stackOf, type Under } from '#law/stack.ts';
import { AXES } from '#law/trace.ts';
import { int } from './conditions.ts';
import type { Tables } from './tables.ts';

/** What is left to ask of conditions: facts by place among those the seat can know, with the values that fit; observations that fit. */
export interface Asks {
  readonly facts: Int32Array;
  /** By value: 0 where nothing was learnt, else the value above the slot's least, plus 1. */
  readonly fits: readonly Uint8Array[];
  readonly seeing: readonly Uint8Array[];
}
/** A rule that may fit an act of a source: `bit` is the act's in masks over the source's acts. */
export interface Candidate {
  readonly rule: number;
  readonly acts: readonly { readonly bit: number; readonly when: Asks; readonly unless: readonly Asks[] }[];
}
/** The tables of one pack, day and seat. Sources are those of the kernel's tables. */
export interface LawTables {
  readonly under: Under;
  readonly seat: number;
  readonly stack: Stack;
  /** Rules that may fit, by source, in stack order. */
  readonly candidates: readonly (readonly Candidate[])[];
  /** By source and act, the number of the act's content: equal acts have equal numbers. */
  readonly contents: readonly Int32Array[];
  readonly contentCount: number;
  /** By source and act, the acts of the source that are the very same object. */
  readonly alike: readonly Int32Array[];
  /** Signs of the law's algebra, read by `ruleSign` and `dutySign`; -1 where rule or outcome is silent. */
  readonly ruleSigns: Int32Array;
  readonly dutySigns: Int32Array;
  /** By duty times sources: which of the source's acts meet it, which undo what met it, which give it up. */
  readonly meets: Int32Array;
  readonly undoes: Int32Array;
  readonly waives: Int32Array;
  /** Duties that each observation opens, in stack order. */
  readonly opens: readonly Int32Array[];
  /** By duty times observations: 1 where it ends the duty, 2 where the duty is due then. */
  readonly onSight: Int32Array;
  readonly when: readonly (Asks | null)[];
  readonly unless: readonly (readonly Asks[])[];
  /** Milliseconds it is due after opening; -1 where it waits for an observation, -2 for ENDEX. */
  readonly within: Int32Array;
}

const kept = new WeakMap<Tables, WeakMap<Law, Map<string, LawTables>>>();

/** The tables of a pack for tables of a kernel; made on first asking. Throws for an unknown pack. */
export function lawTablesOf(tables: Tables, under: Under, seat: number): LawTables {
  const { law, pack, asOf, switches } = under;
  const byLaw = kept.get(tables) ?? new WeakMap<Law, Map<string, LawTables>>();
  kept.set(tables, byLaw);
  const had = byLaw.get(law) ?? new Map<string, LawTables>();
  byLaw.set(law, had);
  const key = canonicalJson([pack, asOf, switches, seat]);
  const made = had.get(key) ?? make(tables, under, seat);
  had.set(key, made);
  return made.under === under ? made : { ...made, under };
}

/** What a rule says on an axis, as a sign. */
export function ruleSign({ ruleSigns }: LawTables, rule: number, axis: number): number {
  return int(ruleSigns, rule * AXIS_COUNT + axis);
}

/** What a duty says on an axis where it ended so (HOW of the law's algebra), as a sign. */
export function dutySign({ dutySigns }: LawTables, duty: number, how: number, axis: number): number {
  return int(dutySigns, (duty * OUTCOMES.length + how) * AXIS_COUNT + axis);
}

/** Whether what is asked holds of what is known (by place, as `Asks.fits` numbers values) and of the first `n` observations seen. */
export function fits(asks: Asks, known: Int32Array, seen: Int32Array, n: number): boolean {
  for (let i = 0; i < asks.facts.length; i++) {
    if (asks.fits[i]?.[int(known, int(asks.facts, i))] !== 1) return false;
  }
  for (const wanted of asks.seeing) {
    let any = false;
    for (let i = 0; i < n && !any; i++) any = wanted[int(seen, i)] === 1;
    if (!any) return false;
  }
  return true;
}

/** The acts of a source, as its playbook states them. */
export function actsOf({ playbook }: Tables, source: Tables['sources'][number]): readonly Act[] {
  const { action, decision, option } = source;
  const from = action >= 0 ? playbook.actions[action] : playbook.decisions[decision]?.options[option];
  return from?.acts ?? [];
}

function make(tables: Tables, under: Under, seat: number): LawTables {
  const stack = stackOf(under);
  const { observations } = tables.playbook;
  const sources = tables.sources.map((source) => (source.seat === seat ? actsOf(tables, source) : []));
  const numbers = new Map<string, number>();
  const contents = sources.map((acts) =>
    Int32Array.from(acts, (act) => {
      const key = canonicalJson(act);
      const had = numbers.get(key) ?? numbers.size;
      numbers.set(key, had);
      return had;
    }),
  );
  const asks = (conditions: Conditions, act: Act | null) => asksOf(tables, seat, stack, conditions, act);
  const masks = (patterns: (duty: Duty) => readonly Pattern[]) =>
    Int32Array.from(
      stack.duties.flatMap(({ item }) =>
        sources.map((acts) =>
          bitsOf(acts, (act) => patterns(item).some((pattern) => actMatches(pattern, act))),
        ),
      ),
    );
  const sees = (patterns: readonly Pattern[], n: number) =>
    patterns.some((pattern) => {
      const seen = observations[n];
      return seen !== undefined && seenMatches(pattern, seen);
    });
  return {
    under,
    seat,
    stack,
    candidates: sources.map((acts) => candidatesOf(stack, acts, asks)),
    contents,
    contentCount: numbers.size,
    alike: sources.map((acts) => Int32Array.from(acts, (act) => bitsOf(acts, (other) => other === act))),
    ruleSigns: Int32Array.from(
      stack.rules.flatMap((rule) =>
        AXES.map((axis) => signIn(rule, rule.item.gives[axis], rule.item.grave.includes(axis))),
      ),
    ),
    dutySigns: Int32Array.from(
      stack.duties.flatMap((duty) =>
        [duty.item.met, duty.item.late ?? {}, duty.item.missed].flatMap((gives, outcome) =>
          AXES.map((axis) =>
            signIn(duty, gives[axis], outcome === HOW.missed && duty.item.grave.includes(axis)),
          ),
        ),
      ),
    ),
    meets: masks((duty) => duty.metBy),
    undoes: masks((duty) => duty.undoneBy),
    waives: masks((duty) => duty.waivedBy ?? []),
    opens: observations.map((_, n) =>
      Int32Array.from(stack.duties.flatMap(({ item }, duty) => (sees(item.opens, n) ? [duty] : []))),
    ),
    onSight: Int32Array.from(
      stack.duties.flatMap(({ item }) =>
        observations.map(
          ({ observation }, n) =>
            (sees(item.endsWith, n) ? 1 : 0) +
            ('until' in item.due && item.due.until === observation ? 2 : 0),
        ),
      ),
    ),
    when: stack.duties.map(({ item }) => asks(item.when, null)),
    unless: stack.duties.map(({ item }) =>
      item.unless.flatMap((block) => {
        const left = asks(block, null);
        return left === null ? [] : [left];
      }),
    ),
    within: Int32Array.from(stack.duties, ({ item: { due } }) =>
      'withinMs' in due ? due.withinMs : due.until === 'endex' ? -2 : -1,
    ),
  };
}

function signIn(of: InForce<Rule | Duty>, verdict: Verdict | undefined, grave: boolean): number {
  return verdict === undefined ? -1 : signOf(verdict, grave, !(of.unread && isBreach(verdict)));
}

function bitsOf(acts: readonly Act[], which: (act: Act) => boolean): number {
  return acts.reduce((mask, act, n) => (which(act) ? mask | (1 << n) : mask), 0);
}

function candidatesOf(
  stack: Stack,
  acts: readonly Act[],
  asks: (conditions: Conditions, act: Act) => Asks | null,
): readonly Candidate[] {
  return stack.rules.flatMap(({ item }, rule): Candidate[] => {
    const fitting = acts.flatMap((act, n) => {
      if (!item.of.includes(act.kind)) return [];
      const when = asks(item.when, act);
      if (when === null) return [];
      const unless = item.unless.flatMap((block) => {
        const left = asks(block, act);
        return left === null ? [] : [left];
      });
      return [{ bit: 1 << n, when, unless }];
    });
    return fitting.length === 0 ? [] : [{ rule, acts: fitting }];
  });
}

/** What is left to ask of conditions once act, day and switches are known; null where they can never hold. */
function asksOf(
  tables: Tables,
  seat: number,
  stack: Stack,
  conditions: Conditions,
  act: Act | null,
): Asks | null {
  const { slots, observations } = tables.playbook;
  const known = [...(tables.knownOf[seat] ?? [])];
  const settled = { ...conditions, knowing: {}, seeing: [] };
  if (!holds(settled, act, { ...stack.about, knowing: {}, seeing: [] })) return null;
  const facts: number[] = [];
  const tests: Uint8Array[] = [];
  for (const [fact, values] of Object.entries(conditions.knowing)) {
    const unlearnt = values.includes(FACTS[fact]?.values[0] ?? '');
    const place = known.findIndex((slot) => slots[slot]?.known?.fact === fact);
    const slot = slots[known[place] ?? -1];
    if (slot === undefined) {
      if (!unlearnt) return null;
      continue;
    }
    const names = Array.from(
      { length: slot.max - slot.min + 1 },
      (_, n) => slot.values?.[n + slot.min] ?? String(n + slot.min),
    );
    facts.push(place);
    tests.push(Uint8Array.from([unlearnt, ...names.map((name) => values.includes(name))], Number));
  }
  const seeing = conditions.seeing.map((pattern) =>
    Uint8Array.from(observations, (seen) => (seenMatches(pattern, seen) ? 1 : 0)),
  );
  if (seeing.some((wanted) => !wanted.includes(1))) return null;
  return { facts: Int32Array.from(facts), fits: tests, seeing };
}
