/** The page of parts in its frame: its own words, in the reader's language. */

import { Parts } from '../gallery/parts.tsx';
import type { LanguageChoice } from '../props/screen-props.ts';
import { parts as english } from '../words/en/parts.ts';
import { parts as spanish } from '../words/es/parts.ts';
import { goHome } from './trouble-screen.tsx';

export default function PartsFrame({ language }: { readonly language: LanguageChoice }) {
  return <Parts texts={language.lang === 'es' ? spanish : english} language={language} onHome={goHome} />;
}
