/** The desk's words in the reader's language: screens take them from here, so that whoever mounts them chooses the language. */
import { createContext, useContext } from 'react';
import { type DeskTexts, desk } from './en/desk.ts';

/** English unless a provider above says otherwise. */
export const DeskWords = createContext<DeskTexts>(desk);

/** All words of the desk; a new language draws every screen again. */
export function useDesk(): DeskTexts {
  return useContext(DeskWords);
}
