/** What rules say of acts begun together: per axis the gravest verdict, with everything else that spoke (SPEC LW7). */
import type { Act } from './acts.ts';
import { heavier, isBreach, isMerit, signOf, weigh } from './algebra.ts';
import type { Verdict } from './findings.ts';
import { actMatches, holds, type Situation } from './match.ts';
import type { Rule } from './pack.ts';
import type { InForce, Stack } from './stack.ts';
import { AXES, type Axis } from './trace.ts';

/** One verdict on one axis over all acts begun together. */
export interface Spoken {
  readonly axis: Axis;
  readonly verdict: Verdict;
  readonly grave: boolean;
  readonly rule: Rule;
  /** Of every rule that points the same way. */
  readonly authorities: readonly string[];
  /** The acts this rule matched, in the order they were begun. */
  readonly acts: readonly Act[];
  /** Other rules that spoke on this axis, in stack order. */
  readonly also: readonly string[];
  readonly counts: boolean;
}

/** A rule that fits, with the acts it fits. */
export interface Firing {
  readonly rule: InForce<Rule>;
  readonly acts: readonly Act[];
}

/** Every rule that fits one of the acts in that situation, in stack order. */
export function firings(
  stack: Stack,
  acts: readonly Act[],
  known: Pick<Situation, 'knowing' | 'seeing'>,
): Firing[] {
  const situation = { ...stack.about, knowing: known.knowing, seeing: known.seeing };
  return stack.rules.flatMap((rule) => {
    const fits = acts.filter((act) => ruleFits(rule.item, act, situation));
    return fits.length === 0 ? [] : [{ rule, acts: fits }];
  });
}

/**
 * Per axis, in the order of AXES: the gravest verdict over all firings; merit never cancels a breach, and a silent axis gets nothing.
 *
 * A breach that does not count (it rests on unread policy only) hides nothing: it is given beside the gravest of those that count.
 */
export function gravest(fired: readonly Firing[]): Spoken[] {
  return AXES.flatMap((axis) => {
    const voices = fired.flatMap(({ rule, acts }): Voice[] => {
      const verdict = rule.item.gives[axis];
      if (verdict === undefined) return [];
      const counts = !(rule.unread && isBreach(verdict));
      const grave = rule.item.grave.includes(axis);
      return [{ rule, acts, verdict, grave, counts, sign: signOf(verdict, grave, counts) }];
    });
    const counting = pick(voices.filter((voice) => voice.counts));
    const shown = pick(voices.filter((voice) => !voice.counts));
    const leading = [
      counting,
      shown !== null && (counting === null || weigh(shown.sign) > weigh(counting.sign)) ? shown : null,
    ].filter((voice) => voice !== null);
    return leading.map((voice) => spoken(axis, voice, voices, leading));
  });
}

interface Voice {
  readonly rule: InForce<Rule>;
  readonly acts: readonly Act[];
  readonly verdict: Verdict;
  readonly grave: boolean;
  readonly counts: boolean;
  readonly sign: number;
}

function ruleFits(rule: Rule, act: Act, situation: Situation): boolean {
  return (
    rule.of.some((kind) => actMatches({ name: kind, fields: {} }, act)) &&
    holds(rule.when, act, situation) &&
    !rule.unless.some((block) => holds(block, act, situation))
  );
}

/** The weightiest; of equals the first in stack order. */
function pick(voices: readonly Voice[]): Voice | null {
  return voices.reduce<Voice | null>(
    (best, voice) => (best !== null && heavier(best.sign, voice.sign) === best.sign ? best : voice),
    null,
  );
}

function spoken(axis: Axis, voice: Voice, voices: readonly Voice[], leading: readonly Voice[]): Spoken {
  const sameWay = voices.filter((other) => direction(other.verdict) === direction(voice.verdict));
  const authorities = [voice, ...sameWay].flatMap((other) => other.rule.authorities);
  return {
    axis,
    verdict: voice.verdict,
    grave: voice.grave,
    rule: voice.rule.item,
    authorities: [...new Set(authorities)],
    acts: voice.acts,
    also: voices.filter((other) => !leading.includes(other)).map((other) => other.rule.item.id),
    counts: voice.counts,
  };
}

function direction(verdict: Verdict): number {
  return isBreach(verdict) ? -1 : isMerit(verdict) ? 1 : 0;
}
