/** The words around the guide in the reader's language. */
import { useContext } from 'react';
import type { GuideTexts } from './en/guide.ts';
import { Reading } from './texts.ts';

/** Those of the language the page is read in. */
export function useGuideWords(): GuideTexts {
  return useContext(Reading).guide;
}
