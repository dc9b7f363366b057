/** A small run for tests of whatever keeps runs. */
import type { Entry, Opening } from '#exercise/entries.ts';
import type { RunMeta } from '#journal/run-store.ts';

export const digestOf = (seq: number) => `sha256:${seq.toString(16).padStart(64, '0')}`;
export const opening: Opening = {
  engine: '0.1.0',
  scenario: 'residence-207',
  playbook: digestOf(1),
  pack: { id: 'ca-los-angeles', hash: digestOf(2), asOf: '2026-06-30' },
  switches: {},
  seed: 7,
  extended: 100,
  language: 'en',
  seats: ['patrol'],
  level: 'guided',
  clock: 'live',
  parent: null,
};
export const meta: RunMeta = { title: 'Kidnapping', touched: 1_000, at: 0, state: 'running' };
export const entry = (seq: number, at = seq * 100): Entry => ({
  seq,
  command: { kind: 'advance', at },
  digest: digestOf(seq),
});
