/** Generated playbooks: valid, with several regions, timers, decisions, actions, automations, truths, observations and two people. */
import fc from 'fast-check';
import type { Act } from '#law/acts.ts';
import type {
  Action,
  Automation,
  Decision,
  Effect,
  Expr,
  Playbook,
  Slot,
  State,
} from '#scenario/playbook.ts';
import { CANARY } from './fixture.ts';

const FACTS = ['identity', 'threat'];
const VALUES = ['none', 'low', 'high'];
const OBSERVED = [
  'exit-blocked',
  'exit-open',
  'federal-claim',
  'identity-confirmed',
  'person-injured',
  'on-scene',
  'left-scene',
];
const SEATS = ['one', 'two', 'auto'];
const TRUTHS = 2;
const METERS = 3;
/** The last two are ways to ask again: one for each seat that people play. */
const ACTIONS = 6;
const PLAIN_ACTIONS = 4;
const DECISIONS = 4;
const CONDITIONS = 8;
const LISTS = 14;

/** Places of slots in the fixed layout: truths, meters, known (seat by fact), here, spots, shown, done, missed; then what goes on. */
const AT = {
  meter: TRUTHS,
  known: TRUTHS + METERS,
  here: TRUTHS + METERS + SEATS.length * FACTS.length,
  spot: TRUTHS + METERS + SEATS.length * FACTS.length + SEATS.length,
  shown: TRUTHS + METERS + SEATS.length * FACTS.length + SEATS.length + 2,
  done: TRUTHS + METERS + SEATS.length * FACTS.length + SEATS.length + 4,
  missed: TRUTHS + METERS + SEATS.length * FACTS.length + SEATS.length + 4 + ACTIONS,
};

const slot = (id: string, max: number, more: Partial<Slot> = {}): Slot => ({
  id,
  values: null,
  min: 0,
  max,
  start: 0,
  known: null,
  ...more,
});

const slots: readonly Slot[] = [
  ...Array.from({ length: TRUTHS }, (_, n) =>
    slot(`truth.t${n}`, 2, { values: VALUES.map((v) => `${CANARY}-${v}`) }),
  ),
  ...Array.from({ length: METERS }, (_, n) => slot(`world.m${n}`, 9, { start: n })),
  ...SEATS.flatMap((id, seat) =>
    FACTS.map((fact) =>
      slot(`known.${id}.${fact}`, 2, {
        values: VALUES.map((v) => `${id}-${v}`),
        known: { seat, fact, label: `fact.${fact}` },
      }),
    ),
  ),
  ...SEATS.map((id) => slot(`here.${id}`, 1)),
  slot('spot.one', 2),
  slot('spot.van', 2),
  slot('shown.one', 1, { start: 1 }),
  slot('shown.van', 1),
  ...Array.from({ length: ACTIONS }, (_, n) => slot(`done.a${n}`, 9)),
  ...SEATS.map((id) => slot(`missed.${id}`, 8)),
  ...Array.from({ length: PLAIN_ACTIONS }, (_, n) => slot(`left.${SEATS[n % 2]}.a${n}`, 25_000)),
];

const act: fc.Arbitrary<Act> = fc.constantFrom<Act>(
  { kind: 'announce', fields: {} },
  { kind: 'enter', fields: { place: 'home', consent: true } },
  { kind: 'notify', fields: { whom: 'command' } },
);
const ms = fc.constantFrom(0, 500, 1_000, 1_000, 2_500, 4_000, 10_000, 10_000, 25_000);
const index = (n: number) => fc.nat({ max: n - 1 });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 2 });
const seats = fc.subarray([0, 1, 2], { minLength: 1 });

/** A condition over the given slots, and over the states where the story asks. */
function condition(over: readonly number[], regions: readonly (readonly number[])[]): fc.Arbitrary<Expr> {
  const read: fc.Arbitrary<Expr> = fc.constantFrom(...over).map((n) => ({ op: 'slot', slot: n }));
  const value: fc.Arbitrary<Expr> = fc.integer({ min: 0, max: 4 }).map((n) => ({ op: 'const', value: n }));
  const compare = fc
    .tuple(fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), read, value)
    .map(([op, left, right]): Expr => ({ op, left, right }));
  const within = fc
    .tuple(read, fc.array(fc.nat({ max: 3 }), { maxLength: 3 }))
    .map(([of, values]): Expr => ({ op: 'in', of, values }));
  const stand = index(Math.max(1, regions.length)).chain((region) =>
    fc
      .constantFrom(...(regions[region] ?? [0]))
      .map((n): Expr => ({ op: 'eq', left: { op: 'state', region }, right: { op: 'const', value: n } })),
  );
  const leaf = regions.length === 0 ? fc.oneof(compare, within) : fc.oneof(compare, within, stand);
  const both = fc
    .tuple(fc.constantFrom('and', 'or'), leaf, leaf)
    .map(([op, left, right]): Expr => ({ op, left, right }));
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 1, arbitrary: both },
    { weight: 1, arbitrary: leaf.map((of): Expr => ({ op: 'not', of })) },
  );
}

