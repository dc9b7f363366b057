/** A reader changes the language in the middle of a run; second tries, comparison and debrief in the reader's language. */

import { describe, expect, test, vi } from 'vitest';
import { hashOf } from '#language/canonical.ts';
import { againScreen, openScreen } from '#table/flow/screens.ts';
import { keepPreferences, readPreferences } from '#table/preferences/stored-preferences.ts';
import { debriefRun } from '#table/runs/debrief-run.ts';
import { resumeRun, startRun } from '#table/runs/open-run.ts';
import { FIRST_VOLUMES } from '#table/sound/volumes.ts';
import { shell as spanishShell } from '#table/words/es/shell.ts';
import { ENGLISH, type Texts, textsIn } from '#table/words/texts.ts';
import { flagship, room, settings, type TestRoom } from './shipped-room.ts';

/** The shipped scenario with every text marked as Spanish. */
async function spanishRoom(): Promise<TestRoom> {
  const here = room();
  const listing = flagship();
  const { default: english } = await listing.load();
  const es = Object.fromEntries(Object.entries(english.texts).map(([id, text]) => [id, `«${text}»`]));
  const playbook = { ...english, translations: { es } };
  const load = async () => ({ default: playbook });
  const scenarios = [{ ...listing, load, hash: hashOf(playbook), languages: ['en', 'es'] }];
  return { ...here, library: { ...here.library, scenarios } };
}
const listingOf = (here: TestRoom) => {
  const [listing] = here.library.scenarios;
  if (!listing) throw new Error('no scenario');
  return listing;
};
const SPANISH: Texts = { ...ENGLISH, lang: 'es', shell: spanishShell, isWhole: false };
const open = (here: TestRoom, route: Parameters<typeof openScreen>[3], texts = ENGLISH) =>
  openScreen(here, texts, () => {}, route);

/** Plays with a change of language at every step that `speaks` names; answers the run and what was read. */
async function play(here: TestRoom, speaks: readonly string[]) {
  const { run, session, speak } = await startRun(here, listingOf(here), settings);
  const read: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    const lang = speaks[step];
    if (lang !== undefined) speak(lang);
    await here.tempo.pass(20_000);
    const view = session.view();
    read.push(view.log[0]?.kind === 'line' ? view.log[0].text : '');
    const card = view.decisions[0];
    const option = card?.options[0];
    if (card && option)
      await session.send({ kind: 'choose', decision: card.decision, visit: card.visit, option: option.id });
  }
  await session.send({ kind: 'stop' });
  return { run, entries: session.played().entries, read };
}

describe('another language in the middle of a run', () => {
  test('[TB13] changes what is read and nothing of the run: every entry and digest is the same', async () => {
    const plain = await play(await spanishRoom(), []);
    const here = await spanishRoom();
    const mixed = await play(here, ['es', 'en', 'es', 'es', 'en', 'es']);
    expect(mixed.entries).toEqual(plain.entries);
    expect(mixed.entries.length).toBeGreaterThan(4);
    expect(mixed.read).toEqual(plain.read.map((text, n) => (n === 1 || n === 4 ? text : `«${text}»`)));
    expect((await here.storage.journal.read(mixed.run))?.opening.language).toBe('en');
  });

  test('[TB13] the seal is in the language of the run, whoever reads it first', async () => {
    const [a, b] = [await spanishRoom(), await spanishRoom()];
    const first = await play(a, []);
    const second = await play(b, []);
    const spanish = await debriefRun(a, first.run, 'es');
    await debriefRun(b, second.run, 'en');
    expect(spanish.report.scenario.title).toMatch(/^«.*»$/);
    const could = spanish.report.couldHaveKnown.map(({ label, value }) => `${label}: ${value}`);
    expect(could.length).toBeGreaterThan(0);
    for (const fact of could) expect(fact).toMatch(/^«.*»: «.*»$/);
    const sealed = async (here: TestRoom, run: string) => (await here.storage.journal.read(run))?.sealed;
    expect(await sealed(a, first.run)).toEqual(await sealed(b, second.run));
  });

  test('[TB13] the page says what is not translated, in words of that language', async () => {
    const home = await open(room(), { screen: 'home', notices: [] }, SPANISH);
    expect(home).toMatchObject({ notices: [{ text: spanishShell.notices.partly }] });
    const texts = await textsIn('es');
    expect(texts.shell.titles.home).toBe('Escenarios');
    expect(await textsIn('en')).toBe(ENGLISH);
  });

  test('[TB13] every sentence of the shell stands in Spanish, none left as it was', () => {
    const leaves = (value: unknown, path = ''): readonly (readonly [string, string])[] => {
      if (typeof value === 'function') return [[path, JSON.stringify(value('x', 1))]];
      if (typeof value !== 'object' || value === null)
        return typeof value === 'string' ? [[path, value]] : [];
      return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
    };
    const spanish = new Map(leaves(spanishShell));
    const english = leaves(ENGLISH.shell);
    expect(english.length).toBeGreaterThan(60);
    const same = english.filter(([path, text]) => spanish.get(path) === text).map(([path]) => path);
    expect(same).toEqual(['.product']);
  });
});

