/** A kept run under several laws and days. Loaded when a reader asks for it. */
import { type Column, type Comparison, compare } from '#debrief/compare.ts';
import type { Level } from '#exercise/entries.ts';
import { lawIn } from '#law/translations.ts';
import type { CompareProps } from '#table/props/screen-props.ts';
import { quotedWords } from '#table/words/shown-words.ts';
import { infoIn } from '../library/library.ts';
import { type AskedColumn, dayOf } from '../navigation/address.ts';
import { TableTrouble } from '../trouble/trouble-found.ts';
import type { ShellTexts } from '../words/en/shell.ts';
import { type Room, reopen } from './open-run.ts';

/** More do not fit beside each other. */
export const MOST_COLUMNS = 6;

export interface ComparedRun {
  /** At which level it was played: a coached run says so here too (TB59). */
  readonly level: Level;
  readonly comparison: Comparison;
  readonly title: string;
  readonly packs: CompareProps['packs'];
  /** What was asked for and could not be had, in sentences. */
  readonly problems: readonly string[];
}

/**
 * Rules the run under its own law and those asked for; where none is asked for, under every other pack on the run's own day.
 *
 * A run is compared when it is over, as it is debriefed (TB10); throws TableTrouble else. An unknown pack is left out, an unknown day
 * or switch is the run's or the pack's own, each with a sentence (TB15).
 */
export async function compareRun(
  room: Room,
  run: string,
  asked: readonly AskedColumn[],
  lang: string,
  texts: ShellTexts,
): Promise<ComparedRun> {
  const { kept, listing, playbook, pack: speaks, law: ownLaw, core, played } = await reopen(room, run);
  if (!core.ended(played.state)) throw new TableTrouble('unfinished', { run });
  const law = await room.library.law();
  const { opening } = kept;
  const own: Column = { pack: opening.pack.id, asOf: opening.pack.asOf, switches: opening.switches };
  const problems: string[] = [];
  const others = asked.flatMap((one) => columnOf(one));
  const wanted = asked.length > 0 ? others : everyOther();
  const columns = [own, ...wanted.filter((one) => !isSame(one, own))];
  if (ownLaw === null) problems.push(texts.storage.provenance['by-now']);
  if (columns.length > MOST_COLUMNS) problems.push(texts.address.tooMany(MOST_COLUMNS));
  const comparison = compare({
    playbook,
    opening,
    trace: played.trace,
    seat: opening.seats[0] ?? '',
    law,
    ...(ownLaw === null ? {} : { ownLaw }),
    columns: columns.slice(0, MOST_COLUMNS),
    locale: { lang, words: speaks.words },
  });
  const packs = Object.values(lawIn(law, lang).packs).map(({ id, title, review, switches }) => ({
    id,
    title,
    review,
    switches: Object.fromEntries(Object.entries(switches).map(([name, { values }]) => [name, values])),
  }));
  return { level: opening.level, comparison, title: infoIn(listing, lang).title, packs, problems };

  function columnOf({ pack, asOf, switches }: AskedColumn): Column[] {
    const found = Object.hasOwn(law.packs, pack) ? law.packs[pack] : undefined;
    if (found === undefined) {
      problems.push(texts.address.packLeftOut(quotedWords(pack)));
      return [];
    }
    const day = asOf === null ? own.asOf : dayOf(asOf);
    if (day === null) problems.push(texts.address.dayOfRun(quotedWords(asOf ?? ''), own.asOf));
    const set = Object.entries(found.switches).map(([name, { values, start }]) => {
      const value = switches[name];
      return [name, value !== undefined && values.includes(value) ? value : start] as const;
    });
    return [{ pack, asOf: day ?? own.asOf, switches: Object.fromEntries(set) }];
  }
  function everyOther(): readonly Column[] {
    return Object.keys(law.packs)
      .filter((pack) => pack !== own.pack)
      .flatMap((pack) => columnOf({ pack, asOf: null, switches: {} }));
  }
}

function isSame(a: Column, b: Column): boolean {
  const key = ({ pack, asOf, switches }: Column) =>
    JSON.stringify([pack, asOf, Object.entries(switches).sort()]);
  return key(a) === key(b);
}