/** Lists may only call later lists, so that no list calls itself. */
function effect(list: number, signals: number): fc.Arbitrary<Effect> {
  const line: fc.Arbitrary<Effect> = fc
    .tuple(
      index(4),
      seats,
      fc.constantFrom(0, 500, 3_000, 9_000),
      fc.constantFrom('radio', 'radio', 'radio', 'say'),
      maybe(fc.constantFrom(0, 200)),
      maybe(fc.integer({ min: Math.min(list + 1, LISTS - 1), max: LISTS - 1 })),
    )
    .map(([from, to, captionMs, channel, heardMs, then]) => ({
      do: 'line',
      channel,
      ...(channel === 'radio' && heardMs !== null
        ? { heard: { text: 'line.part', captionMs: heardMs } }
        : {}),
      ...(channel === 'radio' && then !== null && list < LISTS - 2 ? { then } : {}),
      from,
      to,
      text: to.includes(0) ? `line.${from}` : `line.secret.${from}`,
      captionMs,
      sound: null,
    }));
  const learn: fc.Arbitrary<Effect> = fc
    .tuple(index(SEATS.length * FACTS.length), index(4), fc.boolean(), index(3))
    .map(([k, from, byTruth, value]) => ({
      do: 'learn',
      slot: AT.known + k,
      value: byTruth ? { slot: 0, map: [2, 1, 0] } : { value },
      from,
      basis: 'heard',
    }));
  const report: fc.Arbitrary<Effect> = fc
    .tuple(index(3), index(3), index(FACTS.length))
    .map(([from, to, fact]) => ({
      do: 'report',
      slot: AT.known + from * FACTS.length + fact,
      to,
      from,
      basis: 'heard',
    }));
  const simple = fc.oneof(
    line,
    learn,
    report,
    fc
      .tuple(index(METERS), fc.integer({ min: -3, max: 3 }))
      .map(([n, by]): Effect => ({ do: 'add', slot: AT.meter + n, by })),
    fc
      .tuple(index(METERS), index(10))
      .map(([n, value]): Effect => ({ do: 'set', slot: AT.meter + n, value: { value } })),
    fc
      .tuple(index(OBSERVED.length), seats)
      .map(([observation, to]): Effect => ({ do: 'observe', observation, seats: to })),
    fc.tuple(index(2), index(3)).map(([token, place]): Effect => ({ do: 'move', token, place, ms: 1_000 })),
    seats.map((to): Effect => ({ do: 'reveal', token: 1, seats: to })),
    index(3).map((seat): Effect => ({ do: 'arrives', seat })),
    fc.constant<Effect>({ do: 'sound', sound: 'bell' }),
    index(2).map((seat): Effect => ({ do: 'repeat', seat })),
  );
  const go: fc.Arbitrary<Effect> = index(signals).map((signal) => ({ do: 'go', signal }));
  if (list >= LISTS - 2) return fc.oneof(simple, go);
  const later = fc.integer({ min: list + 1, max: LISTS - 1 });
  const when = fc
    .tuple(index(CONDITIONS), later, maybe(later))
    // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
    .map(([test, yes, no]): Effect => ({ do: 'when', if: test, then: yes, else: no }));
  const after = fc.tuple(ms, later).map(([wait, then]): Effect => ({ do: 'after', ms: wait, list: then }));
  return fc.oneof(
    { weight: 6, arbitrary: simple },
    { weight: 2, arbitrary: go },
    { weight: 1, arbitrary: when },
    { weight: 1, arbitrary: after },
  );
}

