/** The refs of the shipped scenario, ruled where its own plans lead, against the probes of the same refs. */

import { expect, test } from 'vitest';
import { probedLaw } from '#cli/disk/shipped.ts';
import { PRINTED_PACKS, probeRows, type Row, refRows } from '#cli/judge.ts';
import { AXES } from '#law/trace.ts';

const law = probedLaw();
const failures: string[] = [];
const rows = refRows(law, failures);
const probes = new Map(probeRows(law).map((row) => [`${row.ref} ${row.pack}`, row]));
const signs = (row: Row | undefined) =>
  row && `${AXES.map((axis) => row[axis]).join('')}${row.grave ? '!' : ''}`;

test('[LW16] every plan reaches its situation, and every ref is ruled once under each pack', () => {
  expect(failures).toEqual([]);
  const keys = rows.map((row) => `${row.scenario} ${row.ref} ${row.pack}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(rows.map((row) => row.ref)).size * PRINTED_PACKS.length).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(100);
});

test('[LW16] [LW19] a ref is worth in its scenario what its probe is worth, but for what the scene changes', () => {
  const differ = rows
    .map((row) => [`${row.ref} ${row.pack}`, signs(probes.get(`${row.ref} ${row.pack}`)), signs(row)])
    .filter(([, probe, ref]) => probe !== ref);
  // By then the sergeant may be there: Port Halden lets an officer help on a supervisor's recorded decision.
  expect(differ).toEqual([
    ['F12b neutral', '-00', '000'],
    ['F13b neutral', '-00', '000'],
    ['F13c neutral', '--0', '0-0'],
    ['F16c neutral', '--+', '+-+'],
  ]);
});
