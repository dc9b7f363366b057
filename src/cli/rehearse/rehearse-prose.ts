/** A rehearsal as plain text, aligned: what it means first, then standings, endings, durations (SPEC CL36). */
import { AXES } from '#law/trace.ts';
import { clock } from '../terminal/print.ts';
import { botsOf, numbersOf, type Told } from './rehearse-names.ts';
import { madeOf } from './rehearse-page.ts';
import { axisOf, STACKED } from './rehearse-plots.ts';
import { sentencesOf } from './rehearse-sentences.ts';

/** The whole report, line by line. */
export function rehearsalProse(told: Told): readonly string[] {
  const { words } = told;
  return [
    `${words.title}: ${told.title}`,
    madeOf(told),
    '',
    words.sections.tells,
    ...sentencesOf(told).map(({ isWell, text }) => `  ${isWell === null ? '-' : isWell ? '✓' : '✗'} ${text}`),
    '',
    ...told.rehearsal.packs.flatMap((pack) => [...standings(told, pack), '']),
    ...times(told),
    '',
    ...endings(told),
  ];
}

function standings(told: Told, pack: string): readonly string[] {
  const { words, rehearsal } = told;
  const heads = [...STACKED.map((word) => words.standings[word]), ''];
  const rows = AXES.flatMap((axis) => [
    [`${words.axes[axis]}`, ...heads],
    ...botsOf(rehearsal).flatMap((bot) => {
      const numbers = axisOf(told, bot, pack, axis);
      if (numbers === undefined) return [];
      const shares = STACKED.map((word) => told.percent(numbers.standings[word]));
      return [
        [`  ${words.bots[bot]}`, ...shares, words.kept(told.number(numbers.kept), told.number(numbers.due))],
      ];
    }),
  ]);
  return [told.pack(pack), ...aligned(rows)];
}

function times(told: Told): readonly string[] {
  const { words, rehearsal } = told;
  const rows = botsOf(rehearsal).map((bot) => {
    const spreads = numbersOf(rehearsal, bot).map(({ durations }) => durations);
    const median = spreads.map((one) => one.median).sort((a, b) => a - b)[(spreads.length - 1) >> 1] ?? 0;
    const least = Math.min(...spreads.map((one) => one.least));
    const most = Math.max(...spreads.map((one) => one.most));
    return [`  ${words.bots[bot]}`, clock(least), clock(median), clock(most)];
  });
  return [words.sections.time, ...aligned(rows)];
}

function endings(told: Told): readonly string[] {
  const { words, rehearsal } = told;
  return [
    words.sections.endings,
    ...botsOf(rehearsal).map((bot) => {
      const all = numbersOf(rehearsal, bot);
      const runs = all.reduce((sum, one) => sum + one.runs, 0);
      const ids = [...new Set(all.flatMap((one) => Object.keys(one.endings)))];
      const counts = ids
        .map((id) => ({ id, share: all.reduce((sum, one) => sum + (one.endings[id] ?? 0), 0) / runs }))
        .sort((a, b) => b.share - a.share);
      return `  ${words.bots[bot]}: ${counts.map(({ id, share }) => `${told.ending(id)} ${told.percent(share)}`).join('; ')}`;
    }),
  ];
}

/** Rows in columns: the first to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
