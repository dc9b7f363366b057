/** `deconflict check` on what its author did not mean: nothing of it stops the check, and everything found is told. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../scenario/pages.ts';
import { deconflict, folder } from './deconflict.ts';

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
}, 60_000);
