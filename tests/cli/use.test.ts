/** Calling the command line rightly and wrongly. */
import { expect, test } from 'vitest';
import { deconflict, npxDeconflict } from './deconflict.ts';

const WRONG: readonly (readonly string[])[] = [
  [],
  ['fly'],
  ['replay'],
  ['replay', 'a.json', 'b.json'],
  ['replay', 'a.json', '--fast'],
  ['debrief', 'a.json', '--pack'],
  ['debrief', 'a.json', '--as-of', '2026-02-30'],
  ['debrief', 'a.json', '--pack', 'mars'],
  ['seeds', 'residence-207'],
  ['seeds', 'residence-207', '--truth', 'team'],
  ['seeds', 'residence-207', '--truth', 'team=martians'],
  ['seeds', 'residence-207', '--truth', 'team=federal', '--count', '-3'],
  ['play', 'x.plan.yaml', '--extended', '120'],
  ['serve', 'here'],
];

test.each(WRONG.map((args) => [args.join(' ') || 'nothing', args] as const))(
  '[CL1] wrong use: deconflict %s',
  { timeout: 30_000 },
  async (_, args) => {
    const { code, out, err } = await deconflict(...args);
    expect(code).toBe(2);
    if (args.length > 0) {
      expect(out).toBe('');
      expect(err).toMatch(/^deconflict: .+\nusage: deconflict /);
    }
    expect(err).not.toMatch(/\n\s+at .+:\d+:\d+/);
  },
);

test('[CL3] npx deconflict starts with the Node that npm brings, and help lists every command', {
  timeout: 30_000,
}, async () => {
  const { code, out } = await npxDeconflict('help');
  expect(code).toBe(0);
  for (const verb of ['check', 'judge', 'play', 'replay', 'debrief', 'seeds', 'serve']) {
    expect(out).toContain(`\n  ${verb}`);
  }
});
