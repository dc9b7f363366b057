import type { Opening } from '#exercise/entries.ts';
import type { PlaySettings } from '#table/props/screen-props.ts';

/** The settings an opening was started with. */
export function settingsOf(opening: Opening): PlaySettings {
  const { seed, clock, level, pack, language, extended } = opening;
  return {
    seed,
    clock,
    level,
    pack: pack.id,
    asOf: pack.asOf,
    lang: language === 'es' ? 'es' : 'en',
    extended: extended === 200 ? 200 : extended === 150 ? 150 : 100,
  };
}
