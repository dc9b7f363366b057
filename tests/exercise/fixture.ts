/**
 * A hand-written playbook, small enough to reason about and with every kind of thing in it: two seats for people, two truths,
 * two regions, decisions, standing actions, automations, observations, knowledge with sources.
 */
import type { Opening } from '#exercise/entries.ts';
import type { Action, Decision, Expr, Option, Playbook, Slot, State } from '#scenario/playbook.ts';

/** Planted where no seat may look: none of these may ever stand in a view. */
export const CANARY = 'canary';

const known = (seat: number, who: string, fact: string, values: readonly string[]): Slot => ({
  id: `known.${who}.${fact}`,
  values,
  min: 0,
  max: values.length - 1,
  start: 0,
  known: { seat, fact, label: `fact.${fact}` },
});
const plain = (id: string, max: number, start = 0): Slot => ({
  id,
  values: null,
  min: 0,
  max,
  start,
  known: null,
});

export const SLOT = {
  team: 0,
  patrolIdentity: 1,
  dispatchIdentity: 2,
  patrolThreat: 3,
  crowd: 4,
  herePatrol: 5,
  hereSergeant: 6,
  spotPatrol: 7,
  spotVan: 8,
  shownVan: 9,
  doneCheck: 10,
  doneNote: 11,
  doneMedics: 12,
  dispatchList: 13,
  loop: 14,
} as const;

const IDENTITY = ['unknown', 'claimed', 'credential-shown', 'confirmed', 'refuted'];

const slots: readonly Slot[] = [
  { ...plain('truth.team', 1), values: [`${CANARY}-federal`, `${CANARY}-impostors`] },
  known(0, 'patrol', 'identity', IDENTITY),
  known(1, 'dispatch', 'identity', IDENTITY),
  known(0, 'patrol', 'threat', ['none', 'passive', 'active']),
  plain('world.crowd', 20, 2),
  plain('here.patrol', 1),
  plain('here.sergeant', 1),
  plain('spot.patrol', 2),
  plain('spot.van', 2, 1),
  plain('shown.van', 1),
  plain('done.check', 9),
  plain('done.note', 9),
  plain('done.medics', 9),
  known(1, 'dispatch', 'list', ['none', `${CANARY}-listed`]),
  plain('world.loop', 1),
];

const is = (slot: number, value: number): Expr => ({
  op: 'eq',
  left: { op: 'slot', slot },
  right: { op: 'const', value },
});
const atLeast = (slot: number, value: number): Expr => ({
  op: 'ge',
  left: { op: 'slot', slot },
  right: { op: 'const', value },
});
const inState = (region: number, state: number): Expr => ({
  op: 'eq',
  left: { op: 'state', region },
  right: { op: 'const', value: state },
});

export const WHEN = {
  crowdAngry: 0,
  claimed: 1,
  confirmed: 2,
  dispatchKnows: 3,
  arrived: 4,
  never: 5,
  crowdCalm: 6,
  looping: 7,
  notLooping: 8,
  patrolHere: 9,
} as const;

const conditions: readonly Expr[] = [
  atLeast(SLOT.crowd, 8),
  { op: 'in', of: { op: 'slot', slot: SLOT.patrolIdentity }, values: [1, 2] },
  is(SLOT.patrolIdentity, 3),
  { op: 'not', of: is(SLOT.dispatchIdentity, 0) },
  inState(0, 1),
  { op: 'const', value: 0 },
  { op: 'lt', left: { op: 'slot', slot: SLOT.crowd }, right: { op: 'const', value: 4 } },
  { op: 'and', left: is(SLOT.loop, 1), right: { op: 'const', value: 1 } },
  { op: 'or', left: is(SLOT.loop, 0), right: { op: 'const', value: 0 } },
  is(SLOT.herePatrol, 1),
];

const line = (from: number, to: readonly number[], text: string, captionMs = 0) =>
  ({ do: 'line', channel: 'radio', from, to, text, captionMs, sound: null }) as const;

