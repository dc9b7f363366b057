/**
 * `node tests/checkouts/compare.ts OLD NEW [--only part,…] [--screens name,…] [--seconds N] [--same-scenarios] [--all]`: what two checkouts of
 * this project come to, item by item: hashes of playbooks, digests of all shipped plans, rulings of all probes and references under every
 * pack, words of every proof, screenshots. Each is asked by its own command line; both have their packages installed (`npm ci`).
 *
 * Exit 1 where something differs by more than words: texts, the times that reading them takes, and the digests that follow from these.
 * Parts are playbooks, runs, rulings, proofs and screens. `--same-scenarios` lets NEW play, judge and prove what OLD ships, so that only code
 * is compared. `--screens` takes only these screens. `--seconds` is how long each proof may take (60). `--all` lists what is equal, too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { factsOf, PARTS, type Part, takeScreens } from './ask-checkout.ts';
import { differences, type Row } from './differences.ts';
import { layOut } from './lay-out.ts';
import { comparePictures } from './pictures-apart.ts';
import { isSame, tableOf } from './table-of.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    screens: { type: 'string', default: '' },
    seconds: { type: 'string', default: '60' },
    'same-scenarios': { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
  },
});
const [old, now] = positionals.map((path) => resolve(path));
const parts = (values.only?.split(',') ?? PARTS) as readonly Part[];
const unknown = parts.filter((part) => !PARTS.includes(part));
if (old === undefined || now === undefined || positionals.length > 2 || unknown.length > 0) {
  console.error(`usage: node tests/checkouts/compare.ts OLD NEW; parts are ${PARTS.join(', ')}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'checkouts-'));
try {
  const rows = compared(old, now);
  console.log(tableOf(rows, values.all));
  process.exitCode = isSame(rows) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function compared(old: string, now: string): readonly Row[] {
  const [before, after] = [join(folder, 'old'), join(folder, 'new')];
  layOut(old, before);
  layOut(now, after, values['same-scenarios'] ? old : now);
  const rows = differences(
    factsOf(before, parts, Number(values.seconds)),
    factsOf(after, parts, Number(values.seconds)),
  );
  if (!parts.includes('screens')) return rows;
  const only = values.screens.split(',').filter((name) => name !== '');
  takeScreens(before, `${before}-screens`, only);
  takeScreens(after, `${after}-screens`, only);
  return [...rows, ...comparePictures(`${before}-screens`, `${after}-screens`)];
}
