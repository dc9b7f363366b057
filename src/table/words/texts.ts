/** The page's words in the reader's language: one table for the shell, one for the desk, one around the guide, of the same types in every language. */
import { createContext, useContext } from 'react';
import { type DeskTexts, desk } from './en/desk.ts';
import { type GuideTexts, guide } from './en/guide.ts';
import { type ShellTexts, shell } from './en/shell.ts';
import { FIRST_LANGUAGE, type Lang } from './languages.ts';

export interface Texts {
  readonly lang: Lang;
  readonly shell: ShellTexts;
  readonly desk: DeskTexts;
  readonly guide: GuideTexts;
  /** False where part of the words is still English. */
  readonly isWhole: boolean;
}

export const ENGLISH: Texts = { lang: FIRST_LANGUAGE, shell, desk, guide, isWhole: true };

/** The words of that language; anything but English is loaded when it is first asked for. A table that nobody has written yet is English. */
export async function textsIn(lang: Lang): Promise<Texts> {
  if (lang === FIRST_LANGUAGE) return ENGLISH;
  const [ownShell, ownDesk, ownGuide] = await Promise.all([
    SHELLS[`./${lang}/shell.ts`]?.(),
    DESKS[`./${lang}/desk.ts`]?.(),
    GUIDES[`./${lang}/guide.ts`]?.(),
  ]);
  return {
    lang,
    shell: ownShell ?? shell,
    desk: ownDesk ?? desk,
    guide: ownGuide ?? guide,
    isWhole: ownShell !== undefined && ownDesk !== undefined && ownGuide !== undefined,
  };
}

/** English unless a provider above says otherwise. */
export const Reading = createContext<Texts>(ENGLISH);

/** The words of the shell. */
export function useTexts(): ShellTexts {
  return useContext(Reading).shell;
}

const SHELLS = import.meta.glob<ShellTexts>(['./*/shell.ts', '!./en/*'], { import: 'shell' });
const DESKS = import.meta.glob<DeskTexts>(['./*/desk.ts', '!./en/*'], { import: 'desk' });
const GUIDES = import.meta.glob<GuideTexts>(['./*/guide.ts', '!./en/*'], { import: 'guide' });
