/** What reaches a terminal: nothing that a file, a name or an argument brings steers it, by whichever verb. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import * as check from '#cli/check.ts';
import * as graph from '#cli/graph.ts';
import * as play from '#cli/play.ts';
import * as seeds from '#cli/seeds.ts';
import { answer, print, say, tell } from '#cli/terminal/print.ts';
import { deconflict, folder } from './deconflict.ts';
import { inProcess } from './in-process.ts';

vi.setConfig({ testTimeout: 60_000 });
const ROOT = join(import.meta.dirname, '../..');
/** A control sequence, a window title, a line of its own, C1, DEL, a turn of direction, a line separator. */
const HOSTILE = '\u001b[31mEVIL\u001b]0;t\u0007\u009b2J\u007f\u202e\u2028';
const RAW = /(?![\n\t\u00ad\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/u;

/** A home with the starter in it, under a hostile name of a folder above, changed by `edit`. */
function hostileHome(edit: (text: string) => string): string {
  const made = join(folder(), HOSTILE);
  mkdirSync(made);
  cpSync(join(ROOT, 'src/cli/starter'), join(made, 'starter'), { recursive: true });
  const file = join(made, 'starter/scenario.yaml');
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  return made;
}

test('[LG9] a hostile key, a hostile value and a hostile name of a folder reach no terminal raw, by whichever verb', async () => {
  const edits: readonly ((text: string) => string)[] = [
    (text) => `${text}"\\e[31mEVIL\\e]0;t\\a\\nx.yaml:1:1  OK": 1\n`,
    (text) => `${text}"k ${HOSTILE}": 1\n`,
    (text) => `${text}"x.yaml:1:1  OK\\nx.yaml:1:1  OK": 1\n`,
    (text) => text.replace(/^title: .*$/m, 'title: "Two\\u200e men\\nx.yaml:1:1  OK"'),
  ];
  for (const edit of edits) {
    const made = hostileHome(edit);
    const starter = join(made, 'starter');
    for (const [verb, ...args] of [
      [check, starter, '--no-proof'],
      [check, starter, '--no-proof', '--json'],
      [seeds, starter, '--truth', 'team=impostors', '--count', '1'],
      [play, join(starter, 'plans/careful.plan.yaml')],
      [graph, starter],
      [seeds, `${starter}-${HOSTILE}\nx.yaml:1:1  OK`, '--truth', 'team=impostors'],
    ] as const) {
      const { out, err } = await inProcess(verb, ...args);
      // A refusal is thrown here; main.ts prints it as the two below are printed.
      expect(out).not.toMatch(RAW);
      expect(out).not.toMatch(/^x\.yaml:1:1/m);
      if (verb === check) expect(err).not.toMatch(RAW);
      expect(err).not.toMatch(/^x\.yaml:1:1 {2}OK$/m);
    }
  }
});

test('[LG9] [CL2] what the command line cannot do, and arguments it does not know, are said on a line of their own', async () => {
  const name = `${HOSTILE}\nx.yaml:1:1  OK`;
  for (const args of [[name], ['seeds', name, '--truth', 'a=b'], ['replay', `--${name}`], ['check', name]]) {
    const { out, err } = await deconflict(...args);
    expect(out + err).not.toMatch(RAW);
    expect(err).toContain('\\u001b[31mEVIL');
    expect(err).not.toMatch(/^x\.yaml/m);
  }
});

test('[CL51] whatever is said goes through one file, which lets nothing through', async () => {
  const cli = join(ROOT, 'src/cli');
  const writers = readdirSync(cli, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      name.endsWith('.ts') && /std(out|err)\.write|console\./.test(readFileSync(join(cli, name), 'utf8')),
  );
  expect(writers).toEqual([join('terminal', 'print.ts')]);
  const all = async (verb: () => void) => {
    const { out, err } = await inProcess({
      run: () => {
        verb();
        return 0;
      },
    });
    return out + err;
  };
  for (const verb of [say, tell, answer]) expect(await all(() => verb(HOSTILE))).not.toMatch(RAW);
  expect(await all(() => say('one\n two  \n', 'three'))).toBe('one two\nthree\n');
  const json = await all(() => print({ json: true }, { [HOSTILE]: HOSTILE }, () => []));
  expect(json).not.toMatch(RAW);
  expect(JSON.parse(json)).toEqual({ [HOSTILE]: HOSTILE });
});

test('[CL51] a full disk is one sentence and exit 1', () => {
  const called = (args: string) =>
    spawnSync('sh', ['-c', `"${process.execPath}" src/cli/main.ts ${args}`], { cwd: ROOT, encoding: 'utf8' });
  expect(called('judge --vocabulary > /dev/full')).toMatchObject({
    status: 1,
    stderr: 'deconflict: The output could not be written: the disk is full.\n',
  });
  expect(called('help > /dev/full 2> /dev/full')).toMatchObject({ status: 1, stderr: '' });
});
