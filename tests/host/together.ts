/** A host over the fixture in which several people sit, with real time moved by hand: for tests of what each of them sees. */
import { makeEngine } from '#exercise/engine.ts';
import type { Opening } from '#exercise/entries.ts';
import type { Exercise } from '#exercise/exercise.ts';
import { replay } from '#host/core.ts';
import { exerciseCore } from '#host/exercise-core.ts';
import { Host } from '#host/host.ts';
import { memoryJournal } from '#journal/memory.ts';
import type { RunStore } from '#journal/run-store.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { playbook as fixture, opening } from '../exercise/fixture.ts';
import { type HandTempo, handTempo } from '../table/hand-tempo.ts';

export const ENGLISH = { lang: 'en', words: 'codes' } as const;
export const RUN = 'together';

export interface Together {
  readonly host: Host<Exercise>;
  readonly journal: RunStore;
  readonly tempo: HandTempo;
  readonly opening: Opening;
  /** Why the host stopped by itself, in order. */
  readonly stopped: readonly string[];
}

/** STARTEX, or going on from what a journal holds. */
export async function together(
  more: Partial<Opening> = {},
  playbook: Playbook = fixture,
  journal: RunStore = memoryJournal(),
): Promise<Together> {
  const begun = opening({ seats: ['patrol', 'dispatch'], ...more });
  const core = exerciseCore(makeEngine(playbook, begun, 'grid'));
  const tempo = handTempo();
  const kept = await journal.read(RUN);
  if (kept === null)
    await journal.create(RUN, begun, { title: 'Together', touched: 0, at: 0, state: 'running' });
  const again = replay(core, kept?.entries ?? []);
  if (!again.ok) throw new Error(`entry ${again.seq} does not replay`);
  const stopped: string[] = [];
  const host = new Host({
    ...{ core, journal, tempo, run: RUN, played: again.played },
    at: kept?.meta.at ?? 0,
    held: false,
    onStopped: (why) => stopped.push(why),
  });
  return { host, journal, tempo, opening: begun, stopped };
}

/** A stream of names that nobody draws twice, the same for the same seed: chance that a test can repeat. */
export function names(seed: number): () => string {
  let state = seed * 2 + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `n${state.toString(36)}`;
  };
}
