/** Words that come with one part of the page alone, such as its gallery, in the reader's language. */
import { useContext, useEffect, useState } from 'react';
import { Reading } from './texts.ts';

/**
 * The part's words in the language the page is read in; English where that has none, or where they do not come. Null until they are there;
 * after a change of language those before stay until then.
 *
 * @param others The tables of the other languages, by their paths: `…/<language>/<part>.ts`.
 */
export function useWordsOfPart<T extends object>(
  english: T,
  others: Readonly<Record<string, () => Promise<T>>>,
): T | null {
  const { lang } = useContext(Reading);
  const load = Object.entries(others).find(([path]) => path.split('/').at(-2) === lang)?.[1];
  const [words, setWords] = useState<T | null>(load === undefined ? english : null);
  useEffect(() => {
    let isHere = true;
    const take = (next: T) => {
      if (isHere) setWords(next);
    };
    if (load === undefined) take(english);
    else load().then(take, () => take(english));
    return () => {
      isHere = false;
    };
  }, [load, english]);
  return words;
}