/** Any valid playbook. The last list ends the exercise; only late deadlines and an action call it. */
export const playbooks: fc.Arbitrary<Playbook> = fc
  .array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) => {
    let next = 0;
    const regions = sizes.map((size) => Array.from({ length: size }, () => next++));
    const owner = regions.flatMap((of, region) => of.map(() => region));
    const signals = owner.map((region, state) => ({ region, state }));
    const story = slots.slice(0, -PLAIN_ACTIONS).map((_, n) => n);
    return fc
      .record({
        weights: fc.tuple(
          fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }),
          fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 }),
        ),
        conditions: fc.array(condition(story, regions), { minLength: CONDITIONS, maxLength: CONDITIONS }),
        mine: fc.tuple(condition(knownBy(0), []), condition(knownBy(1), [])),
        lists: fc.tuple(
          ...Array.from({ length: LISTS }, (_, n) =>
            fc.array(effect(n, signals.length), { minLength: 1, maxLength: 4 }),
          ),
        ),
        states: fc.tuple(...owner.map((region, n) => state(n, region, regions[region] ?? []))),
        decisions: fc.tuple(...Array.from({ length: DECISIONS }, (_, n) => decision(n))),
        actions: fc.tuple(...Array.from({ length: PLAIN_ACTIONS }, (_, n) => action(n))),
        automations: fc.array(automation, { maxLength: 3 }),
        homes: fc.array(index(owner.length), { minLength: DECISIONS, maxLength: DECISIONS }),
        asks: fc.array(fc.tuple(ms, maybe(index(CONDITIONS))), {
          minLength: DECISIONS,
          maxLength: DECISIONS,
        }),
      })
      .map((of) => assemble(regions, signals, of));
  });

interface Parts {
  readonly weights: readonly [readonly number[], readonly number[]];
  readonly conditions: readonly Expr[];
  readonly mine: readonly Expr[];
  readonly lists: readonly (readonly Effect[])[];
  readonly states: readonly State[];
  readonly decisions: readonly Decision[];
  readonly actions: readonly Action[];
  readonly automations: readonly Automation[];
  readonly homes: readonly number[];
  readonly asks: readonly (readonly [number, number | null])[];
}

function assemble(
  regions: readonly (readonly number[])[],
  signals: Playbook['signals'],
  of: Parts,
): Playbook {
  const [first, given] = of.weights;
  return {
    format: 1,
    id: 'generated',
    asOf: '2026-06-30',
    startsAt: '09:00:00',
    minutes: 3,
    // Some end by then, drawn by what is drawn anyway.
    ...(first[0] === 5 ? { endsBy: { ms: 90_000, list: of.lists.length } } : {}),
    title: 't',
    brief: { role: 't', situation: 't', objectives: [], note: 't' },
    seats: SEATS.map((id) => ({
      id,
      callsign: `Call-${id}`,
      role: 't',
      agency: 'local',
      solo: id === 'one',
    })),
    speakers: [...SEATS, 'man'].map((id, n) => ({
      id,
      names:
        id === 'man'
          ? [
              { when: CONDITIONS, name: 'name.known' },
              { when: null, name: 'name.man' },
            ]
          : [{ when: null, name: `name.${id}` }],
      seat: n < SEATS.length ? n : null,
    })),
    tokens: [
      { id: 'one', label: 't', kind: 'person', side: 'local', spot: AT.spot, shown: AT.shown },
      { id: 'van', label: 't', kind: 'vehicle', side: 'men', spot: AT.spot + 1, shown: AT.shown + 1 },
    ],
    places: ['a', 'b', 'c'].map((id) => ({ id, label: 't' })),
    slots,
    truths: [
      { slot: 0, given: null, weights: [first] },
      { slot: 1, given: 0, weights: [given.slice(0, 3), given.slice(3, 6), given.slice(6, 9)] },
    ],
    regions: regions.map((states, n) => ({ id: `region-${n}`, first: states[0] ?? 0, states })),
    states: of.states.map((one, n) => ({
      ...one,
      decide: of.homes.flatMap((home, d) =>
        home === n ? [{ decision: d, ms: of.asks[d]?.[0] ?? 0, when: of.asks[d]?.[1] ?? null }] : [],
      ),
    })),
    signals,
    conditions: [...of.conditions, ...of.mine, missedBy(0), missedBy(1)],
    lists: [
      ...of.lists,
      [{ do: 'end', ending: null }],
      [{ do: 'repeat', seat: 0 }],
      [{ do: 'repeat', seat: 1 }],
    ],
    observations: OBSERVED.map((observation) => ({ observation, fields: {} })),
    decisions: of.decisions,
    actions: [...of.actions, again(0), again(1)],
    automations: of.automations,
    objectives: [{ id: 'o', axis: 'jurisdiction', seat: 0, text: 't', met: 0 }],
    endings: [
      { id: 'x', when: 1, title: 't', text: 't' },
      { id: 'y', when: null, title: 't', text: 't' },
    ],
    texts: {
      'line.secret.0': CANARY,
      'line.secret.1': CANARY,
      'line.secret.2': CANARY,
      'line.secret.3': CANARY,
    },
    translations: {},
    reserved: { crowd: null, map: null },
  };
}

