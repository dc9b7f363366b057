/** What takes longer than a glance after a save, worked out beside the program, in a thread of its own: what is overtaken is dropped. */
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Files } from '#scenario/read.ts';

/** A save to be looked at longer. */
export interface LaterWork {
  readonly save: number;
  readonly files: Files;
  /** By scenario; null for one that cannot be played as it stands. */
  readonly playbooks: ReadonlyMap<string, Playbook | null>;
  readonly law: Law | null;
  /** What was saved, so that it is looked at first. */
  readonly changed: readonly string[];
}

/** What came of it so far: told once without a proof, and once more with it. */
export interface LaterFound {
  readonly save: number;
  readonly problems: readonly Diagnostic[];
  /** How many plans were played; those of a scenario that cannot be played wait. */
  readonly plans: number;
  /**
   * How far scenarios could be proved fair in a glance: `whole` only where every proof came to its end; `coming` where plans and law are
   * told first; `none` where something is an error, or nothing can be played.
   */
  readonly proof: 'coming' | 'none' | 'in part' | 'whole';
  readonly ms: number;
}

/** Begins the thread. `onFound` hears of the last save only; `onBroke` once, if the thread cannot go on. */
export function laterChecks(
  onFound: (found: LaterFound) => void,
  onBroke: (cause: Error) => void,
): { readonly start: (work: LaterWork) => void; readonly stop: () => void } {
  const worker = new Worker(new URL('./watch-later-worker.ts', import.meta.url));
  worker.on('message', onFound);
  worker.on('error', onBroke);
  return {
    start: (work) => worker.postMessage(work),
    stop: () => void worker.terminate(),
  };
}
