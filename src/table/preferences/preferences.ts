/** How the reader likes the desk: theme, text size, single keys. Whoever mounts the desk hands them in and remembers them. */
import { createContext, useContext, useEffect, useState } from 'react';
import { FIRST_VOLUMES, type Volumes } from '../sound/volumes.ts';
import type { OwnKeys } from './key-map.ts';

export const TEXT_SIZES = [100, 115, 130, 150, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** How a reader likes the desk; remembered on this machine by whoever hands it in. */
export interface Preferences {
  readonly theme: 'system' | 'dark' | 'light';
  /** Text size in percent of the browser's own. */
  readonly textSize: TextSize;
  /** Whether single-key shortcuts work (WCAG 2.1.4). */
  readonly keys: boolean;
  /** Keys of the reader's own (key-map.ts). */
  readonly ownKeys: OwnKeys;
  /** Whether the sand table is drawn; the words version is always there. */
  readonly table: boolean;
  /** How loud each kind of sound is (sound/volumes.ts). */
  readonly volumes: Volumes;
}
/** What a reader who never chose has. */
export const FIRST_PREFERENCES: Preferences = {
  theme: 'system',
  textSize: 100,
  keys: true,
  ownKeys: {},
  table: true,
  volumes: FIRST_VOLUMES,
};

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
