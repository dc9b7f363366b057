/** What stands before the reader to be answered. Plain values; nothing is drawn here. */
import type { Level } from '#exercise/entries.ts';
import type { SeatView } from '#exercise/view.ts';

/** One opening of a decision, by name: opened again it is another. */
export function nameOfCard({
  decision,
  visit,
}: {
  readonly decision: string;
  readonly visit: number;
}): string {
  return `${decision}/${visit}`;
}

/** The card on top, once its answers are shown; where no card is, whatever is open stands among the actions. */
export function answerable({ decisions }: Pick<SeatView, 'decisions'>, level: Level): readonly string[] {
  if (level === 'uncued') return decisions.map(nameOfCard);
  return decisions
    .slice(0, 1)
    .filter(({ said }) => level !== 'say-first' || said)
    .map(nameOfCard);
}
