/** How the reader likes the desk: theme, text size, single keys. Whoever mounts the desk hands them in and remembers them. */
import { createContext, useContext, useEffect, useState } from 'react';
import { FIRST_PREFERENCES, type Preferences } from '../props/screen-props.ts';

/** The preferences and how to change them; every change hands over all of them. */
export interface Preferring {
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

/** Null where nobody remembers: then they last as long as the page. */
export const PreferringHere = createContext<Preferring | null>(null);

let forThisPage = FIRST_PREFERENCES;

/** What the reader likes, and how to change it. A change is drawn on the page's root at once. */
export function usePreferring(): Preferring {
  const handed = useContext(PreferringHere);
  const [own, setOwn] = useState(() => ({ ...forThisPage, theme: themeOf(document.documentElement) }));
  useEffect(() => {
    forThisPage = own;
  }, [own]);
  const { preferences, onPreferences } = handed ?? { preferences: own, onPreferences: setOwn };
  return {
    preferences,
    onPreferences: (next) => {
      drawOn(document.documentElement, next);
      onPreferences(next);
    },
  };
}

/** Puts theme and text size on the page's root, where the tokens read them (`data-theme`, `data-text`). */
export function drawOn(root: HTMLElement, { theme, textSize }: Preferences): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  if (textSize === 100) delete root.dataset.text;
  else root.dataset.text = String(textSize);
}

function themeOf(root: HTMLElement): Preferences['theme'] {
  const { theme } = root.dataset;
  return theme === 'dark' || theme === 'light' ? theme : 'system';
}
