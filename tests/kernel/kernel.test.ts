/**
 * The kernel and its judge against the exercise and the judge of the law, step by step: on what is shipped, and on generated
 * playbooks and packs. 25,000 commands in `npm test`; `PROVE_RUNS` times 100,000, on other stories, in `npm run prove`.
 */
import { beforeAll, expect, test } from 'vitest';
import { REFUSALS } from '#exercise/refusals.ts';
import { walks } from './walks.ts';

const PROVING = process.env.PROVE_RUNS;
/** How many times a hundred thousand commands. */
const TIMES = PROVING === undefined ? 0.25 : Number(PROVING);

const COMMANDS = 100_000;
let walked: ReturnType<typeof walks>;
beforeAll(() => {
  walked = walks({
    ...{ commands: COMMANDS * TIMES, shipped: 4_000 * TIMES },
    // Many stories, each for a short while: what is rare is in few of them.
    ...{ generated: 250, batches: Math.max(1, TIMES) },
  });
}, 600_000 * Math.max(1, TIMES));

test('[RH4] [RH5] kernel and judge equal exercise and law on shipped scenarios under every pack, and on generated ones', () => {
  const { difference, counts } = walked.all;
  expect(difference).toBe(null);
  if (PROVING !== undefined) process.stdout.write(`${JSON.stringify(counts)}\n`);
  expect(counts.commands).toBeGreaterThanOrEqual(COMMANDS * TIMES);
  expect(counts.rulings).toBeGreaterThan(5_000 * TIMES);
  expect(tooFew(counts.events, EVENTS)).toEqual([]);
  expect(tooFew(counts.refused, REFUSED)).toEqual([]);
  expect(tooFew(counts.findings, FINDINGS)).toEqual([]);
  expect(RARE.filter((what) => !counts.findings[what])).toEqual([]);
  expect(Object.keys(REFUSED).sort()).toEqual([...REFUSALS].sort());
});

test('[RH4] [RH5] each planted difference is seen, and nothing where none is planted', () => {
  const { planted, unseen, unplanted } = walked.planted;
  expect(unplanted).toEqual([]);
  expect(planted).toBeGreaterThanOrEqual(20);
  expect(unseen).toEqual([]);
});

/** What was seen less often than it has to be. */
function tooFew(seen: Readonly<Record<string, number>>, floors: Readonly<Record<string, number>>): string[] {
  return Object.entries(floors)
    .filter(([what, floor]) => (seen[what] ?? 0) < floor * TIMES)
    .map(([what, floor]) => `${what}: ${seen[what] ?? 0} of ${floor * TIMES}`);
}

/** How often each has to be seen in a hundred thousand commands: a half to a third of what is. */
const EVENTS = {
  ...{ act: 4_000, 'act in words': 500, cut: 160, done: 3_000, observed: 12_000, closed: 100, told: 12_000 },
  ...{ learnt: 1_800, offered: 13_000, withdrawn: 13_000, asked: 5_000, said: 90, lapsed: 4_000 },
  ...{ moved: 15_000, revealed: 8_000, sound: 7_000, arrived: 12_000, world: 6_000, objective: 1_100 },
  ...{ ended: 1_200, 'act that goes on': 20 },
};
const REFUSED = {
  ...{ ended: 2_500, 'in-the-past': 2_400, 'not-open': 16_000, 'too-late': 400, busy: 1_800 },
  ...{ 'bad-words': 550, runaway: 375 },
};
/** By how a duty went or what a rule said; `!` grave, `?` does not count, `+` others spoke too. */
const FINDINGS = {
  ...{ met: 800, 'met+': 1_000, late: 250, missed: 650, 'missed?': 100, 'missed!': 75 },
  ...{ forbidden: 750, 'forbidden+': 4_000, 'forbidden!': 150, 'forbidden?': 170, 'forbidden!?': 100 },
  ...{ 'forbidden!+': 1_700, 'forbidden?+': 700, discouraged: 1_200, 'discouraged+': 3_200 },
  ...{ 'discouraged?': 330, permitted: 140, 'permitted+': 70, commended: 750, 'commended+': 180 },
  ...{ required: 110, 'required+': 290, 'given up': 150 },
};
/** Seen now and then, whatever the number of commands. */
const RARE = ['late?', 'late+', 'late?+', 'missed!?'];
