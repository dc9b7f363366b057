/** What a law leaves open and how it stands, in words: a pack names its switches for authors. */
import type { DeskTexts } from './en/desk.ts';
import { quotedWords } from './shown-words.ts';

type Words = Pick<DeskTexts['compare'], 'switches'>;

/** A switch by its name; one that has no words yet by its own name, opened. */
export function switchName({ switches }: Words, name: string): string {
  return switches[name]?.name ?? quotedWords(name.replaceAll('-', ' '));
}

/** How a switch stands. */
export function switchValue({ switches }: Words, name: string, value: string): string {
  return switches[name]?.values[value] ?? quotedWords(value.replaceAll('-', ' '));
}

/** Every switch of a column with how it stands, in the order given. */
export function switchesInWords(words: Words, set: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(set).map(
    ([name, value]) => `${switchName(words, name)}: ${switchValue(words, name, value)}`,
  );
}
