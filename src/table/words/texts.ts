/** The page's words in the reader's language: one table for the shell, one for the desk, of the same types in every language. */
import { createContext, useContext } from 'react';
import { type DeskTexts, desk } from './en/desk.ts';
import { type ShellTexts, shell } from './en/shell.ts';

export type Lang = 'en' | 'es';

export interface Texts {
  readonly lang: Lang;
  readonly shell: ShellTexts;
  readonly desk: DeskTexts;
  /** False where part of the words is still English. */
  readonly isWhole: boolean;
}

/** Every language by its own name, in the order in which a reader is offered them. */
export const LANGUAGES: readonly { readonly lang: Lang; readonly name: string }[] = [
  { lang: 'en', name: 'English' },
  { lang: 'es', name: 'Español' },
];
export const ENGLISH: Texts = { lang: 'en', shell, desk, isWhole: true };

/** The words of that language; anything but English is loaded when it is first asked for. */
export async function textsIn(lang: Lang): Promise<Texts> {
  if (lang === 'en') return ENGLISH;
  const spanish = await import('./es/shell.ts');
  const own = await SPANISH_DESK[0]?.();
  return { lang, shell: spanish.shell, desk: own?.desk ?? desk, isWhole: own !== undefined };
}

/** English unless a provider above says otherwise. */
export const Reading = createContext<Texts>(ENGLISH);

/** The words of the shell. */
export function useTexts(): ShellTexts {
  return useContext(Reading).shell;
}

/** Empty as long as nobody has written it. */
const SPANISH_DESK = Object.values(import.meta.glob<{ readonly desk: DeskTexts }>('./es/desk.ts'));
