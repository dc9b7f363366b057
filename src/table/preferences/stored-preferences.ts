/** How the reader likes the page, remembered on this machine: theme, text size, keys, sand table, sounds, language (TB14). */

import { readVolumes } from '../sound/volumes.ts';
import { type Lang, langOf } from '../words/languages.ts';
import { readOwnKeys } from './key-map.ts';
import { FIRST_PREFERENCES, type Preferences, TEXT_SIZES } from './preferences.ts';

export interface Kept extends Preferences {
  /** Null until the reader chose one. */
  readonly lang: Lang | null;
}
const KEY = 'deconflict-preferences';
const FIRST: Kept = { ...FIRST_PREFERENCES, lang: null };

/** What was kept; whatever is missing, damaged or forbidden reads as never chosen. */
export function readPreferences(): Kept {
  const kept = stored();
  return {
    theme: one(kept.theme, ['system', 'dark', 'light']) ?? FIRST.theme,
    textSize: one(kept.textSize, TEXT_SIZES) ?? FIRST.textSize,
    keys: typeof kept.keys === 'boolean' ? kept.keys : FIRST.keys,
    ownKeys: readOwnKeys(kept.ownKeys),
    table: typeof kept.table === 'boolean' ? kept.table : FIRST.table,
    volumes: readVolumes(kept.volumes),
    lang: typeof kept.lang === 'string' ? langOf(kept.lang) : FIRST.lang,
  };
}

/** Keeps them; where storage is forbidden they last as long as the page. */
export function keepPreferences(preferences: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    return;
  }
}

function stored(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}

function one<const T>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value);
}
