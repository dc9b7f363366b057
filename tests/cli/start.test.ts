/** Starting it where something is not as it should be: no Node of its own, a folder that nothing can be built in, a checkout on Windows. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as begin from '#cli/new.ts';
import { whyNotBuilt } from '#cli/own-node.mjs';
import { wholeNumber } from '#cli/wrong-use.ts';
import { folder } from './deconflict.ts';
import { inProcess } from './in-process.ts';

const ROOT = join(import.meta.dirname, '../..');
const npm = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** The two files that any Node must run, in a folder of this name, without the Node that npm brings. */
function bare(name: string): string {
  const root = join(folder(), name);
  mkdirSync(join(root, 'src/cli'), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  for (const file of ['deconflict.mjs', 'own-node.mjs'])
    copyFileSync(join(ROOT, 'src/cli', file), join(root, 'src/cli', file));
  return root;
}

/** A script as a Node that runs no TypeScript would run it. */
function oldNode(root: string, script: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, ['--no-strip-types', join(root, script), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
}

test('[CL53] [CL3] with install scripts off an old Node gets one sentence, whatever is started', () => {
  const root = bare('product');
  for (const [script, ...args] of [
    ['src/cli/deconflict.mjs', 'help'],
    ['src/cli/deconflict.mjs', 'serve', '--build'],
    ['src/cli/own-node.mjs'],
    ['src/cli/own-node.mjs', 'build'],
  ] as const) {
    const { status, stderr, stdout } = oldNode(root, script, ...args);
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'deconflict: The Node that this project brings was not installed: install scripts are off. Run "npm rebuild node --ignore-scripts=false".\n',
    });
  }
  expect(npm.scripts.start).toBe('node src/cli/deconflict.mjs serve --build');
  for (const name of ['build', 'test']) expect(npm.scripts[name]).toMatch(/^node src\/cli\/own-node\.mjs\b/);
});

test('[CL53] a folder with # or ? in its name is one sentence before anything is built', () => {
  for (const name of ['a#b', 'a?b', 'C#']) {
    const root = bare(name);
    const { status, stderr } = spawnSync(process.execPath, ['src/cli/own-node.mjs', 'build'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr.split('\n').length]).toEqual([1, 2]);
    expect(stderr).toMatch(
      /^deconflict: The page cannot be built in a folder with "[#?]" in its name .* Rename the folder/,
    );
  }
  for (const name of ['a b', 'é', '50%', "[a] & ; ' ( ) { } !"]) expect(whyNotBuilt(`/x/${name}`)).toBeNull();
});

test('[CL20] new takes no name that a system or the language keeps for itself, in whatever letters', async () => {
  const home = folder();
  for (const name of [
    'con',
    'CON',
    'aux',
    'nul',
    'com1',
    'lpt9',
    '..',
    '.',
    'constructor',
    '__proto__',
    'law',
    'a'.repeat(41),
  ])
    expect(await inProcess(begin, name, '--in', home), name).toMatchObject({ code: 2, out: '' });
  expect((await inProcess(begin, 'console', '--in', home)).code).toBe(0);
});

test('[CL1] a number is taken up to the limit that its sentence prints', () => {
  const most = Number.MAX_SAFE_INTEGER;
  expect(wholeNumber({ seed: String(most) }, 'seed', 1, [0, most])).toBe(most);
  for (const seed of ['9007199254740992', '99999999999999999', '1e3', '-1'])
    expect(() => wholeNumber({ seed }, 'seed', 1, [0, most])).toThrow(`from 0 to ${most}`);
});

test('[HS7] a checkout on Windows has the line ends of every other', () => {
  const read = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(read(readFileSync(join(ROOT, '.gitattributes'), 'utf8'))[0]).toBe('* text=auto eol=lf');
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  const kept = git('ls-files', '--eol')
    .split('\n')
    .filter((line) => /^i\/(crlf|mixed)/.test(line));
  expect(kept).toEqual([]);
});
