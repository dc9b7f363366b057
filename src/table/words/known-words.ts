/** The words for what is known: the value of a fact as the notebook says it. */
import type { DeskTexts } from './en/desk.ts';

/**
 * What the desk says for a value of a fact that law reads; for a scenario's own facts `words`, as its texts have them; without either
 * the value with its hyphens opened, which is how authors name them.
 */
export function valueWords(desk: DeskTexts, fact: string, value: string, words?: string): string {
  return desk.values[fact]?.[value] ?? words ?? value.replaceAll('-', ' ');
}