export const LIST = {
  rollingEnter: 0,
  arrive: 1,
  onSceneEnter: 2,
  silentApproach: 3,
  checkDone: 4,
  confirm: 5,
  medicsDone: 6,
  gather: 7,
  angryEnter: 8,
  toOver: 9,
  overEnter: 10,
  sergeantComes: 11,
  claim: 12,
  leaveRolling: 13,
  between: 14,
  listing: 15,
  startLoop: 16,
  spin: 17,
  challenged: 18,
} as const;

const lists: Playbook['lists'] = [
  [
    line(1, [0, 1], 'line.call', 4_000),
    line(2, [1], 'line.canary'),
    { do: 'move', token: 0, place: 0, ms: 0 },
  ],
  [{ do: 'go', signal: 0 }, line(1, [0], 'line.copy', 1_000)],
  [
    { do: 'arrives', seat: 0 },
    { do: 'observe', observation: 0, seats: [0] },
    { do: 'reveal', token: 1, seats: [0] },
    { do: 'move', token: 1, place: 2, ms: 5_000 },
  ],
  [{ do: 'go', signal: 0 }],
  [line(1, [0], 'line.checking', 2_000), { do: 'after', ms: 30_000, list: LIST.confirm }],
  [
    {
      do: 'learn',
      slot: SLOT.patrolIdentity,
      value: { slot: SLOT.team, map: [3, 4] },
      from: 1,
      basis: 'confirmed',
    },
    { do: 'observe', observation: 2, seats: [0] },
  ],
  [
    { do: 'observe', observation: 4, seats: [0] },
    { do: 'sound', sound: 'siren' },
  ],
  [{ do: 'add', slot: SLOT.crowd, by: 3 }],
  [line(1, [0, 1], 'line.angry', 1_000), { do: 'observe', observation: 3, seats: [0] }],
  [{ do: 'go', signal: 1 }],
  [{ do: 'end', ending: null }],
  [{ do: 'arrives', seat: 3 }, line(3, [0], 'line.sergeant', 1_000)],
  [
    {
      do: 'learn',
      slot: SLOT.patrolIdentity,
      value: { value: 1 },
      from: 2,
      basis: 'heard',
    },
    { do: 'observe', observation: 1, seats: [0] },
    { do: 'report', slot: SLOT.patrolIdentity, to: 1, from: 0, basis: 'heard' },
  ],
  [{ do: 'sound', sound: 'door' }],
  [{ do: 'sound', sound: 'between' }],
  [{ do: 'learn', slot: SLOT.dispatchList, value: { value: 1 }, from: 1, basis: 'document' }],
  [{ do: 'set', slot: SLOT.loop, value: { value: 1 } }],
  [{ do: 'set', slot: SLOT.loop, value: { value: 1 } }],
  // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
  [{ do: 'when', if: WHEN.crowdAngry, then: LIST.gather, else: null }, line(2, [0], 'line.who', 2_000)],
];

const option = (id: string, takesMs: number, then: number | null, more: Partial<Option> = {}): Option => ({
  id,
  ref: `${CANARY}-ref-${id}`,
  say: `option.${id}`,
  when: null,
  acts: [{ kind: 'approach', fields: { marked: id === 'marked' } }],
  takesMs,
  then,
  ...more,
});
const decisions: readonly Decision[] = [
  {
    id: 'approach',
    seat: 0,
    ask: 'ask.approach',
    withinMs: 45_000,
    silence: LIST.silentApproach,
    options: [
      option('marked', 20_000, LIST.arrive),
      option('quiet', 10_000, LIST.arrive),
      option('known-only', 5_000, LIST.arrive, { when: WHEN.confirmed }),
    ],
  },
  {
    id: 'contact',
    seat: 0,
    ask: 'ask.contact',
    withinMs: 30_000,
    silence: LIST.gather,
    options: [
      option('ask', 8_000, LIST.claim),
      option('wait-and-watch', 0, LIST.gather),
      option('challenge', 12_000, LIST.challenged),
      option('leave', 15_000, LIST.toOver),
      option('by-identity', 4_000, LIST.toOver, { when: WHEN.confirmed }),
    ],
  },
  {
    id: 'relay',
    seat: 1,
    ask: 'ask.relay',
    withinMs: 40_000,
    silence: null,
    options: [option('send', 6_000, LIST.sergeantComes), option('hold', 0, LIST.listing)],
  },
  {
    id: 'second',
    seat: 0,
    ask: 'ask.second',
    withinMs: 20_000,
    silence: LIST.gather,
    options: [option('step-back', 3_000, null), option('stay', 25_000, null)],
  },
];

