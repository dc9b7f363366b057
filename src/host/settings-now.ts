import type { Entry, Level, Opening } from '#exercise/entries.ts';

/** How somebody is spoken to, how much of a decision they are shown, and their extended-time factor in percent. */
export interface SettingsNow {
  readonly extended: number;
  readonly language: string;
  readonly level: Level;
}

/** What whoever sits in a seat has after these entries: what they brought when they sat down, else what the opening says for it (EX40). */
export function settingsNow(opening: Opening, entries: readonly Entry[], seat: string): SettingsNow {
  const { extended, language, level, settings } = opening;
  const sat = entries.findLast(({ command }) => command.kind === 'fill' && command.seat === seat)?.command;
  const own = { extended, language, level, ...settings?.[seat] };
  return sat?.kind !== 'fill'
    ? own
    : {
        extended: sat.extended ?? own.extended,
        language: sat.language ?? own.language,
        level: sat.level ?? own.level,
      };
}
