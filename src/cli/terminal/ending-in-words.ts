/** How a session ended, as the command line says it: the author's title, with the id that an author writes. */
import { textOf } from '#exercise/words.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';

/** The id of the ending that a trace came to; null while it has none. */
export function endingOf(trace: readonly TraceEvent[]): string | null {
  const ended = trace.findLast((event) => event.kind === 'ended');
  return ended?.kind === 'ended' ? ended.ending : null;
}

/** `ended with “They are known” (known)`; an ending that no scenario writes has words of its own. */
export function endingInWords(playbook: Playbook, ending: string | null): string {
  if (ending === null) return 'not ended';
  const written = playbook.endings.find(({ id }) => id === ending);
  if (written === undefined) return `ended: ${NO_ENDING[ending] ?? ending}`;
  return `ended with “${textOf(playbook, written.title, { lang: 'en', words: 'plain' })}” (${ending})`;
}

/** Endings that no scenario writes, by their ids. */
export const NO_ENDING: Readonly<Record<string, string>> = {
  stopped: 'stopped by the player',
  'nothing-left': 'nothing more could happen',
  running: 'not ended',
};
