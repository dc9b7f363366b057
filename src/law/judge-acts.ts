/** Rules acts in a situation, without a run: what probes and the refs of a scenario are asked (CONTRACTS.md, refs and signs). */
import type { Act } from './acts.ts';
import { isBreach, isMerit } from './algebra.ts';
import { actMatches, holds, seenMatches } from './match.ts';
import type { Seen } from './observations.ts';
import type { Duty, Law, Pattern } from './pack.ts';
import { type Firing, firings, gravest } from './rules.ts';
import { type Stack, stackOf, type Under } from './stack.ts';
import { type Axis, byAxis } from './trace.ts';

export type Sign = '+' | '0' | '-';

/** Acts begun together by a seat that knows and perceives this. `openDuties` names duties that came open earlier and still are. */
export interface Asked {
  readonly acts: readonly Act[];
  readonly knowing: Readonly<Record<string, string>>;
  readonly seeing: readonly Seen[];
  readonly openDuties?: readonly string[];
}

/** A sign per axis, whether grave on any, and every rule that fitted and duty that was met or given up, in stack order. */
export interface Signs {
  readonly signs: Readonly<Record<Axis, Sign>>;
  readonly grave: boolean;
  readonly rules: readonly string[];
}

/**
 * The signs of acts by themselves: rules on them, and duties they meet or give up that what is perceived opens (SPEC LW16).
 *
 * Any breach or duty given up makes `-`; else any merit or duty met makes `+`; else `0`. Duties missed elsewhere do not count. Throws for
 * an unknown pack.
 */
export function judgeActs(under: Under, asked: Asked): Signs {
  const stack = stackOf(under);
  const fired = firings(stack, asked.acts, asked);
  const ended = stack.duties.flatMap(({ item }): Ended[] => {
    const how = howEnded(item, stack, asked);
    return how === null ? [] : [{ duty: item, how }];
  });
  const isGravelyMissed = ({ duty, how }: Ended) => how === 'missed' && duty.grave.length > 0;
  return {
    signs: byAxis((axis) => signOn(axis, fired, ended)),
    grave: gravest(fired).some((voice) => voice.grave) || ended.some(isGravelyMissed),
    rules: [...fired.map((one) => one.rule.item.id), ...ended.map(({ duty }) => duty.id)],
  };
}

/**
 * How many probes each rule and duty of the law spoke in, under the packs named, by id in code-point order: zero means nothing tests it.
 */
export function coverage(
  law: Law,
  packs: readonly string[],
  asOf: string,
): readonly { readonly rule: string; readonly probes: number }[] {
  const layers = new Set(packs.flatMap((id) => law.packs[id]?.layers ?? []));
  const ids = [...layers].flatMap((id) => {
    const layer = law.layers[id];
    return layer === undefined ? [] : [...layer.rules, ...layer.duties].map((item) => item.id);
  });
  const counts = new Map(ids.sort().map((id) => [id, 0]));
  for (const probe of law.probes) {
    const spoke = packs.flatMap(
      (pack) => judgeActs({ law, pack, asOf, switches: probe.switches }, probe).rules,
    );
    for (const id of new Set(spoke)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].map(([rule, probes]) => ({ rule, probes }));
}

/** A duty that the acts end, met by one of them or given up. */
interface Ended {
  readonly duty: Duty;
  readonly how: 'met' | 'missed';
}

function howEnded(duty: Duty, stack: Stack, asked: Asked): Ended['how'] | null {
  const isBy = (patterns: readonly Pattern[]) =>
    asked.acts.some((act) => patterns.some((pattern) => actMatches(pattern, act)));
  const how = isBy(duty.metBy) ? 'met' : isBy(duty.waivedBy ?? []) ? 'missed' : null;
  return how !== null && isAsked(duty, stack, asked) ? how : null;
}

function isAsked(duty: Duty, stack: Stack, asked: Asked): boolean {
  if (asked.openDuties?.includes(duty.id)) return true;
  const situation = { ...stack.about, knowing: asked.knowing, seeing: asked.seeing };
  const sees = (pattern: Duty['opens'][number]) => asked.seeing.some((seen) => seenMatches(pattern, seen));
  return (
    duty.opens.some(sees) &&
    !duty.endsWith.some(sees) &&
    holds(duty.when, null, situation) &&
    !duty.unless.some((block) => holds(block, null, situation))
  );
}

function signOn(axis: Axis, fired: readonly Firing[], ended: readonly Ended[]): Sign {
  const verdicts = [
    ...fired.map((one) => one.rule.item.gives[axis]),
    ...ended.map(({ duty, how }) => duty[how][axis]),
  ].filter((verdict) => verdict !== undefined);
  if (verdicts.some(isBreach)) return '-';
  return verdicts.some(isMerit) ? '+' : '0';
}
