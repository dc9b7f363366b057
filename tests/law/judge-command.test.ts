/** `deconflict judge` under one pack and one model of delegation, as an instructor in Florida would ask it. */
import { expect, test } from 'vitest';
import { probedLaw } from '#cli/disk/shipped.ts';
import { PRINTED_PACKS, probeRows, run } from '#cli/judge.ts';
import { WrongUse } from '#cli/terminal/wrong-use.ts';

const law = probedLaw();

test('[LW21] judge rules the probes under one pack, with its delegation as asked for', () => {
  const under = (model: string) =>
    probeRows(law, { packs: ['florida-287g'], switches: { model } }).filter(
      (row) => row.ref === 'fl-arrest-none',
    );
  expect(under('none')).toMatchObject([{ pack: 'florida-287g', jurisdiction: '-', constitutional: '0' }]);
  expect(under('task-force')).toMatchObject([{ jurisdiction: '+', constitutional: '0' }]);
  expect(under('task-force')[0]?.rules).toContain('florida/delegated-help');
  expect(under('warrant-service')[0]?.rules).toContain('florida/jail-power-on-the-street');
});

test('[LW21] without a pack asked for, judge rules the three that the reference speaks of', () => {
  expect(new Set(probeRows(law).map((row) => row.pack))).toEqual(new Set(PRINTED_PACKS));
});

test('[LW21] a pack or a model that there is not is wrong use, with those that there are', () => {
  const asked = (...args: string[]) => run(['--probes', ...args]);
  expect(() => asked('--pack', 'florida')).toThrow(
    new WrongUse(`There is no pack "florida". The packs are: ${Object.keys(law.packs).join(', ')}.`),
  );
  expect(() => asked('--pack', 'florida-287g', '--model', 'jail')).toThrow('jail-enforcement');
  expect(() => asked('--pack', 'neutral', '--model', 'none')).toThrow('has no such switch');
  expect(() => asked('--model', 'none')).toThrow('--pack');
}, 30_000);
