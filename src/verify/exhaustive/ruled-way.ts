/** One way through a scenario played from STARTEX and ruled in full: for what a proof has to say about it. */

import { int } from '#kernel/conditions.ts';
import { Kernel } from '#kernel/kernel.ts';
import { Judge } from '#kernel/packed-judge.ts';
import { rulingOf } from '#kernel/ruling.ts';
import { HEAD } from '#kernel/state.ts';
import type { Ruling } from '#law/findings.ts';
import type { Truths } from '../basis/truths.ts';
import type { Move } from './belief-graph.ts';
import { EXTENDED, type Matter } from './exploration.ts';

/** A ruling, with what the run did: by act id the source it came from. */
export interface Ruled {
  readonly ruling: Ruling;
  readonly sourceOf: (act: number) => number;
}

/** Plays the moves under the truths and rules the run as far as it goes. */
export function ruled({ playbook, seat, under }: Matter, truths: Truths, moves: readonly Move[]): Ruled {
  const id = playbook.seats[seat]?.id ?? '';
  const kernel = new Kernel(playbook, { seats: [id], extended: EXTENDED });
  const judge = new Judge(kernel.run, under, seat);
  kernel.openWith(truths);
  const acts = new Map<number, number>();
  for (const { move, ms } of moves) {
    if (move < 0) {
      kernel.advance(kernel.at + ms);
      continue;
    }
    const { offers, offersN } = kernel.run;
    for (let i = 0; i < offersN; i += 2) {
      if (offers[i] !== move) continue;
      const before = int(kernel.run.s, HEAD.acts);
      kernel.take(kernel.at, move, offers[i + 1] ?? 0);
      acts.set(before + 1, move);
      break;
    }
  }
  judge.rule();
  return { ruling: rulingOf(judge, kernel.run), sourceOf: (act) => acts.get(act) ?? -1 };
}
