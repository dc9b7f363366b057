/** One run under several laws, side by side, in the sentences a person reads. */
import { expect, test } from 'vitest';
import { type Column, compare } from '#debrief/compare.ts';
import { debrief } from '#debrief/debrief.ts';
import { makeEngine } from '#exercise/engine.ts';
import { replay } from '#exercise/replay.ts';
import type { Law } from '#law/pack.ts';
import { AXES } from '#law/trace.ts';
import { lawIn, textsOf } from '#law/translations.ts';
import { completeness } from '../law/completeness.ts';
import { LAW, played, STREET } from './street.ts';

const run = played([
  { at: 2_000, choose: 'approach/dark' },
  { at: 62_000, choose: 'request/hold' },
  { at: 300_000 },
]);
const { trace } = replay(makeEngine(STREET, run.opening, 'grid'), run.entries);
const BARRED: Column = { pack: 'barred', asOf: '2026-06-30', switches: {} };
const PLAIN: Column = { pack: 'plain', asOf: '2026-06-30', switches: {} };
const of = (columns: readonly Column[], law: Law = LAW, lang = 'en') =>
  compare({
    playbook: STREET,
    opening: run.opening,
    trace,
    seat: 'patrol',
    law,
    columns,
    locale: { lang, words: 'codes' },
  });

test('[DB8] only what the laws rule differently has a row, with the sentences of each law', () => {
  const made = of([BARRED, PLAIN]);
  expect(made.rows).toHaveLength(1);
  expect(made.alike).toBe(2);
  const [row] = made.rows;
  expect(row).toMatchObject({ on: 'act', at: 62_000, did: 'Hold the street for them.', sameWorth: false });
  expect(row?.cells[0]).toMatchObject({
    verdicts: { jurisdiction: { verdict: 'forbidden', grave: false } },
    says: [
      {
        title: 'You lent a hand with a civil arrest.',
        because: 'The Bar Act keeps local officers out of this.',
      },
    ],
    authorities: [{ citation: 'Bar Act', status: 'in force' }],
  });
  expect(row?.cells[1]).toBeNull();
  expect(made.columns.map(({ title, isOwn }) => [title, isOwn])).toEqual([
    ['The barred city', true],
    ['The plain city', false],
  ]);
  expect(JSON.parse(JSON.stringify(made))).toEqual(made);
});

test('[DB8] each column stands as the debrief under that law and day does', () => {
  const columns = [BARRED, PLAIN, { ...BARRED, asOf: '2026-07-01' }];
  const made = of(columns);
  columns.forEach(({ pack, asOf }, n) => {
    const { axes } = debrief({ playbook: STREET, law: LAW, ...run, pack, asOf }).ruling;
    for (const axis of AXES) expect(made.columns[n]?.axes[axis]).toEqual(axes[axis]);
  });
  expect(made.rows.map(({ cells }) => cells.map((cell) => cell !== null))).toEqual([[true, false, false]]);
});

test('[DB8] the same law twice differs on nothing', () => {
  const made = of([BARRED, BARRED]);
  expect([made.rows, made.alike]).toEqual([[], 3]);
});

test('[LW20] what findings say is translated by key; verdicts stay, and what is missing stays English', () => {
  const es = {
    'ground/guns-out.title': 'Usted apuntó con armas al llegar.',
    'ground/verify.missed': 'Nunca comprobó quiénes eran.',
    'pack/barred.title': 'La ciudad cerrada',
    'ground/gone.title': 'Nada',
  };
  const law: Law = { ...LAW, translations: { es } };
  const before = debrief({ playbook: STREET, law, ...run });
  const after = debrief({ playbook: STREET, law, ...run, language: 'es' });
  const bare = (report: typeof before) =>
    report.ruling.findings.map(({ title: _, because: __, ...rest }) => rest);
  expect(bare(after)).toEqual(bare(before));
  expect(after.pack.title).toBe('La ciudad cerrada');
  const titles = after.findings.map(({ finding }) => finding.title);
  expect(titles).toContain('Usted apuntó con armas al llegar.');
  expect(titles).toContain('Nunca comprobó quiénes eran.');
  expect(titles).toContain('You lent a hand with a civil arrest.');
  const { missing, unknown } = completeness(law, 'es');
  expect(unknown).toEqual(['ground/gone.title']);
  expect(missing).toContain('ground/guns-out.because');
  expect(missing.length + 3).toBe(Object.keys(textsOf(law)).length);
  expect(lawIn(law, 'fr')).toBe(law);
  expect(of([BARRED, PLAIN], law, 'es').columns[0]?.title).toBe('La ciudad cerrada');
});

test('[DB1] an exercise that was stopped has an ending without words of the scenario', () => {
  const { opening, entries } = played([{ at: 2_000, choose: 'approach/dark' }]);
  expect(debrief({ playbook: STREET, law: LAW, opening, entries }).ending).toEqual({
    id: 'running',
    title: '',
    text: '',
  });
});
