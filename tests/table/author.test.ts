/** The author's page without a browser: what it asks for after a save, and what of a run holds. */
import { expect, onTestFinished, test } from 'vitest';
import { readSources, SCENARIOS } from '#cli/disk/sources.ts';
import { type Desk, deskReader } from '#cli/watch/watch-desk.ts';
import { authorServer } from '#cli/watch/watch-server.ts';
import { hashOf } from '#language/canonical.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { AuthorLibrary } from '#table/author/author-library.ts';
import { tryInChanged } from '#table/author/carry-run.ts';
import type { News } from '#table/author/news.ts';
import { room as roomOf } from './shipped-room.ts';

const law = [...readSources()].filter(([path]) => path.startsWith('law/') && !path.startsWith('law/probes/'));
const starter = [...readSources(`${SCENARIOS}/../src/cli/starter`)].map(
  ([path, text]) => [`starter/${path}`, text] as const,
);

/** The watching program's side: a folder that can be changed and is served as `watch` does, and a count of what was asked for. */
async function watching() {
  const read = deskReader();
  const files = new Map([...law, ...starter]);
  let desk: Desk = read(files);
  let [save, rest] = [0, 0];
  const news = (): News => {
    const playbooks = Object.fromEntries([...desk.playable].map(([id, { listing }]) => [id, listing.hash]));
    return { save, playbooks, broken: desk.broken, rest, problems: [], checking: false };
  };
  const { server, tell } = authorServer('no-page', desk, news());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The server has no port.');
  const asked: string[] = [];
  const library = new AuthorLibrary(async (name) => {
    asked.push(name);
    const answer = await fetch(`http://127.0.0.1:${at.port}/author/${name}`);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  });
  const edit = (from: string, to: string) => {
    const text = files.get('starter/scenario.yaml') ?? '';
    if (!text.includes(from)) throw new Error(`There is no ${from}.`);
    files.set('starter/scenario.yaml', text.replaceAll(from, to));
    desk = read(files, ['starter/scenario.yaml']);
    save += 1;
    tell(desk, news());
  };
  return { library, news, edit, asked, lawChanged: () => (rest += 1) };
}

test('[TB95] after a save the page asks for what is other than before; listing and map that say the same stay the same', async () => {
  const { library, news, edit, asked, lawChanged } = await watching();
  expect(await library.take(news())).toBe(true);
  const [first] = library.scenarios;
  const map = (await first?.map?.())?.default;
  const before = await first?.load();
  expect(await library.take({ ...news(), save: 9 })).toBe(false);
  expect(library.scenarios[0]).toBe(first);

  edit('Ask for a supervisor.', 'Ask for the sergeant.');
  expect(await library.take(news())).toBe(true);
  const [second] = library.scenarios;
  expect(second?.hash).not.toBe(first?.hash);
  expect((await second?.map?.())?.default, 'the sand table is not laid anew').toBe(map);
  expect((await second?.load())?.default).not.toEqual(before?.default);
  expect(await library.known(first?.hash ?? '')).toBe(before?.default);

  await library.law();
  await library.law();
  lawChanged();
  await library.take(news());
  await library.law();
  expect(asked.filter((name) => name === 'law')).toHaveLength(2);
});

test('[TB95] a text saved while the page asks for the one before never stands under the hash of that one', async () => {
  const { library, news, edit } = await watching();
  await library.take(news());
  const [first] = library.scenarios;
  edit('Ask for a supervisor.', 'Ask for the sergeant.');
  await expect(first?.load()).rejects.toThrow('404');
  expect(await library.known(first?.hash ?? '')).toBeNull();
  await library.take(news());
  const [second] = library.scenarios;
  expect(second?.hash).not.toBe(first?.hash);
  expect(hashOf((await second?.load())?.default)).toBe(second?.hash);
});

test('[TB96] a run whose seat is gone, or whose scenario cannot begin, is not taken along, and the page can say why', async () => {
  const { library, news, edit } = await watching();
  await library.take(news());
  const [listing] = library.scenarios;
  if (listing === undefined) throw new Error('The starter is listed.');
  const { default: playbook } = await listing.load();
  const room = { ...roomOf(), library };
  const run = { opening: planOpening(playbook), entries: [], at: 5_000 };
  expect(await tryInChanged(room, listing, run)).toMatchObject({ at: 5_000, goesOn: true, stopped: null });
  const stranger = { ...run, opening: { ...run.opening, seats: ['sergeant'] } };
  expect(await tryInChanged(room, listing, stranger)).toMatchObject({
    listing: null,
    stopped: { why: 'seat' },
  });

  edit(
    '      driven-away:\n',
    '      loop-a: { on: [{ when: "!world.force", go: loop-b }] }\n      loop-b: { on: [{ when: "!world.force", go: loop-a }] }\n      driven-away:\n',
  );
  edit('    start: across\n', '    start: loop-a\n');
  await library.take(news());
  const [changed] = library.scenarios;
  if (changed === undefined) throw new Error('It is listed still.');
  expect(changed.hash).not.toBe(listing.hash);
  expect(await tryInChanged(room, changed, run)).toMatchObject({ listing: null, stopped: { why: 'start' } });
});
