/** Runs and their second tries as a tree. */
import { expect, test } from 'vitest';
import { branch } from '#debrief/branch.ts';
import { branchTree, type TreeRun } from '#debrief/branch-tree.ts';
import { wordingOf } from '#debrief/wording.ts';
import { makeEngine } from '#exercise/engine.ts';
import { played, STREET } from './street.ts';

const first = played([
  { at: 2_000, choose: 'approach/dark' },
  { at: 62_000, choose: 'request/hold' },
  { at: 300_000 },
]);
const other = played([{ at: 5_000, choose: 'approach/marked' }, { at: 300_000 }]);
const words = wordingOf(makeEngine(STREET, first.opening, 'grid'), { lang: 'en', words: 'codes' });
const as = (
  run: string,
  parent: string | null,
  one: typeof first,
  seq: number,
  ending: string | null,
): TreeRun => ({
  run,
  parent,
  opening: parent === null ? one.opening : { ...one.opening, parent: { run: 'sha256:x', seq } },
  entries: one.entries,
  title: 'A van on the street',
  ending,
});

test('[DB9] parents come first, each second try with the moment and choice by which it parted', () => {
  const waiting = branch(first.opening, first.entries, 1);
  const tree = branchTree(
    [
      { ...as('c', 'b', first, 1, null), entries: waiting.entries },
      as('b', 'a', other, 0, 'Settled'),
      as('a', null, first, 0, 'They are gone'),
    ],
    words,
  );
  expect(tree).toEqual([
    { run: 'a', parent: null, at: 0, label: 'A van on the street', ending: 'They are gone' },
    { run: 'b', parent: 'a', at: 5_000, label: 'Stop back with lights on.', ending: 'Settled' },
    { run: 'c', parent: 'b', at: 2_000, label: 'A van on the street', ending: null },
  ]);
});

test('[DB9] a run whose parent is not here stands as a first one', () => {
  expect(branchTree([as('b', 'gone', other, 0, null)], words)).toMatchObject([
    { run: 'b', parent: null, at: 0 },
  ]);
});