describe('a second try', () => {
  test('[TB17] lists what the first run chose afterwards, in words; the debrief shows both runs', async () => {
    const here = await spanishRoom();
    const { run, entries } = await play(here, []);
    await debriefRun(here, run);
    const debrief = await open(here, { screen: 'debrief', run });
    if (debrief.kind !== 'debrief') throw new Error('no debrief');
    expect(debrief.branches.map((node) => [node.run, node.current])).toEqual([[run, true]]);
    const again = await againScreen(here, () => {}, debrief, 0);
    const chosen = entries.filter(({ command }) => command.kind === 'choose');
    expect(again.later.map(({ at }) => at)).toEqual(chosen.map(({ command }) => command.at));
    expect(again.later.every(({ said, ask }) => said.includes(' ') && ask !== null)).toBe(true);
    expect(again.session.played().entries).toEqual([]);
    again.session.close();
    const reloaded = await open(here, {
      screen: 'play',
      scenario: 'residence-207',
      settings,
      run: again.run,
      notices: [],
    });
    expect(reloaded).toMatchObject({ kind: 'play', later: again.later });
    const tree = await open(here, { screen: 'debrief', run });
    expect(tree).toMatchObject({
      branches: [
        { run, parent: null, current: true },
        { run: again.run, parent: run, current: false, ending: null },
      ],
    });
  });

  test('[TB10] having declined to say why is remembered by the next page', async () => {
    const here = room();
    const { run, session } = await startRun(here, flagship(), settings);
    await session.send({ kind: 'stop' });
    expect(await open(here, { screen: 'debrief', run })).toMatchObject({ shown: false });
    await here.storage.journal.decline(run);
    expect(await open(room(here.storage.journal), { screen: 'debrief', run })).toMatchObject({
      shown: true,
      reasons: [],
    });
  });
});

describe('other laws and days', () => {
  test('[TB15] the run stands first; what is unknown is left out or its own, with a sentence', async () => {
    const here = room();
    const { run, session } = await startRun(here, flagship(), settings);
    await session.send({ kind: 'stop' });
    const every = await open(here, { screen: 'compare', run, columns: [] });
    if (every.kind !== 'compare') throw new Error('no comparison');
    expect(every.comparison.columns[0]).toMatchObject({ pack: 'ca-los-angeles', isOwn: true });
    expect(every.comparison.columns.map(({ pack }) => pack).sort()).toEqual(
      here.library.packs.map(({ id }) => id).sort(),
    );
    const asked = await open(here, {
      screen: 'compare',
      run,
      columns: [
        { pack: 'mars', asOf: null, switches: {} },
        { pack: 'neutral', asOf: '2026-02-31', switches: {} },
      ],
    });
    expect(asked).toMatchObject({
      comparison: { columns: [{ isOwn: true }, { pack: 'neutral', asOf: '2026-06-30', isOwn: false }] },
      notices: [
        { text: ENGLISH.shell.address.packLeftOut('mars') },
        { text: ENGLISH.shell.address.dayOfRun('2026-02-31', '2026-06-30') },
      ],
    });
  });

  test('[TB15] a run that is not over is not compared', async () => {
    const here = room();
    const { run } = await startRun(here, flagship(), settings);
    await expect(open(here, { screen: 'compare', run, columns: [] })).rejects.toMatchObject({
      found: { kind: 'unfinished' },
    });
    const { session } = await resumeRun(here, run);
    expect(session.ended()).toBe(false);
  });
});

test('[TB14] preferences are kept; damaged, unknown or forbidden ones read as never chosen', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  const never = {
    theme: 'system',
    textSize: 100,
    keys: true,
    ownKeys: {},
    table: true,
    volumes: FIRST_VOLUMES,
    lang: null,
  } as const;
  expect(readPreferences()).toEqual(never);
  const liked = {
    theme: 'dark',
    textSize: 200,
    keys: false,
    ownKeys: { radio: 'X' },
    table: false,
    volumes: { all: 40, radio: 0, voices: 100, scene: 5, room: 55, muted: true },
    lang: 'es',
  } as const;
  keepPreferences(liked);
  expect(readPreferences()).toEqual(liked);
  const [key = ''] = kept.keys();
  for (const bad of [
    '{',
    'null',
    '[]',
    '{"theme":"pink","textSize":7,"keys":"no","ownKeys":{"radio":"V"},"table":3,"volumes":{"all":101,"radio":"x","muted":1},"lang":"xx"}',
  ]) {
    kept.set(key, bad);
    expect(readPreferences(), bad).toEqual(never);
  }
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new DOMException('no', 'SecurityError');
    },
    setItem: () => {
      throw new DOMException('no', 'SecurityError');
    },
  });
  keepPreferences(liked);
  expect(readPreferences()).toEqual(never);
  vi.unstubAllGlobals();
});
