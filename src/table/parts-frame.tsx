/** The page of parts in its frame: its own words, in the reader's language. */

import { Parts } from './desk/parts.tsx';
import type { LanguageChoice } from './desk/props.ts';
import { parts as english } from './texts/en/parts.ts';
import { parts as spanish } from './texts/es/parts.ts';
import { goHome } from './trouble-screen.tsx';

export default function PartsFrame({ language }: { readonly language: LanguageChoice }) {
  return <Parts texts={language.lang === 'es' ? spanish : english} language={language} onHome={goHome} />;
}
