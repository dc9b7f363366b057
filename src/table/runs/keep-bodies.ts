/** Runs that were kept before bodies were get those they still fit, before a new version of the page takes these away (SPEC JN14). */
import { bodiesOf } from './bodies.ts';
import type { Room } from './open-run.ts';
import { stageOf } from './stage.ts';

/** Never throws: what could not be kept is tried again at the next visit. */
export async function keepBodies({ library, storage: { journal } }: Room): Promise<void> {
  if (library.follows === true) return;
  try {
    for (const card of await journal.list()) {
      if (card.state === 'damaged' || card.bodies !== null) continue;
      const stage = await stageOf(library, journal, card);
      if (stage === null || stage.law === null) continue;
      await journal.keepBodies(card.id, bodiesOf(stage.playbook, stage.law, stage.pack.id));
    }
  } catch {
    return;
  }
}
