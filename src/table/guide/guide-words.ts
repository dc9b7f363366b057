/** The words around the guide in the reader's language: two small tables that come with the pages that show them. */
import { useContext } from 'react';
import { guide as english, type GuideTexts } from '#table/words/en/guide.ts';
import { guide as spanish } from '#table/words/es/guide.ts';
import { Reading } from '#table/words/texts.ts';

/** Those of the language the page is read in. */
export function useGuideWords(): GuideTexts {
  return useContext(Reading).lang === 'es' ? spanish : english;
}
