/** Everything the page and the law say to a trainee stands in Spanish, with the same figures and names in it. */
import { describe, expect, test } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { authorityNote } from '#debrief/authority-note.ts';
import { callsignOf } from '#exercise/words.ts';
import { lawIn, textsOf } from '#law/translations.ts';
import { pocketLaw } from '#table/library/pocket-law-index.ts';
import { groundOf } from '#table/scene/ground.ts';
import { mapNames } from '#table/scene/map-labels.ts';
import { desk as englishDesk } from '#table/words/en/desk.ts';
import { shell as englishShell } from '#table/words/en/shell.ts';
import { desk as spanishDesk } from '#table/words/es/desk.ts';
import { shell as spanishShell } from '#table/words/es/shell.ts';
import { textsIn } from '#table/words/texts.ts';
import { completeness } from '../law/completeness.ts';
import { FLAGSHIP, measure, WORDS } from './scene-tape.ts';

/** Marks that no sentence holds, handed to every text that takes something, so that one can see what it keeps. */
const MARKS = ['①', '②', '③'];

/** Names, signs and words that both languages write alike. */
const ALIKE = [
  '.mark.0',
  '.mark.1',
  '.mark.2',
  '.product',
  '.channels.radio',
  '.brief.date',
  '.play.speeds.1',
  '.play.speeds.2',
  '.play.speeds.4',
  '.groups.radio',
  '.debrief.kinds.line',
  '.compare.as',
  '.display.sizes.100',
  '.display.sizes.115',
  '.display.sizes.130',
  '.display.sizes.150',
  '.display.sizes.200',
  '.ground.metres',
  '.scene.metres',
  '.scene.north',
  '.sound.caption',
  '.sound.percent',
];

interface Leaf {
  readonly path: string;
  readonly text: string;
}

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') return [{ path, text: JSON.stringify(value(...MARKS)) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const marksIn = (text: string) => MARKS.filter((mark) => text.includes(mark));
const choices = (text: string) => (text.match(/\{[^{}|]*\|[^{}|]*\}/g) ?? []).length;
const figures = (text: string) => (text.match(/\d[\d,.]*\d|\d/g) ?? []).toSorted();

describe('[TB13] the desk and the shell', () => {
  const desk = new Map(leaves(spanishDesk).map(({ path, text }) => [path, text]));
  const english = leaves(englishDesk);

  test('are whole in Spanish: the page says of no part that it is English', async () => {
    expect(await textsIn('es')).toMatchObject({ isWhole: true, desk: spanishDesk });
    expect([...desk.keys()].toSorted()).toEqual(english.map(({ path }) => path).toSorted());
    expect(english.length).toBeGreaterThan(250);
  });

  test('no sentence of the desk was left as it was', () => {
    const same = english.filter(({ path, text }) => desk.get(path) === text).map(({ path }) => path);
    expect(same.toSorted()).toEqual(ALIKE.toSorted());
  });

  test('what a text is given, it says in both languages', () => {
    const shell = new Map(leaves(spanishShell).map(({ path, text }) => [path, text]));
    const lost = (from: readonly Leaf[], to: ReadonlyMap<string, string>) =>
      from.filter(({ path, text }) => marksIn(text).join() !== marksIn(to.get(path) ?? '').join());
    expect(lost(english, desk)).toEqual([]);
    // The reason that a file is no run is English, and Spanish says it in words of its own.
    expect(lost(leaves(englishShell), shell).map(({ path }) => path)).toEqual(['.refusedImport.not-a-run']);
    expect(english.filter(({ text }) => marksIn(text).length > 0).length).toBeGreaterThan(30);
  });

  test('one of a thing is told as one', () => {
    expect(spanishDesk.debrief.authoritiesCount(1)).not.toContain('fuentes');
    expect(spanishDesk.compare.alike(1)).not.toMatch(/actos|deberes/);
  });
});

describe('[LW20] the law that is shipped', () => {
  const law = shippedLaw();
  const english = textsOf(law);
  const spanish = law.translations?.es ?? {};

  test('says every title, reason, review and pocket card in Spanish, and translates nothing that it does not hold', () => {
    expect(completeness(law, 'es')).toEqual({ missing: [], unknown: [] });
    expect(Object.keys(english).length).toBeGreaterThan(600);
  });

  test('no text is left in English, empty, or without its full stop', () => {
    for (const [key, text] of Object.entries(spanish)) {
      expect(text, key).not.toBe(english[key]);
      if (english[key]?.endsWith('.')) expect(text, key).toMatch(/[.]$/);
    }
  });

  test('figures and codes in words stay as many as they were', () => {
    for (const [key, text] of Object.entries(english)) {
      expect(choices(spanish[key] ?? ''), key).toBe(choices(text));
      expect(figures(spanish[key] ?? ''), key).toEqual(figures(text));
    }
  });

  test('a stop is `retener`, an officer of the place is `oficial`, one reader is `usted`', () => {
    const wrong = Object.entries(spanish).filter(([, text]) =>
      /\b(deten(er|ido|ida|ción)|detení[a-z]*|detuv[a-záéíóú]*|agentes? local(es)?|(sus|mi|cualquier) agentes?|agentes? de (patrulla|la ciudad)|ustedes)\b/i.test(
        text,
      ),
    );
    expect(wrong).toEqual([]);
  });
});

test('[LW20] for whom the status of an authority holds is told in Spanish too', () => {
  const law = shippedLaw();
  const told = (lang: string) => authorityNote(lawIn(law, lang), 'ca-sb-627', '2026-06-30').status;
  expect(told('en')).toBe('enjoined as to federal officers');
  expect(told('es')).toBe('enjoined as to los agentes federales');
});

test('[SC20] a seat without a call-sign is called by its role, in Spanish too', () => {
  const playbook = shippedPlaybook('residence-207');
  const called = playbook.seats.map((seat) => callsignOf(playbook, seat, { lang: 'es', words: 'codes' }));
  expect(called).toEqual(expect.arrayContaining(['4-Adam-31', 'Control', 'Comandante de turno', 'Prensa']));
  expect(called).not.toContain('Watch commander');
});

describe('[LW20] the pocket card', () => {
  const law = shippedLaw();

  test('has the same cards in both languages, none of them with an English sentence or an empty mark', () => {
    for (const pack of Object.keys(law.packs)) {
      const english = pocketLaw(law, pack, '2026-06-30', 'en');
      const spanish = pocketLaw(law, pack, '2026-06-30', 'es');
      expect(english.length).toBeGreaterThan(20);
      expect(spanish.map(({ citation }) => citation)).toEqual(english.map(({ citation }) => citation));
      spanish.forEach(({ text, citation }, at) => {
        expect(text, citation).not.toBe(english[at]?.text);
        expect(text, citation).toMatch(/[.?)»]$/);
      });
      for (const { text } of [...english, ...spanish]) expect(text).not.toMatch(/(^| )-( |$)/);
    }
  });
});

test('[TB116] a kind of place on the map is called in the language of the reader, a name as it is', () => {
  const called = (words: typeof WORDS) =>
    mapNames(groundOf(FLAGSHIP), words, measure, 1).flatMap(({ wording }) =>
      wording.lines.map(({ text }) => text),
    );
  expect(called(WORDS)).toEqual(expect.arrayContaining(['ALLEY', 'TERN STREET']));
  const spanish = called({ ...WORDS, ...spanishDesk.scene });
  expect(spanish).toEqual(expect.arrayContaining(['CALLEJÓN', 'TERN STREET']));
  expect(spanish).not.toContain('ALLEY');
});
