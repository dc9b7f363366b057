/** The words around the guide in the reader's language: two small tables that come with the pages that show them. */
import { useContext } from 'react';
import { guide as english, type GuideTexts } from './en/guide.ts';
import { guide as spanish } from './es/guide.ts';
import { Reading } from './texts.ts';

/** Those of the language the page is read in. */
export function useGuideWords(): GuideTexts {
  return useContext(Reading).lang === 'es' ? spanish : english;
}