/** What a seat does to have said again what it missed. */
function again(seat: number): Action {
  return {
    id: `a${PLAIN_ACTIONS + seat}`,
    ref: CANARY,
    seats: [seat],
    group: 'radio',
    say: 'action.again',
    when: CONDITIONS + 2 + seat,
    acts: [],
    takesMs: 1_000,
    // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
    then: LISTS + 1 + seat,
    air: true,
  };
}

function missedBy(seat: number): Expr {
  return {
    op: 'ge',
    left: { op: 'slot', slot: AT.missed + seat },
    right: { op: 'const', value: 1 },
  };
}

function knownBy(seat: number): readonly number[] {
  return FACTS.map((_, fact) => AT.known + seat * FACTS.length + fact);
}

function state(n: number, region: number, siblings: readonly number[]): fc.Arbitrary<State> {
  return fc
    .record({
      enter: maybe(index(LISTS)),
      leave: maybe(index(LISTS)),
      after: fc.array(fc.record({ ms, list: index(LISTS) }), { maxLength: 2 }),
      settle: fc.array(
        fc.record({ when: index(CONDITIONS), list: maybe(index(LISTS)), to: fc.constantFrom(...siblings) }),
        { maxLength: 2 },
      ),
    })
    .map((of) => ({
      id: `state-${n}`,
      region,
      decide: [],
      ...of,
      // A way from a state to itself would never settle; every state of the first region ends the run at last.
      settle: of.settle.filter((way) => way.to !== n),
      after: region === 0 ? [...of.after, { ms: 90_000, list: LISTS }] : of.after,
    }));
}

function decision(n: number): fc.Arbitrary<Decision> {
  const seat = n % 2;
  const option = fc.record({
    when: maybe(fc.constant(CONDITIONS + seat)),
    acts: fc.array(act, { maxLength: 2 }),
    takesMs: ms,
    // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
    then: maybe(index(LISTS)),
    sent: index(4),
  });
  return fc
    .record({
      withinMs: fc.constantFrom(1, 5_000, 10_000, 30_001),
      silence: maybe(index(LISTS)),
      options: fc.array(option, { minLength: 1, maxLength: 4 }),
    })
    .map((of) => ({
      ...of,
      id: `d${n}`,
      // Some are of the seat that nobody plays.
      seat: of.withinMs === 1 ? 2 : seat,
      ask: `ask.${n}`,
      options: of.options.map(({ sent, ...one }, o) => ({
        ...one,
        ...(sent === 0 ? { air: true as const } : {}),
        id: `o${o}`,
        ref: `${CANARY}${o}`,
        say: `say.${n}.${o}`,
      })),
    }));
}

function action(n: number): fc.Arbitrary<Action> {
  return fc
    .record({
      when: maybe(fc.constant(CONDITIONS + (n % 2))),
      acts: fc.array(act, { maxLength: 2 }),
      takesMs: ms,
      // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
      then: maybe(index(LISTS)),
      sent: fc.boolean(),
    })
    .map(({ sent, ...of }) => ({
      ...of,
      ...(sent ? { air: true as const } : {}),
      id: `a${n}`,
      ref: CANARY,
      seats: [n % 2],
      group: 'radio',
      say: `action.${n}`,
    }));
}

const automation: fc.Arbitrary<Automation> = fc
  .record({
    seat: fc.constantFrom(1, 2, 2),
    when: index(CONDITIONS),
    afterMs: ms,
    list: index(LISTS),
    acts: fc.array(act, { maxLength: 1 }),
    repeat: fc.constantFrom('once', 'each'),
  })
  .map((of) => ({ ...of, id: `auto-${of.seat}-${of.when}` }));
