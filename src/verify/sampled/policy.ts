/**
 * A play that uses only what a seat sees: what it answers each question, and which standing actions it begins in what order, from when on
 * (SPEC RH41). Under truths the seat has not told apart it does the same.
 */
import { int } from '#kernel/conditions.ts';
import type { Kernel } from '#kernel/kernel.ts';
import { HEAD, OPEN, OPEN_SIZE, type Run, SEAT, SEAT_SIZE } from '#kernel/state.ts';
import type { Tables } from '#kernel/tables.ts';
import type { Move } from '../exhaustive/belief-graph.ts';

/** A standing action to begin once, as soon as it can be from a moment on. */
export interface Intent {
  readonly source: number;
  readonly from: number;
}
/** By decision the option to take, -1 to say nothing; and what to do unasked, the first that can be done first. */
export interface Policy {
  readonly answers: readonly number[];
  readonly intents: readonly Intent[];
}

/** Plays on from where the kernel stands until the run is over. `did` are the sources begun before; `moved` is told of each move. */
export function playOn(
  kernel: Kernel,
  seat: number,
  policy: Policy,
  did: readonly number[],
  moved: (move: Move) => void,
): void {
  const { run, tables } = kernel;
  const left = remaining(policy.intents, did);
  for (let moves = 0; kernel.ended === -1 && moves < MOST_MOVES; moves++) {
    const source = nextOf(run, tables, seat, policy, left);
    if (source !== null && kernel.take(kernel.at, source.n, source.visit) === null) {
      moved({ move: source.n, ms: 0 });
      const place = left.findIndex((one) => one.source === source.n);
      if (place >= 0) left.splice(place, 1);
      continue;
    }
    if (kernel.nextDue < 0) return;
    const now = kernel.at;
    const wanted = left.filter(({ from }) => from > now).map(({ from }) => from);
    const until = Math.min(kernel.nextDue, ...wanted);
    if (kernel.advance(until) !== null) return;
    moved({ move: -1, ms: until - now });
  }
}

/** More moves than any run has. */
const MOST_MOVES = 5000;

/** What is left to do of the intents, given what was begun already. */
function remaining(intents: readonly Intent[], did: readonly number[]): Intent[] {
  const done = [...did];
  return intents.filter(({ source }) => {
    const place = done.indexOf(source);
    if (place >= 0) done.splice(place, 1);
    return place < 0;
  });
}

function nextOf(
  run: Run,
  { sources, optionsAt }: Tables,
  seat: number,
  { answers }: Policy,
  left: readonly Intent[],
): { readonly n: number; readonly visit: number } | null {
  const at = seat * SEAT_SIZE;
  const kind = int(run.seats, at + SEAT.kind);
  const now = int(run.s, HEAD.at);
  const offered = (n: number) => {
    for (let i = 0; i < run.offersN; i += 2) if (int(run.offers, i) === n) return true;
    return false;
  };
  if (kind !== 2) {
    for (let i = 0; i < int(run.s, HEAD.open) * OPEN_SIZE; i += OPEN_SIZE) {
      const decision = int(run.open, i);
      // A standing act is finished first where there is time: an answer would cut it.
      if (kind === 1 && int(run.seats, at + SEAT.free) < int(run.open, i + OPEN.lapses)) continue;
      const answer = answers[decision] ?? -1;
      const n = int(optionsAt, decision) + answer;
      if (answer >= 0 && sources[n]?.seat === seat && offered(n))
        return { n, visit: int(run.open, i + OPEN.visit) };
    }
  }
  if (kind !== 0) return null;
  const intent = left.find(({ source, from }) => from <= now && offered(source));
  return intent === undefined ? null : { n: intent.source, visit: 0 };
}
