import type { Opening } from '#exercise/entries.ts';
import type { PlaySettings } from '#table/props/screen-props.ts';
import { FIRST_LANGUAGE, langOf } from '../words/languages.ts';

/** The settings an opening was started with. */
export function settingsOf(opening: Opening): PlaySettings {
  const { seed, clock, level, pack, language, extended } = opening;
  return {
    seed,
    clock,
    level,
    pack: pack.id,
    asOf: pack.asOf,
    lang: langOf(language) ?? FIRST_LANGUAGE,
    extended: extended === 200 ? 200 : extended === 150 ? 150 : 100,
  };
}
