/** `deconflict watch`: what an author saves is checked once, however the editor saves it. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import { followParts, partsOf, type Saved } from '#cli/disk/watch-folder.ts';
import { CannotDo } from '#cli/terminal/wrong-use.ts';
import { deskReader } from '#cli/watch/watch-desk.ts';
import { deconflict, folder } from './deconflict.ts';

const STARTER = join(import.meta.dirname, '../../src/cli/starter');

/** A home with the starter in it, called `starter`. */
function home(): string {
  const made = join(folder(), 'home');
  mkdirSync(made);
  cpSync(STARTER, join(made, 'starter'), { recursive: true });
  return made;
}

/** Follows a home; `saves` fills up as saves are told. */
function followed(made: string): { readonly saves: Saved[]; readonly quiet: () => Promise<void> } {
  const saves: Saved[] = [];
  const { stop } = followParts(partsOf(made), (saved) => saves.push(saved));
  onTestFinished(stop);
  return { saves, quiet: () => after(400) };
}

test('[CL43] a save is told once: in place, in parts, by a rename, twice the same, and not for what is no text of an author', async () => {
  const made = home();
  const file = join(made, 'starter/scenario.yaml');
  const text = readFileSync(file, 'utf8');
  const { saves, quiet } = followed(made);
  const told = () =>
    saves.map(({ changed, files }) => [changed, files.get('starter/scenario.yaml')?.slice(0, 12)]);

  writeFileSync(file, `# in place\n${text}`);
  await quiet();
  expect(told()).toEqual([[['starter/scenario.yaml'], '# in place\n#']]);

  writeFileSync(file, '');
  await after(60);
  writeFileSync(file, `# in parts\n${text}`);
  await quiet();
  expect(told().slice(1)).toEqual([[['starter/scenario.yaml'], '# in parts\n#']]);

  writeFileSync(join(made, 'starter/.scenario.yaml.swp'), 'x');
  writeFileSync(join(made, 'starter/scenario.yaml~'), 'x');
  writeFileSync(join(made, 'starter/4913'), 'x');
  writeFileSync(join(made, 'starter/new.tmp'), `# a rename\n${text}`);
  rmSync(file);
  await after(60);
  renameSync(join(made, 'starter/new.tmp'), file);
  await quiet();
  expect(told().slice(2)).toEqual([[['starter/scenario.yaml'], '# a rename\n#']]);

  writeFileSync(file, `# a rename\n${text}`);
  await quiet();
  expect(saves).toHaveLength(3);

  mkdirSync(join(made, 'second/plans'), { recursive: true });
  writeFileSync(join(made, 'second/plans/a.plan.yaml'), 'scenario: second\nsteps: []\n');
  rmSync(file);
  await after(600);
  expect(
    saves
      .flatMap(({ changed }) => changed)
      .slice(3)
      .sort(),
  ).toEqual(['second/plans/a.plan.yaml', 'starter/scenario.yaml']);
}, 20_000);

test('[CL44] after a save only what the file belongs to is read again; what does not read leaves what could be played last', () => {
  const made = home();
  cpSync(STARTER, join(made, 'other'), { recursive: true });
  const files = new Map(readSources(made));
  files.set(
    'other/scenario.yaml',
    (files.get('other/scenario.yaml') ?? '').replace('id: starter', 'id: other'),
  );
  const law = new Map([...readSources()].filter(([path]) => path.startsWith('law/')));
  for (const [path, text] of law) files.set(path, text);
  const read = deskReader();
  const first = read(files);
  expect([...first.playable.keys()]).toEqual(['other', 'starter']);
  expect(first.problems).toEqual([]);

  const text = files.get('starter/scenario.yaml') ?? '';
  files.set('starter/scenario.yaml', text.replace('minutes: 5', 'minutes: soon'));
  const second = read(files, ['starter/scenario.yaml']);
  expect(second.broken).toEqual(['starter']);
  expect(second.problems).toMatchObject([{ file: 'starter/scenario.yaml', line: 9, severity: 'error' }]);
  expect(second.playable.get('starter')).toBe(first.playable.get('starter'));
  expect(second.playable.get('other')).toBe(first.playable.get('other'));
  expect(second.law).toBe(first.law);

  files.set('starter/scenario.yaml', text.replace('minutes: 5', 'minutes: 6'));
  const third = read(files, ['starter/scenario.yaml']);
  expect(third.broken).toEqual([]);
  expect(third.playable.get('starter')?.playbook.minutes).toBe(6);
  expect(third.playable.get('starter')?.listing.hash).not.toBe(first.playable.get('starter')?.listing.hash);

  files.delete('other/scenario.yaml');
  expect([...read(files, ['other/scenario.yaml']).playable.keys()]).toEqual(['starter']);
}, 20_000);

test('[CL42] watch prints what check prints, at once and after each save; what plans find follows, and of the last save only', async () => {
  const made = home();
  const file = join(made, 'starter/scenario.yaml');
  const text = readFileSync(file, 'utf8');
  const child = spawn(process.execPath, ['src/cli/main.ts', 'watch', made, '--no-page'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      said += more;
    });
  }
  const says = (what: string | RegExp) => expect.poll(() => said, { timeout: 20_000 }).toMatch(what);
  await says(/read: no problems[\s\S]*1 plan played, law checked: no problems/);

  said = '';
  writeFileSync(file, text.replace('go: being-checked', 'go: being-chekced'));
  await says(/scenario\.yaml saved: 1 error, 1 warning \(\d+\.\d\d s\)/);
  const checked = await deconflict('check', join(made, 'starter'));
  const [place] = checked.err.split('\n');
  expect(place).toMatch(/scenario\.yaml:\d+:\d+ {2}SC0101 error/);
  expect(said).toContain(place);

  said = '';
  writeFileSync(
    file,
    text.replace('{ federal: confirmed, impostors: refuted }', '{ federal: refuted, impostors: confirmed }'),
  );
  await says(/saved: no problems/);
  await says(/careful\.plan\.yaml:\d+:\d+ {2}SC0602 error/);

  said = '';
  writeFileSync(file, text.replace('minutes: 5', 'minutes: 6'));
  await says(/saved: no problems[\s\S]*1 plan played, law checked: no problems/);
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
}, 60_000);

test('[CL42] a folder without a scenario, and one that is not there, are one sentence', () => {
  const empty = folder();
  expect(() => partsOf(empty)).toThrow(CannotDo);
  expect(() => partsOf(join(empty, 'none'))).toThrow('There is no folder');
  const one = partsOf(join(home(), 'starter'));
  expect(one.map(({ under }) => under)).toEqual(['starter', 'common', 'law']);
});
