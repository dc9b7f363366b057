/** A run replayed for whoever reads it: once, however many languages and laws it is then told in. */
import { makeEngine } from '#exercise/engine.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import type { Engine } from '#exercise/exercise.ts';
import { type Replayed, replay } from '#exercise/replay.ts';
import type { Playbook } from '#scenario/playbook.ts';

interface Run {
  readonly playbook: Playbook;
  readonly opening: Opening;
  readonly entries: readonly Entry[];
}
export type ReplayedRun = Replayed & { readonly engine: Engine };

interface Kept extends Omit<Run, 'entries'> {
  readonly length: number;
  readonly replayed: ReplayedRun;
}
/** By the very list of entries, with what it was replayed from: a list that has grown since is replayed anew. */
const KEPT = new WeakMap<readonly Entry[], Kept>();

/** As `replay` answers, with the engine it was played on; what was answered for the same three objects is answered again. */
export function replayedRun({ playbook, opening, entries }: Run): ReplayedRun {
  const had = KEPT.get(entries);
  const isSame = had?.playbook === playbook && had.opening === opening && had.length === entries.length;
  if (isSame) return had.replayed;
  const engine = makeEngine(playbook, opening, 'grid');
  const replayed = { ...replay(engine, entries), engine };
  KEPT.set(entries, { playbook, opening, length: entries.length, replayed });
  return replayed;
}
