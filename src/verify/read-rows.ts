/** Properties 5 and 6: what reading alone settles, told beside what is proved (DESIGN §7, SPEC RH44). */
import type { Proof } from './prove.ts';

/** What was asked of a scenario as it is written, and how long it took in seconds. */
export interface Asked {
  /** Acts that a person can do, each asked of every rule and duty (RH45). */
  readonly acts: number;
  readonly lawSeconds: number;
  /** Options of decisions, each read for what gives it away. */
  readonly options: number;
  readonly writingSeconds: number;
}

/**
 * The lines of properties 5 and 6 of one scenario, for every pack and truth that its `proofs` have, in their order: always whole, since
 * nothing is explored. What they found wrong stands among the problems.
 */
export function readRows(proofs: readonly Proof[], asked: Asked): readonly Proof[] {
  const pairs = new Map(proofs.map((proof) => [`${proof.pack} ${proof.truth ?? ''}`, proof]));
  return [...pairs.values()].flatMap(({ scenario, pack, truth }) => {
    const row = { scenario, pack, truth, word: 'complete', edges: 0, frontier: 0, bytesPerState: 0 } as const;
    return [
      { ...row, property: 5, states: asked.acts, seconds: asked.lawSeconds },
      { ...row, property: 6, states: asked.options, seconds: asked.writingSeconds },
    ] as const;
  });
}
