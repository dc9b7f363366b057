/** The words for what is known: the value of a fact as the notebook says it. */
import { desk } from '#table/texts/en/desk.ts';

/** The value's own words where the desk has them; else the value with its hyphens opened, which is how authors name them. */
export function valueWords(fact: string, value: string): string {
  return desk.values[fact]?.[value] ?? value.replaceAll('-', ' ');
}
