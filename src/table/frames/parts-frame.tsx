/** The page of parts in its frame: its own words, in the reader's language. */

import { Parts } from '../gallery/parts.tsx';
import type { LanguageChoice } from '../props/screen-props.ts';
import { parts as english, type PartsTexts } from '../words/en/parts.ts';
import { useWordsOfPart } from '../words/words-of-part.ts';
import { goHome } from './trouble-screen.tsx';

export default function PartsFrame({ language }: { readonly language: LanguageChoice }) {
  const texts = useWordsOfPart(english, OTHERS);
  return texts === null ? null : <Parts texts={texts} language={language} onHome={goHome} />;
}

const OTHERS = import.meta.glob<PartsTexts>(['../words/*/parts.ts', '!../words/en/*'], { import: 'parts' });
