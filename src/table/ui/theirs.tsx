/** Words that a person or a file brought, as they stand on the page. */
import { shownWords } from '../words/shown-words.ts';

/** Keeps their direction to themselves and shows what is invisible in them (TB114). */
export function Theirs({ words }: { readonly words: string }) {
  return <bdi>{shownWords(words)}</bdi>;
}
