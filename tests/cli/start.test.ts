/** Starting it where something is not as it should be: no Node of its own, a folder that nothing can be built in, a checkout on Windows. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as begin from '#cli/new.ts';
import { whyNotBuilt } from '#cli/own-node.mjs';
import { wholeNumber } from '#cli/terminal/wrong-use.ts';
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
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-strip-types', join(root, script), ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}
const oneSentence = (sentence: string) => ({ status: 1, stdout: '', stderr: `deconflict: ${sentence}\n` });
const REPAIR = 'Run "npm rebuild node --ignore-scripts=false".';

test('[CL53] [CL3] with install scripts off an old Node gets one sentence, whatever is started', () => {
  const root = bare('product');
  for (const [script, ...args] of [
    ['src/cli/deconflict.mjs', 'help'],
    ['src/cli/deconflict.mjs', 'serve', '--build'],
    ['src/cli/own-node.mjs'],
    ['src/cli/own-node.mjs', 'build'],
  ] as const) {
    expect(oldNode(root, script, ...args)).toEqual(
      oneSentence(
        `The Node that comes with this project was not installed: install scripts are off. ${REPAIR}`,
      ),
    );
  }
  const { start, ...others } = npm.scripts;
  expect(start).toBe('node src/cli/deconflict.mjs serve --build');
  for (const [name, script] of Object.entries(others))
    expect(script, name).toMatch(/^node src\/cli\/own-node\.mjs (build )?&& /);
  for (const name of ['build', 'test', 'prove', 'bench', 'screenshots', 'reveal'])
    expect(others[name], name).toContain('own-node.mjs build &&');
});

// On Windows every file may be run.
test.skipIf(process.platform === 'win32')('[CL53] so does one beside a Node that may not be run', () => {
  const root = bare('copied');
  const node = join(root, 'node_modules/node');
  mkdirSync(join(node, 'bin'), { recursive: true });
  writeFileSync(join(node, 'package.json'), '{"name":"node"}');
  writeFileSync(join(node, 'bin/node'), '');
  chmodSync(join(node, 'bin/node'), 0o644);
  for (const script of ['src/cli/deconflict.mjs', 'src/cli/own-node.mjs'])
    expect(oldNode(root, script)).toEqual(
      oneSentence(
        `The Node that comes with this project cannot be run: its file has lost its permissions. ${REPAIR}`,
      ),
    );
});

test('[CL53] so does Vitest', () => {
  expect(oldNode(ROOT, 'node_modules/vitest/vitest.mjs', 'run', 'no-test-has-this-name')).toEqual(
    oneSentence(
      `Node ${process.versions.node} cannot run TypeScript. Start it with npm or npx, which use the Node that comes with this project.`,
    ),
  );
});

test('[CL53] where the part that builds was left out, that is one sentence', () => {
  const root = bare('no-optional');
  mkdirSync(join(root, 'node_modules/vite'));
  writeFileSync(
    join(root, 'node_modules/vite/package.json'),
    '{"name":"vite","type":"module","exports":"./v.js"}',
  );
  writeFileSync(join(root, 'node_modules/vite/v.js'), 'throw new Error("Cannot find native binding.");');
  const ran = spawnSync(process.execPath, ['src/cli/own-node.mjs', 'build'], { cwd: root, encoding: 'utf8' });
  expect([ran.status, ran.stderr]).toEqual([
    1,
    'deconflict: The tool that builds the page was not installed for this system. Run "npm ci --include=dev --include=optional".\n',
  ]);
});

test('[CL53] a folder with # or ? in its name is one sentence before anything is built', async () => {
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
  for (const name of ['a b', 'é', '50%', "[a] & ; ' ( ) { } !"])
    expect(await whyNotBuilt(`/x/${name}`)).toBeNull();
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