const action = (id: string, takesMs: number, then: number | null, more: Partial<Action> = {}): Action => ({
  id,
  ref: null,
  seats: [0],
  group: 'radio',
  say: `action.${id}`,
  when: null,
  acts: [{ kind: 'notify', fields: { whom: 'command' } }],
  takesMs,
  then,
  ...more,
});
const actions: readonly Action[] = [
  action('check', 10_000, LIST.checkDone, { when: WHEN.claimed }),
  action('note', 0, null, { seats: [0, 1], group: 'note' }),
  action('medics', 6_000, LIST.medicsDone, { when: WHEN.patrolHere }),
  action('loop', 0, LIST.startLoop, { seats: [1], when: WHEN.dispatchKnows }),
];

const state = (id: string, region: number, more: Partial<State> = {}): State => ({
  id,
  region,
  enter: null,
  leave: null,
  after: [],
  decide: [],
  settle: [],
  ...more,
});
const states: readonly State[] = [
  state('rolling', 0, {
    enter: LIST.rollingEnter,
    leave: LIST.leaveRolling,
    after: [{ ms: 200_000, list: LIST.gather }],
    decide: [
      { decision: 0, ms: 0, when: null },
      { decision: 2, ms: 5_000, when: null },
    ],
  }),
  state('on-scene', 0, {
    enter: LIST.onSceneEnter,
    after: [
      { ms: 120_000, list: LIST.toOver },
      { ms: 20_000, list: LIST.gather },
    ],
    decide: [
      { decision: 1, ms: 3_000, when: null },
      { decision: 3, ms: 25_000, when: WHEN.crowdCalm },
      { decision: 3, ms: 26_000, when: null },
    ],
  }),
  state('over', 0, { enter: LIST.overEnter }),
  state('calm', 1, {
    after: [{ ms: 60_000, list: LIST.gather }],
    settle: [
      { when: WHEN.crowdAngry, list: LIST.between, to: 4 },
      { when: WHEN.looping, list: LIST.spin, to: 5 },
    ],
  }),
  state('angry', 1, { enter: LIST.angryEnter, settle: [{ when: WHEN.never, list: null, to: 3 }] }),
  state('spinning', 1, { settle: [{ when: WHEN.looping, list: null, to: 3 }] }),
];

const speaker = (id: string, seat: number | null, name = `speaker.${id}`) => ({
  id,
  names: [{ when: null, name }],
  seat,
});

const TEXTS = [
  'title brief.role brief.situation brief.objective brief.note seat.patrol seat.dispatch seat.lead seat.sergeant',
  'fact.identity fact.threat fact.list speaker.patrol speaker.dispatch speaker.sergeant token.patrol token.van',
  'place.car place.curb place.oak line.copy line.checking line.angry line.sergeant line.who',
  'ask.approach ask.contact ask.relay ask.second option.marked option.quiet option.known-only option.ask',
  'option.wait-and-watch option.challenge option.leave option.by-identity option.send option.hold option.step-back option.stay',
  'action.check action.note action.medics action.loop objective.known ending.calm ending.angry ending.calm.text ending.angry.text',
]
  .join(' ')
  .split(' ');

