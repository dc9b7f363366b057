/** Calling the command line rightly and wrongly. */
import { expect, test } from 'vitest';
import { WrongUse } from '#cli/terminal/wrong-use.ts';
import { deconflict, deconflictUnread, npxDeconflict } from './deconflict.ts';

type Verb = { readonly run: (args: string[]) => Promise<number> | number };

const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  replay: () => import('#cli/replay.ts'),
  debrief: () => import('#cli/debrief.ts'),
  seeds: () => import('#cli/seeds.ts'),
  play: () => import('#cli/play.ts'),
  serve: () => import('#cli/serve.ts'),
};

const WRONG: readonly (readonly [verb: string, ...args: string[]])[] = [
  ['replay'],
  ['replay', 'a.json', 'b.json'],
  ['replay', 'a.json', '--fast'],
  ['debrief', 'a.json', '--pack'],
  ['debrief', 'a.json', '--as-of', '2026-02-30'],
  ['seeds', 'residence-207'],
  ['seeds', 'residence-207', '--truth', 'team'],
  ['seeds', 'residence-207', '--truth', 'team=martians'],
  ['seeds', 'residence-207', '--truth', 'team=federal', '--count', '-3'],
  ['play', 'x.plan.yaml', '--extended', '120'],
  ['serve', 'here'],
];

test.each(WRONG.map((args) => [args.join(' '), args] as const))(
  '[CL1] wrong use is told apart from what went wrong: deconflict %s',
  async (_, [name, ...args]) => {
    const verb = await VERBS[name]?.();
    await expect((async () => verb?.run(args))()).rejects.toBeInstanceOf(WrongUse);
  },
);

test.each([[[]], [['fly']], [['replay', 'a.json', '--fast']]])(
  '[CL1] wrong use gets a sentence, the usage and exit 2: deconflict %j',
  { timeout: 60_000 },
  async (args) => {
    const { code, out, err } = await deconflict(...args);
    expect(code).toBe(2);
    if (args.length > 0) {
      expect(out).toBe('');
      expect(err).toMatch(/^deconflict: .+\nusage: deconflict /);
    }
    expect(err).not.toMatch(/\n\s+at .+:\d+:\d+/);
  },
);

test('[CL2] who stops reading is not shown that the rest could not be written', {
  timeout: 60_000,
}, async () => {
  expect(await deconflictUnread('judge', '--vocabulary')).toEqual({ code: 0, out: '', err: '' });
});

test('[CL3] npx deconflict starts with the Node that npm brings, and help lists every command', {
  timeout: 60_000,
}, async () => {
  const { code, out } = await npxDeconflict('help');
  expect(code).toBe(0);
  for (const verb of ['check', 'judge', 'play', 'replay', 'debrief', 'seeds', 'serve']) {
    expect(out).toContain(`\n  ${verb}`);
  }
});
