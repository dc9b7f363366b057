/** Abstractions of stories against the stories themselves: whatever a play comes to, the abstraction can come to. */

import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { draw } from '#exercise/chance.ts';
import { int } from '#kernel/conditions.ts';
import { Kernel } from '#kernel/kernel.ts';
import { settled } from '#plans/unsettled-opening.ts';
import type { Effect, Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import { Abstraction } from '#verify/abstraction/abstraction.ts';
import { endsShown } from '#verify/abstraction/endings-shown.ts';
import { circlesOf, explored } from '#verify/abstraction/explored.ts';
import { keptWith } from '#verify/abstraction/kept.ts';
import { Runaway } from '#verify/abstraction/successor.ts';
import { endsAlone } from '#verify/abstraction/termination.ts';
import { movesAtOnce } from '#verify/abstraction/zero-delay-chains.ts';
import { filesOf } from '../scenario/pages.ts';
import { generatedGames } from './games.ts';
import { story, WAIT, WALK } from './prove-small.ts';

/** What takes the whole flagship twice is for `npm run prove`; what it shows, generated and small stories show too. */
const LONG = process.env.PROVE_RUNS !== undefined;
const BOTH = `${WAIT}\n${WALK}`;
const GAMES = generatedGames(40).map(({ playbook: { endsBy: _, ...playbook } }): Playbook => playbook);

/** The same with fewer ways: none by guards, and none, or none of the first region, by effects. */
const TAMED = GAMES.map((playbook, n): Playbook => {
  const stays = (effect: Effect) =>
    effect.do !== 'go' || (n % 2 === 0 && playbook.signals[effect.signal]?.region !== 0);
  return {
    ...playbook,
    states: playbook.states.map((state) => ({ ...state, settle: [] })),
    lists: playbook.lists.map((effects) => effects.filter(stays)),
  };
});

/** Numbers below a bound, always the same for a seed. */
function dice(seed: number): (below: number) => number {
  let n = 0;
  return (below) =>
    draw(
      seed,
      'dice',
      n++,
      Array.from({ length: below }, () => 1),
    );
}

/** What an abstraction keeps, in order. */
interface Keeps {
  readonly regions: readonly number[];
  readonly slots: readonly number[];
}

/** What a play stands in, of what is kept. */
const standing = ({ run }: Kernel, { regions, slots }: Keeps) =>
  [...regions.map((one) => int(run.place, one)), ...slots.map((one) => int(run.slots, one))].join();

/** Every such standing that an abstraction can come to, and what it keeps; null where it is too large or does not settle. */
function canCome(
  playbook: Playbook,
  seat: number,
  slots: readonly number[],
  regions: readonly number[],
  most: number,
): { readonly keeps: Keeps; readonly all: ReadonlySet<string> } | null {
  try {
    const abstraction = new Abstraction(playbook, seat, keptWith(playbook, new Set(slots), new Set(regions)));
    const found = explored(abstraction, most);
    if (found === null) return null;
    const { regionAt, slotAt } = abstraction.successor;
    const read = [...regionAt.values(), ...slotAt.values()];
    const all = Array.from({ length: found.states }, (_, n) => read.map((at) => found.state(n)[at]).join());
    return { keeps: { regions: [...regionAt.keys()], slots: [...slotAt.keys()] }, all: new Set(all) };
  } catch (error) {
    if (error instanceof Runaway) return null;
    throw error;
  }
}

/** Plays at random, at most so many commands; `seen` is called wherever the play stands. The last answer, null where the opening runs away. */
function wander(
  playbook: Playbook,
  seat: number,
  seed: number,
  commands: number,
  seen: (kernel: Kernel) => void,
): { readonly kernel: Kernel; readonly ranAway: boolean } | null {
  const kernel = new Kernel(playbook, {
    seats: [playbook.seats[seat]?.id ?? ''],
    extended: 100,
    careful: true,
  });
  const roll = dice(seed);
  if (settled(() => kernel.open(seed)) === null) return null;
  let ranAway = false;
  for (let n = 0; n < commands && kernel.ended === -1 && !ranAway; n++) {
    seen(kernel);
    const { offers, offersN } = kernel.run;
    const due = kernel.nextDue;
    if (offersN > 0 && roll(3) > 0) {
      const at = 2 * roll(offersN / 2);
      const wait = due < 0 ? 0 : roll(3) * Math.floor((due - 1 - kernel.at) / 2);
      const moment = kernel.at + Math.max(0, wait);
      ranAway = kernel.take(moment, int(offers, at), int(offers, at + 1)) === 'runaway';
    } else if (due >= 0) ranAway = kernel.advance(due) === 'runaway';
    else break;
  }
  return { kernel, ranAway };
}

/** The first place that a play of a story comes to and its abstraction (that of `abstracted`) cannot; how much was compared until then. */
function compared(abstracted: (playbook: Playbook) => Playbook): {
  missed: string | null;
  abstractions: number;
  situations: number;
} {
  let missed: string | null = null;
  let [abstractions, situations] = [0, 0];
  for (const [n, playbook] of GAMES.entries()) {
    for (let turn = 0; turn < 3; turn++) {
      const roll = dice(n * 10 + turn);
      // An abstraction knows no clock, so it cannot tell what is left of an act.
      const keepable = playbook.slots.flatMap(({ id }, slot) => (/^(missed|left)\./.test(id) ? [] : [slot]));
      const slots = Array.from({ length: turn }, () => keepable[roll(keepable.length)] ?? 0);
      const can = canCome(abstracted(playbook), 0, slots, [roll(playbook.regions.length)], 1_500);
      if (can === null) continue;
      abstractions += 1;
      for (let seed = 1; seed <= 4; seed++) {
        wander(playbook, 0, seed, 50, (kernel) => {
          situations += 1;
          const here = standing(kernel, can.keeps);
          if (!can.all.has(here))
            missed ??= `game ${n}, turn ${turn}, seed ${seed}, at ${kernel.at}: ${here}`;
        });
        if (missed !== null) return { missed, abstractions, situations };
      }
    }
  }
  return { missed, abstractions, situations };
}

test('[RH63] of generated stories, whatever a play at random comes to is a state of an abstraction, whatever that keeps', () => {
  const { missed, abstractions, situations } = compared((playbook) => playbook);
  expect(missed).toBeNull();
  expect(abstractions).toBeGreaterThan(40);
  expect(situations).toBeGreaterThan(3_000);
}, 120_000);

test('[RH63] an abstraction that leaves something out is found out', () => {
  const without: Readonly<Record<string, (playbook: Playbook) => Playbook>> = {
    automations: (playbook) => ({ ...playbook, automations: [] }),
    deadlines: (playbook) => ({ ...playbook, states: playbook.states.map((one) => ({ ...one, after: [] })) }),
    actions: (playbook) => ({ ...playbook, actions: [] }),
    delays: (playbook) => ({
      ...playbook,
      lists: playbook.lists.map((effects) => effects.filter((effect) => effect.do !== 'after')),
    }),
    guards: (playbook) => ({ ...playbook, states: playbook.states.map((one) => ({ ...one, settle: [] })) }),
    answers: (playbook) => ({
      ...playbook,
      decisions: playbook.decisions.map((one) => ({ ...one, options: [], silence: null })),
    }),
  };
  const unseen = Object.entries(without).filter(([, abstracted]) => compared(abstracted).missed === null);
  expect(unseen.map(([what]) => what)).toEqual([]);
}, 120_000);

const _files = readSources();
const flagship = shippedPlaybook('residence-207');
const patrol = flagship.seats.findIndex(({ solo }) => solo);

test.runIf(LONG)(
  '[RH63] on the flagship, plays at random stay within its abstraction',
  () => {
    const ids = ['world.left', 'world.found-out', 'world.t1900', 'world.claim'];
    const slots = ids.map((id) => flagship.slots.findIndex((slot) => slot.id === id));
    const street = flagship.regions.findIndex(({ id }) => id === 'street');
    const can = canCome(flagship, patrol, slots, [street], 200_000);
    if (can === null) throw new Error('the abstraction is too large');
    let situations = 0;
    const missed: string[] = [];
    for (let seed = 1; seed <= 60; seed++) {
      wander(flagship, patrol, seed, 400, (kernel) => {
        situations += 1;
        const here = standing(kernel, can.keeps);
        if (!can.all.has(here)) missed.push(here);
      });
    }
    expect(missed).toEqual([]);
    expect(situations).toBeGreaterThan(4_000);
  },
  120_000,
);

/** A small scenario of these sections. */
function small(sections: string): Playbook {
  const { files: made } = filesOf([{ kind: 'broken', line: 0, column: 0, file: null, text: sections }]);
  const { playbook, problems } = readScenario(made, 'base');
  if (playbook === null) throw new Error(JSON.stringify(problems, null, 1));
  return playbook;
}
const ends = (options: string, states: string) => endsAlone(small(story(options, states)), 0);

test('[RH64] a story that comes to an ending by itself is shown to; one with a trap, or that goes round for ever, is not', () => {
  expect(ends(BOTH, '      near: { after: { 10s: [{ go: leaving }] } }')).not.toBeNull();
  expect(ends(BOTH, '      near: {}')).toBeNull();
  const round =
    '      near: { after: { 10s: [{ go: far }] } }\n      far: { after: { 10s: [{ go: near }] } }';
  expect(ends(BOTH, round)).toBeNull();
});

test('[RH64] an abstraction keeps what tells that a circle is left again, and that a story does not stand still', () => {
  const world = 'world:\n  turned: flag\n';
  const near = (more: string) =>
    `      near: { after: { 10s: [${more}{ go: far }] } }
      far: { after: { 10s: [{ go: near, when: "!world.turned" }, { go: leaving, when: "world.turned" }] } }`;
  const left = small(`${world}${story(BOTH, near('{ set: { turned: true } }, '))}`);
  const kept = endsAlone(left, 0)?.slots.map((n) => left.slots[n]?.id);
  expect(kept).toEqual(['world.turned']);
  expect(endsAlone(small(`${world}${story(BOTH, near(''))}`), 0)).toBeNull();
});

test('[RH64] where a generated story is shown to end, the clock alone brings every play at random to its end', () => {
  let [shown, plays] = [0, 0];
  for (const playbook of TAMED) {
    if (movesAtOnce(playbook) === null || endsAlone(playbook, 0) === null) continue;
    shown += 1;
    for (let seed = 1; seed <= 10; seed++) {
      const played = wander(playbook, 0, seed, 5 * seed, () => {});
      if (played === null || played.ranAway) continue;
      const { kernel } = played;
      for (let n = 0; n < 500 && kernel.ended === -1 && kernel.nextDue >= 0; n++)
        kernel.advance(kernel.nextDue);
      expect(kernel.ended).not.toBe(-1);
      plays += 1;
    }
  }
  expect(shown).toBeGreaterThan(3);
  expect(plays).toBeGreaterThan(30);
}, 120_000);

test.runIf(LONG)(
  '[RH64] the flagship without one of its ways to the end is not shown to end',
  () => {
    const at = (region: string, id: string) =>
      flagship.states.findIndex((one) => one.id === id && flagship.regions[one.region]?.id === region);
    const changed = (
      n: number,
      change: (state: Playbook['states'][number]) => Partial<Playbook['states'][number]>,
    ) => ({
      ...flagship,
      states: flagship.states.map((state, m) => (m === n ? { ...state, ...change(state) } : state)),
    });
    const asked = flagship.decisions.findIndex(({ id }) => id === 'the-report');
    const broken: Readonly<Record<string, Playbook>> = {
      'the end after the report': changed(at('street', 'written'), () => ({ after: [] })),
      'the way from the street to the note': changed(at('street', 'quiet-after'), () => ({ settle: [] })),
      'silence about the report': {
        ...flagship,
        decisions: flagship.decisions.map((one, n) => (n === asked ? { ...one, silence: null } : one)),
      },
    };
    const shown = Object.entries(broken).filter(([, playbook]) => endsAlone(playbook, patrol) !== null);
    expect(shown.map(([what]) => what)).toEqual([]);
  },
  120_000,
);

test('[RH64] circles of a graph are its strongly connected parts', () => {
  expect(circlesOf([[1], [2], []])).toEqual([]);
  expect(circlesOf([[0], []])).toEqual([[0]]);
  expect(circlesOf([[1], [2, 3], [0], [4], [3], [5], []]).map((of) => [...of].sort())).toEqual([
    [3, 4],
    [0, 1, 2],
    [5],
  ]);
  // As deep as an abstraction is.
  expect(circlesOf(Array.from({ length: 100_000 }, (_, n) => [(n + 1) % 100_000]))).toHaveLength(1);
});

const guarded = (near: string, far: string, world = '') =>
  movesAtOnce(
    small(
      `${world}${story(BOTH, `      near: { ${near}after: { 10s: [{ go: leaving }] } }\n      far: { ${far}after: { 10s: [{ go: leaving }] } }`)}`,
    ),
  );

test('[RH67] moves that follow each other at once are counted; where they may go round they are not', () => {
  const to = (go: string, when = 'true') => `on: [{ when: "${when}", go: ${go} }], `;
  expect(guarded('', '')).toBe(1);
  expect(guarded(to('far'), '')).toBeGreaterThan(1);
  expect(guarded(to('far'), to('near'))).toBeNull();
  expect(guarded('enter: [{ go: far }], ', 'enter: [{ go: near }], ')).toBeNull();
  const world = 'world:\n  turned: flag\n';
  const turned = to('far', '!world.turned');
  expect(guarded(turned, `enter: [{ set: { turned: true } }], ${to('near')}`, world)).not.toBeNull();
  const back = `enter: [{ set: { turned: true } }], leave: [{ set: { turned: false } }], ${to('near')}`;
  expect(guarded(turned, back, world)).toBeNull();
});

test('[RH67] where a generated story is said not to go round at once, no play at random runs away; elsewhere some do', () => {
  let [bounded, ranAway] = [0, 0];
  for (const playbook of [...TAMED, ...GAMES]) {
    const isBounded = movesAtOnce(playbook) !== null;
    if (isBounded) bounded += 1;
    for (let seed = 1; seed <= 6; seed++) {
      const played = wander(playbook, 0, seed, 40, () => {});
      if (played !== null && !played.ranAway) continue;
      ranAway += 1;
      expect(isBounded).toBe(false);
    }
  }
  expect(bounded).toBeGreaterThan(3);
  expect(ranAway).toBeGreaterThan(3);
}, 120_000);

test('[RH66] property 1 of the flagship is shown whole; without something that is always on offer it is not', () => {
  const shown = endsShown(flagship, patrol);
  expect(shown?.states).toBeGreaterThan(10_000);
  expect(shown?.note).toContain('`another-car` is possible at any time');
  const waiting = flagship.actions.map((action) => ({ ...action, when: action.when ?? 0 }));
  expect(endsShown({ ...flagship, actions: waiting }, patrol)).toBeNull();
}, 60_000);