export const playbook: Playbook = {
  format: 1,
  id: 'fixture',
  asOf: '2026-06-30',
  startsAt: '17:12:00',
  minutes: 5,
  title: 'title',
  brief: {
    role: 'brief.role',
    situation: 'brief.situation',
    objectives: ['brief.objective'],
    note: 'brief.note',
  },
  seats: [
    { id: 'patrol', callsign: '4-Adam-31', role: 'seat.patrol', agency: 'local', solo: true },
    { id: 'dispatch', callsign: 'Control', role: 'seat.dispatch', agency: 'local', solo: false },
    { id: 'lead', callsign: 'Team', role: 'seat.lead', agency: 'federal', solo: false },
    { id: 'sergeant', callsign: '4-L-20', role: 'seat.sergeant', agency: 'local', solo: false },
  ],
  speakers: [
    speaker('patrol', 0),
    speaker('dispatch', 1),
    {
      id: 'lead',
      names: [
        { when: WHEN.claimed, name: 'speaker.lead.claimed' },
        { when: null, name: 'speaker.lead' },
      ],
      seat: 2,
    },
    speaker('sergeant', 3),
  ],
  tokens: [
    { id: 'patrol', label: 'token.patrol', kind: 'person', side: 'local', spot: SLOT.spotPatrol, shown: -1 },
    { id: 'van', label: 'token.van', kind: 'vehicle', side: 'men', spot: SLOT.spotVan, shown: SLOT.shownVan },
  ],
  places: [
    { id: 'car', label: 'place.car' },
    { id: 'curb', label: 'place.curb' },
    { id: 'oak', label: 'place.oak' },
  ],
  slots,
  truths: [{ slot: SLOT.team, given: null, weights: [[3, 1]] }],
  regions: [
    { id: 'contact', first: 0, states: [0, 1, 2] },
    { id: 'crowd', first: 3, states: [3, 4, 5] },
  ],
  states,
  signals: [
    { region: 0, state: 1 },
    { region: 0, state: 2 },
  ],
  conditions,
  lists,
  observations: [
    { observation: 'on-scene', fields: {} },
    { observation: 'federal-claim', fields: {} },
    { observation: 'identity-confirmed', fields: {} },
    { observation: 'exit-blocked', fields: {} },
    { observation: 'exit-open', fields: {} },
  ],
  decisions,
  actions,
  automations: [
    {
      id: 'lead-talks',
      seat: 2,
      when: WHEN.arrived,
      afterMs: 15_000,
      list: LIST.claim,
      acts: [{ kind: 'announce', fields: {} }],
      repeat: 'once',
    },
    {
      id: 'dispatch-notes',
      seat: 1,
      when: WHEN.dispatchKnows,
      afterMs: 2_000,
      list: LIST.sergeantComes,
      acts: [{ kind: 'notify', fields: { whom: 'command' } }],
      repeat: 'each',
    },
  ],
  objectives: [
    { id: 'known', axis: 'jurisdiction', seat: 0, text: 'objective.known', met: WHEN.confirmed },
    { id: 'calm', axis: 'crowd-safety', seat: 0, text: 'objective.known', met: WHEN.crowdCalm },
  ],
  endings: [
    { id: 'angry', when: WHEN.crowdAngry, title: 'ending.angry', text: 'ending.angry.text' },
    { id: 'calm', when: null, title: 'ending.calm', text: 'ending.calm.text' },
  ],
  texts: {
    ...Object.fromEntries(TEXTS.map((id) => [id, `English ${id}`])),
    'line.call': '4-Adam-31, a {207|kidnapping} in progress.',
    'line.canary': `${CANARY} for dispatch only`,
    'speaker.lead': 'Man in vest',
    'speaker.lead.claimed': 'Man in vest, says federal',
  },
  translations: { es: { 'ask.approach': '¿Cómo se acerca?' } },
  reserved: { crowd: null, map: null },
};

/** An opening over this playbook; the hashes are not looked at by the exercise. */
export function opening(more: Partial<Opening> = {}): Opening {
  return {
    engine: '1',
    scenario: 'fixture',
    playbook: 'sha256:00',
    pack: { id: 'neutral', hash: `sha256:${'0'.repeat(64)}`, asOf: '2026-06-30' },
    switches: {},
    seed: 7,
    extended: 100,
    language: 'en',
    seats: ['patrol'],
    level: 'guided',
    clock: 'live',
    parent: null,
    ...more,
  };
}
