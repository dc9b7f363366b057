/** `deconflict check` on what its author did not mean: nothing of it stops the check, and everything found is told. */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { run } from '#cli/check.ts';
import { CannotDo, WrongUse } from '#cli/terminal/wrong-use.ts';
import { filesOf } from '../scenario/pages.ts';
import { deconflict, folder, heard } from './deconflict.ts';

vi.setConfig({ testTimeout: 60_000 });

const ROUND = `story:
  contact:
    start: round
    states:
      round: { on: [{ when: "true", go: about }] }
      about: { on: [{ when: "true", go: round }] }
`;
const PLAN = 'scenario: base\nseed: 1\nsteps:\n  - at: 10s\n';

/** A home with one scenario of these sections in it, called `base`. */
function home(sections: string): string {
  const made = folder();
  const { files } = filesOf([{ kind: 'broken', line: 0, column: 0, file: null, text: sections }]);
  mkdirSync(join(made, 'base/plans'), { recursive: true });
  writeFileSync(join(made, 'base/scenario.yaml'), files.get('base/scenario.yaml') ?? '');
  return made;
}

test('[CL30] [RH37] an opening that does not settle is told at its place, with plans and without', async () => {
  const base = join(home(ROUND), 'base');
  const trap = expect.objectContaining({ code: 'SC0801', severity: 'error' });
  const bare = await deconflict('check', base, '--json');
  expect(JSON.parse(bare.out).problems).toEqual([trap]);
  expect(bare.code).toBe(1);
  writeFileSync(join(base, 'plans/wait.plan.yaml'), PLAN);
  const planned = await deconflict('check', base, '--json');
  expect(JSON.parse(planned.out).problems).toEqual([trap]);
  expect(planned.code).toBe(1);
});

/** What the verb says in this process, as JSON. */
async function checked(...args: readonly string[]) {
  const { code, out } = await heard(() => run([...args, '--json']));
  return { code, problems: JSON.parse(out).problems };
}

test('[CL30] a law beside a scenario that does not read is told, once, and never exit 0', async () => {
  const made = home('');
  const base = join(made, 'base');
  cpSync('scenarios/law', join(made, 'law'), { recursive: true });
  writeFileSync(join(base, 'plans/wait.plan.yaml'), PLAN);
  writeFileSync(join(made, 'law/packs.yaml'), 'packs: [');
  const broken = expect.objectContaining({ code: 'LG0001', file: join(made, 'law/packs.yaml') });
  for (const paths of [[base], [made], [base, join(base, 'plans/wait.plan.yaml'), join(made, 'law')]]) {
    expect(await checked(...paths, '--no-proof')).toEqual({ code: 1, problems: [broken] });
  }
});

test('[CL30] several paths to one scenario check it once', async () => {
  const base = join(home('endings: []\n'), 'base');
  const { problems } = await checked(base, '--no-proof');
  expect(problems.length).toBeGreaterThan(0);
  const files = ['scenario.yaml', 'plans'].map((name) => join(base, name));
  expect((await checked(...files, '--no-proof')).problems).toEqual(problems);
});

test('[CL31] a folder that no plan can be written into is told before anything is proved', async () => {
  const made = home(ROUND);
  const file = join(made, 'base/scenario.yaml');
  await expect(run([file, '--write-plan', file])).rejects.toThrow(CannotDo);
  await expect(run([file, '--write-plan', join(file, 'plans')])).rejects.toThrow(
    'part of the path is a file',
  );
  await expect(run([file, '--write-plan', join(made, 'new'), '--no-proof'])).rejects.toThrow(WrongUse);
  expect(readdirSync(made)).toEqual(['base']);
  await checked(file, '--write-plan', join(made, 'some/new'));
  expect(existsSync(join(made, 'some/new'))).toBe(true);
});
