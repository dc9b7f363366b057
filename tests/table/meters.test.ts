/** Numbers that a scenario shows to some seats, and to nobody else. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import { firstMeters, meterNews } from '#table/play/meter-news.ts';
import { Meters } from '#table/play/meters.tsx';
import { playbook, SLOT } from '../exercise/fixture.ts';
import { Play } from '../exercise/play.ts';
import { SAMPLE, sampleFiles } from '../scenario/sample.ts';

const RANGE = 'range: [0, 250] }';
const read = (shown: string, translation = '') =>
  readScenario(
    sampleFiles({
      'sample/scenario.yaml': SAMPLE.replace(RANGE, `range: [0, 250]${shown} }`),
      ...(translation === '' ? {} : { 'sample/text.es.yaml': translation }),
    }),
    'sample',
  );

test('[SC85] a meter names the seats that see it; a seat that is none is told at its place; without the word nothing is written', () => {
  const { playbook: shown, problems } = read(', shown: [patrol]');
  expect(problems).toEqual([]);
  const [meter, ...more] = shown?.meters ?? [];
  expect(more).toEqual([]);
  expect(meter).toMatchObject({ id: 'crowd', label: 'meters.crowd.label', seats: [0] });
  expect(shown?.slots[meter?.slot ?? -1]?.id).toBe('world.crowd');
  expect(shown?.texts['meters.crowd.label']).toBe('People gathered');
  expect(read('').playbook).not.toHaveProperty('meters');
  const wrong = read(', shown: [patrol, partol]').problems;
  expect(wrong.map(({ code }) => code)).toEqual(['SC0102']);
  expect(wrong[0]?.message).toContain('`partol`');
});

test('[SC85] [EX9] the seats that may see it hold it as it stands, in the reader’s language; nobody else does', () => {
  const meters: NonNullable<Playbook['meters']> = [
    { id: 'crowd', slot: SLOT.crowd, label: 'ask.approach', seats: [0] },
  ];
  const play = Play.arrived({ seats: ['patrol', 'dispatch'] }, { meters });
  const seen = (lang = 'en') => play.view('patrol', lang).meters;
  const before = play.slot(SLOT.crowd);
  expect(seen()).toEqual([{ id: 'crowd', label: 'English ask.approach', value: before }]);
  expect(seen('es')?.[0]?.label).toBe('¿Cómo se acerca?');
  play.choose(24_000, 'contact', 'wait-and-watch');
  play.advance(60_000);
  expect(play.slot(SLOT.crowd)).toBeGreaterThan(before);
  expect(seen()?.[0]?.value).toBe(play.slot(SLOT.crowd));
  expect(play.view('dispatch')).not.toHaveProperty('meters');
  expect(Play.arrived().view()).not.toHaveProperty('meters');
  expect(playbook).not.toHaveProperty('meters');
});

test('[TB191] it stands in the bar with its label; a change is told once, and not more often than every ten seconds', () => {
  const crowd = (value: number) => [{ id: 'crowd', label: 'People gathered', value }];
  const drawn = (value: number, lang: string) =>
    renderToStaticMarkup(createElement(Meters, { view: { at: 0, meters: crowd(value) }, lang }));
  expect(drawn(1200, 'en')).toContain('<bdi>People gathered</bdi> <b>1,200</b>');
  expect(drawn(12_000, 'es')).toContain('<b>12.000</b>');
  expect(drawn(3, 'en')).toMatch(/role="status"[^>]*><\/span>/);
  expect(renderToStaticMarkup(createElement(Meters, { view: { at: 0 }, lang: 'en' }))).toBe('');
  const next = (last: ReturnType<typeof firstMeters>, value: number, at: number) =>
    meterNews(last, crowd(value), at, String);
  const first = firstMeters(crowd(2), 60_000);
  expect(next(first, 2, 61_000)).toBe(first);
  const grown = next(first, 3, 61_000);
  expect(grown.text).toBe('People gathered: 3.');
  expect(next(grown, 4, 70_999), 'too soon').toBe(grown);
  expect(next(grown, 5, 71_000).text).toBe('People gathered: 5.');
  expect(next(grown, 2, 30_000).text, 'after a rewind').toBe('People gathered: 2.');
});
