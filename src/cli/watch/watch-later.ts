/** What takes longer than a glance after a save, worked out beside the program, in a thread of its own: what is overtaken is dropped. */
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Files } from '#scenario/read.ts';
import type { Word } from '#verify/prove.ts';

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
   * How far scenarios could be proved in a glance: `whole` only where every proof came to its end; `coming` where plans and law are told
   * first; `none` where something is an error, or nothing can be played.
   */
  readonly proof: 'coming' | 'none' | 'in part' | 'whole';
  /** Scenarios that are not proved because a plan of theirs goes otherwise, as `check` leaves them out. */
  readonly unproved: readonly string[];
  readonly ms: number;
}

/** How far proofs came whose properties have these words: what was shown by witness left runs that nobody followed. */
export function howFar(words: readonly Word[]): 'in part' | 'whole' {
  return words.every((word) => word === 'complete') ? 'whole' : 'in part';
}

/**
 * `onFound` hears of the last save only. Where the thread breaks, `onBroke` hears which save it was at, and the next save gets a new one.
 */
export function laterChecks(
  onFound: (found: LaterFound) => void,
  onBroke: (save: number, cause: Error) => void,
): { readonly start: (work: LaterWork) => void; readonly stop: () => void } {
  let worker: Worker | null = null;
  let save = 0;
  const begun = () => {
    const thread = new Worker(new URL('./watch-later-worker.ts', import.meta.url));
    thread.on('message', onFound);
    thread.on('error', (cause: Error) => {
      worker = null;
      onBroke(save, cause);
    });
    return thread;
  };
  return {
    start: (work) => {
      save = work.save;
      worker ??= begun();
      worker.postMessage(work);
    },
    stop: () => void worker?.terminate(),
  };
}
