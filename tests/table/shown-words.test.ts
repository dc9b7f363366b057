import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CompareRow } from '#table/compare/compare-row.tsx';
import { CouldHaveKnown } from '#table/debrief/could-have-known.tsx';
import { DebriefSheet } from '#table/debrief/debrief-sheet.tsx';
import { Findings } from '#table/debrief/findings.tsx';
import { HotWash } from '#table/debrief/hot-wash.tsx';
import { Ladder } from '#table/debrief/ladder.tsx';
import { Standings } from '#table/debrief/standings.tsx';
import { sampleReport, sampleView } from '#table/gallery/parts-samples.ts';
import { WhereYouAre } from '#table/map/where-you-are.tsx';
import { Ended } from '#table/play/ended.tsx';
import { Notebook } from '#table/play/side/notebook.tsx';
import { mapWording, wordingsOf } from '#table/scene/wording.ts';
import { parts } from '#table/words/en/parts.ts';
import { quotedWords, shownWords } from '#table/words/shown-words.ts';
import { measure, token, WORDS } from './scene-tape.ts';

test('[TB114] signs that nobody sees are named; what scripts and faces are written with stays', () => {
  expect(shownWords('pay\u202e001\u2066x')).toBe('pay‹U+202E›001‹U+2066›x');
  expect(shownWords('a\u0000b\u001b[31mc\u200bd\ufeffe\u00adf\u{e0041}')).toBe(
    'a‹U+0000›b‹U+001B›[31mc‹U+200B›d‹U+FEFF›e‹U+00AD›f‹U+E0041›',
  );
  for (const whole of ['two\nlines\tof it', 'می\u200cخواهم', '👩‍🚒 ¿Qué día…?', 'שלום', ''])
    expect(shownWords(whole)).toBe(whole);
});

test('[TB114] within a sentence what runs the other way turns nothing around it', () => {
  expect(quotedWords('mars')).toBe('mars');
  expect(quotedWords('ما رس')).toBe('\u2068ما رس\u2069');
  expect(quotedWords('\u2069ש')).toBe('\u2068‹U+2069›ש\u2069');
});

/** Every word of a file, begun from the right and with a sign nobody sees. */
const theirs = Object.fromEntries(
  Object.entries(parts.say).map(([key, words]) => [
    key,
    typeof words === 'string' ? foreign(words) : words.map(foreign),
  ]),
) as typeof parts.say;
function foreign(words: string): string {
  return `\u05e9\u202e${words}`;
}

const nothing = () => undefined;
const report = sampleReport(theirs, []);
const view = { ...sampleView(theirs), callsign: foreign('4-Adam-31') };
const cell = {
  verdicts: {},
  outcome: null,
  says: [{ title: theirs.camera, because: theirs.cameraWhy, rule: 'sample/0' }],
  authorities: report.findings[0]?.authorities ?? [],
};
const law = { pack: 'a', asOf: '2026-06-30', switches: {}, title: '', review: '', isOwn: true };
const screens: readonly (readonly [string, ReactElement])[] = [
  ['notebook', createElement(Notebook, { view, at: null })],
  [
    'ladder',
    createElement(Ladder, {
      ladder: report.ladder,
      told: [{ at: 0, whom: [theirs.man], did: theirs.note, knew: theirs.who }],
    }),
  ],
  [
    'findings',
    createElement(Findings, {
      findings: report.findings,
      chosen: null,
      onChoose: nothing,
      onTryAgain: nothing,
    }),
  ],
  ['standings', createElement(Standings, { report })],
  [
    'could have known',
    createElement(CouldHaveKnown, { items: report.couldHaveKnown, sooner: report.sooner }),
  ],
  ['sheet', createElement(DebriefSheet, { report: { ...report, hotWash: [theirs.aim] } })],
  ['ended', createElement(Ended, { ending: report.ending, onDebrief: nothing })],
  ['hot wash', createElement(HotWash, { questions: [theirs.aim] })],
  ['sand table in words', createElement(WhereYouAre, { view })],
  [
    'compare',
    createElement(CompareRow, {
      row: { on: 'act', at: 0, seq: 1, did: theirs.note, sameWorth: false, cells: [cell] },
      columns: [{ ...law, axes: report.ruling.axes }],
    }),
  ],
];

test.each(screens)(
  '[TB114] %s: words of people and files keep their direction to themselves',
  (_, screen) => {
    const page = renderToStaticMarkup(screen);
    expect(page).toContain('\u05e9‹U+202E›');
    const around = page.replaceAll(/<bdi>[^<]*<\/bdi>|\u2068[^\u2069]*\u2069/g, '');
    expect(around).not.toMatch(/.{0,60}[\u05e9\u202e]/u);
  },
);

test('[TB114] labels of the sand table name what nobody would see in them', () => {
  const piece = { token: token('van', 'curb', { label: theirs.van, how: theirs.pressing }), ring: 'unknown' };
  const beside = wordingsOf(piece as Parameters<typeof wordingsOf>[0], view, WORDS, measure, 1);
  const own = { ...piece, token: token('me', 'curb', { you: true }) };
  const mine = wordingsOf(own as Parameters<typeof wordingsOf>[0], view, WORDS, measure, 1);
  const street = mapWording(theirs.place, 'street', measure, 1);
  for (const wording of [beside[0], mine[0], street]) {
    const words = wording?.lines.map((line) => line.text).join(' ') ?? '';
    expect(words).toContain('‹U+202E›');
    expect(words).not.toContain('\u202e');
  }
});
