/**
 * What is fixed about standing actions, as bits: of the states that stand a mask tells at once which can be possible, and only what such an
 * action asks beside that is asked (possible-actions.ts).
 */
import type { Expr, Playbook } from '#scenario/playbook.ts';
import { int, reads } from './conditions.ts';
import { TOUCHES } from './touches.ts';

/** Bits of standing actions, 32 in each word; `words` many wherever they are listed. */
export interface PossibleTables {
  readonly words: number;
  /** By state: the actions that can be possible while it stands. */
  readonly while: Int32Array;
  /** By lane: the actions that ask something else which a change of that lane may turn. The last lane is a state not looked at yet. */
  readonly reads: Int32Array;
  /** By action: the condition of what else it asks; -1 for nothing. */
  readonly asks: Int32Array;
}

/** What is known of a run's standing actions. */
export interface PossibleActions {
  /** Of the seats that people play; found anew where `playedBy` is not what the run's head says (HEAD.played). */
  readonly may: Int32Array;
  playedBy: number;
  /** Possible now, and when offers were last told. */
  readonly now: Int32Array;
  readonly told: Int32Array;
  /** Whether what else is asked held when it was asked, and whether that still stands. */
  readonly held: Int32Array;
  readonly known: Int32Array;
}

/** How many lanes changes have: beyond so many, slots and regions share them. */
const LANES = 27;

/** Nothing known, nothing possible. */
export function noneAsked({ words }: PossibleTables): PossibleActions {
  const none = () => new Int32Array(words);
  return { may: none(), playedBy: 0, now: none(), told: none(), held: none(), known: none() };
}

/**
 * The tables of so many standing actions, first among the sources. Adds to `conditions` what they ask beside states, and marks the lanes
 * of what that reads in `slots` and `regions`.
 */
export function possibleTables(
  { regions, states }: Playbook,
  sources: readonly { readonly when: number }[],
  standing: number,
  conditions: Expr[],
  slots: Int32Array,
  places: Int32Array,
): PossibleTables {
  const words = Math.ceil(standing / 32);
  const masks = new Int32Array(states.length * words).fill(-1);
  const lanes = new Int32Array((LANES + 1) * words);
  let next = 0;
  const laneOf = (of: Int32Array, n: number) => {
    const had = int(of, n) & -TOUCHES.firstLane;
    if (had === 0) of[n] = int(of, n) | (TOUCHES.firstLane << (next++ % LANES));
    return laneAt(int(of, n) & -TOUCHES.firstLane);
  };
  const asks = Int32Array.from({ length: standing }, (_, n) => {
    const [word, bit] = [n >> 5, 1 << (n & 31)];
    const set = (of: Int32Array, row: number) => {
      of[row * words + word] = int(of, row * words + word) | bit;
    };
    set(lanes, LANES);
    const rest: Expr[] = [];
    for (const one of partsOf(conditions[sources[n]?.when ?? -1])) {
      const stands = standsOf(one);
      if (stands === null) rest.push(one);
      for (const state of regions[stands?.region ?? -1]?.states ?? []) {
        const at = state * words + word;
        if (!stands?.values.includes(state)) masks[at] = int(masks, at) & ~bit;
      }
    }
    if (rest.length === 0) return -1;
    const asked = rest.reduce((left, right): Expr => ({ op: 'and', left, right }));
    reads(
      asked,
      (slot) => set(lanes, laneOf(slots, slot)),
      (region) => set(lanes, laneOf(places, region)),
    );
    return conditions.push(asked) - 1;
  });
  return { words, while: masks, reads: lanes, asks };
}

/** What it asks of one region alone; null where it asks something else. */
function standsOf(expr: Expr): { readonly region: number; readonly values: readonly number[] } | null {
  if (expr.op === 'in' && expr.of.op === 'state') return { region: expr.of.region, values: expr.values };
  if (expr.op !== 'eq' || expr.left.op !== 'state' || expr.right.op !== 'const') return null;
  return { region: expr.left.region, values: [expr.right.value] };
}

/** The number of a lane by its bit. */
export function laneAt(bit: number): number {
  return 31 - Math.clz32(bit) - 4;
}

/** What a condition asks all of. */
function partsOf(expr: Expr | undefined): readonly Expr[] {
  if (expr === undefined) return [];
  return expr.op === 'and' ? [...partsOf(expr.left), ...partsOf(expr.right)] : [expr];
}
