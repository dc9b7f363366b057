/** How a run ended, in the author's words, or in the desk's own where no author wrote that ending. */
import type { SeatView } from '#exercise/view.ts';
import type { DeskTexts } from './en/desk.ts';

/** Title and text, never empty. */
export function endingWords(
  t: DeskTexts['play'],
  { id, title, text }: NonNullable<SeatView['ended']>,
): { readonly title: string; readonly text: string } {
  if (title !== '') return { title, text };
  return id === 'nothing-left'
    ? { title: t.nothingLeft, text: t.nothingLeftText }
    : { title: t.stopped, text: t.stoppedText };
}
