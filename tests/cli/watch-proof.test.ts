/** `deconflict watch` proves what is saved: in a thread, as far as a glance goes, the last save only. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { howFar, type LaterFound, type LaterWork, laterChecks } from '#cli/watch/watch-later.ts';
import { readLaw } from '#law/read.ts';
import { readScenario } from '#scenario/read.ts';
import { filesOf, readPages } from '../scenario/pages.ts';
import { story } from '../verify/prove-small.ts';
import { deconflict, deconflictWith, folder } from './deconflict.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The little law of a page of diagnostics: one pack. */
const LAW = readPages()
  .find(({ code }) => code === 'SC0801')
  ?.examples.filter(({ kind }) => kind === 'given');
/** A scenario in which one of two ways leads to such a state. */
const near = (state: string) =>
  story(
    `              - { id: wait, say: "Wait here.", acts: [], takes: 10s, then: [{ go: leaving }] }
              - { id: walk, say: "Walk up.", acts: [], takes: 8s, then: [{ go: near }] }`,
    `      near: ${state}`,
  );
const TRAP = near('{}');
const FIXED = near('{ after: { 20s: [{ go: leaving }] } }');
const ROUND = near('{ on: [{ when: "true", go: rolling }] }').replace(
  'rolling:\n',
  'rolling:\n        on: [{ when: "true", go: near }]\n',
);

/** The texts of a home with one scenario of these sections. */
function texts(sections: string): Map<string, string> {
  return filesOf([...(LAW ?? []), { kind: 'given', line: 0, column: 0, file: null, text: sections }]).files;
}

/** `watch` on a home with that scenario, in a process of its own: what it said since it was last cleared, and a way to save. */
function watched(sections: string) {
  const home = folder();
  const save = (files: ReadonlyMap<string, string>) => {
    for (const [name, text] of files) {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      writeFileSync(join(home, name), text);
    }
  };
  save(texts(sections));
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [
    'src/cli/main.ts',
    'watch',
    home,
    '--no-page',
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      said += more;
    });
  }
  return {
    save: (now: string) => {
      said = '';
      save(new Map([['base/scenario.yaml', texts(now).get('base/scenario.yaml') ?? '']]));
    },
    said: () => said,
    says: (what: RegExp) => expect.poll(() => said, { timeout: 20_000 }).toMatch(what),
  };
}

test('[CL42] a trap that is saved is told at its line, and no longer once it is fixed; so is an opening that does not settle', async () => {
  const { save, said, says } = watched(FIXED);
  await says(/proved completely: no problems/);
  save(TRAP);
  await says(
    /saved: no problems[\s\S]*law checked: no problems[\s\S]*proved completely: 1 error, 0 warnings/,
  );
  const line = (texts(TRAP).get('base/scenario.yaml') ?? '').split('\n').indexOf('      near: {}') + 1;
  await says(new RegExp(`base/scenario\\.yaml:${line}:7 {2}SC0801 error`));
  save(ROUND);
  await says(/proved completely: 1 error[\s\S]*SC0801 error {2}The opening does not settle/);
  save(FIXED);
  await says(/proved completely: no problems/);
  expect(said()).not.toContain('SC0801');
});

test('[CL42] a proof by witness is not told as one to the end', () => {
  expect(howFar(['complete', 'complete'])).toBe('whole');
  expect(howFar(['complete', 'witness'])).toBe('in part');
  expect(howFar(['complete', 'stopped'])).toBe('in part');
});

/** A save of these sections as `watch` hands it on. */
function work(save: number, sections: string): LaterWork {
  const files = texts(sections);
  const { playbook } = readScenario(files, 'base');
  return { save, files, playbooks: new Map([['base', playbook]]), law: readLaw(files).law, changed: [] };
}

/** The checks in their thread, with what they told so far. */
function checks() {
  const found: LaterFound[] = [];
  const broke: number[] = [];
  const { start, stop } = laterChecks(
    (one) => found.push(one),
    (save) => broke.push(save),
  );
  onTestFinished(stop);
  const told = () =>
    found.map(({ save, proof, problems }) => [save, proof, ...problems.map(({ code }) => code)]);
  return { start, told, broke };
}

test('[CL42] of several quick saves only the last is proved', async () => {
  const { start, told } = checks();
  start(work(1, TRAP));
  start(work(2, TRAP));
  start(work(3, FIXED));
  await expect.poll(told, { timeout: 20_000 }).toEqual([
    [3, 'coming'],
    [3, 'whole'],
  ]);
  start(work(4, TRAP));
  await expect
    .poll(() => told().slice(2), { timeout: 20_000 })
    .toEqual([
      [4, 'coming'],
      [4, 'whole', 'SC0801'],
    ]);
});

test('[CL61] a scenario of which a plan goes otherwise is left out, and named; check says the same of it', async () => {
  const files = new Map([
    ...texts(FIXED),
    ['base/plans/wrong.plan.yaml', 'scenario: base\nsteps:\n  - at: 1s\n  - expect: { ended: over }\n'],
  ]);
  const { playbook } = readScenario(files, 'base');
  const found: LaterFound[] = [];
  const { start, stop } = laterChecks(
    (one) => found.push(one),
    () => {},
  );
  onTestFinished(stop);
  start({ save: 1, files, playbooks: new Map([['base', playbook]]), law: readLaw(files).law, changed: [] });
  await expect
    .poll(() => found.map(({ proof, unproved }) => [proof, unproved]), { timeout: 20_000 })
    .toEqual([['none', ['base']]]);
  const home = folder();
  for (const [name, text] of files) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  const checked = await deconflict('check', home);
  expect(checked.err).toContain('base is not proved: one of its plans does not go as written.');
  const told = await deconflict('check', home, '--json');
  expect(JSON.parse(told.out)).toMatchObject({ ok: false, proof: [], unproved: ['base'] });
});

test('[CL42] where the thread breaks that is told, and the next save is checked again', async () => {
  const { start, told, broke } = checks();
  const broken = work(1, FIXED);
  const { playbook } = readScenario(broken.files, 'base');
  if (playbook === null) throw new Error('It compiles.');
  start({ ...broken, playbooks: new Map([['base', { ...playbook, states: [] }]]) });
  await expect.poll(() => broke, { timeout: 20_000 }).toEqual([1]);
  start(work(2, FIXED));
  await expect.poll(told, { timeout: 20_000 }).toContainEqual([2, 'whole']);
});

test('[CL42] a port that is taken is one sentence and exit 1: nothing keeps watching', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void taken.close());
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const home = folder();
  mkdirSync(join(home, 'base'));
  writeFileSync(join(home, 'base/scenario.yaml'), texts(FIXED).get('base/scenario.yaml') ?? '');
  const { code, out, err } = await deconflictWith({ PORT: String(port) }, 'watch', home);
  expect([code, err]).toEqual([
    1,
    expect.stringMatching(
      /^deconflict: Port \d+ is already in use\. .*\nBrowsers store sessions by address: .*\n$/,
    ),
  ]);
  expect(out).not.toMatch(/Building|Save a file/);
});
