/**
 * A small branching story for benches: 30 nodes in 3 parallel regions, 6 meters, 8 facts, 15 choices, 18 timers. The same as in
 * shared/bench-reference, stated here anew as data; a playbook and a raw XState machine are made from it.
 */
import type { Action, Effect, Expr, Playbook, Slot, State } from '#scenario/playbook.ts';

export type Guard =
  | readonly ['>=' | '<', string, number]
  | readonly ['fact', string]
  | readonly ['in', string, string]
  | readonly ['not', Guard]
  | readonly ['and' | 'or', ...Guard[]];
export type Change = readonly ['add', string, number] | readonly ['set', string];
export interface Way {
  readonly to: string;
  readonly g?: Guard;
  readonly fx?: readonly Change[];
}
export interface Node {
  /** Seconds after entering, and the ways on then: the first whose guard holds. */
  readonly after?: readonly [number, readonly Way[]];
  readonly always?: readonly Way[];
  readonly final?: true;
}
export interface Choice {
  readonly id: string;
  readonly r: string;
  readonly from: readonly string[];
  readonly to?: string;
  readonly g?: Guard;
  readonly fx?: readonly Change[];
}

export const METERS: Readonly<Record<string, number>> = {
  tension: 40,
  trust: 30,
  risk: 20,
  fatigue: 0,
  press: 10,
  score: 0,
};
export const FACTS = [
  'told_dispatch',
  'warned',
  'medic_called',
  'route_open',
  'filmed',
  'lied',
  'searched',
  'logged',
];

const add = (meter: string, by: number): Change => ['add', meter, by];
const set = (fact: string): Change => ['set', fact];
const ge = (meter: string, n: number): Guard => ['>=', meter, n];
const lt = (meter: string, n: number): Guard => ['<', meter, n];
const fact = (name: string): Guard => ['fact', name];

export const REGIONS: Readonly<Record<string, Readonly<Record<string, Node>>>> = {
  plot: {
    briefing: { after: [60, [{ to: 'arrive' }]] },
    arrive: { after: [120, [{ to: 'assess', fx: [add('tension', 5)] }]] },
    assess: {},
    talk: {},
    negotiate: { after: [150, [{ to: 'talk', fx: [add('trust', 5)] }]] },
    cordon: {},
    standoff: { after: [180, [{ to: 'push', fx: [add('tension', 10)] }]] },
    push: {
      after: [60, [{ to: 'retreat', g: lt('risk', 50) }, { to: 'debrief_bad' }]],
      always: [{ to: 'debrief_bad', g: ge('risk', 90) }],
    },
    retreat: {},
    medic: { after: [240, [{ to: 'handover', fx: [add('risk', -20)] }]] },
    search: { after: [90, [{ to: 'talk', fx: [add('fatigue', 5)] }]] },
    handover: { after: [60, [{ to: 'debrief_ok', g: ge('score', 20) }, { to: 'debrief_bad' }]] },
    debrief_ok: { final: true },
    debrief_bad: { final: true },
  },
  crowd: {
    calm: {
      after: [150, [{ to: 'murmuring', fx: [add('tension', 5)] }]],
      always: [{ to: 'murmuring', g: ge('tension', 50) }],
    },
    murmuring: {
      after: [
        130,
        [
          { to: 'tense', g: ge('tension', 50) },
          { to: 'thinning', fx: [add('tension', -5)] },
        ],
      ],
      always: [
        { to: 'tense', g: ge('tension', 60) },
        { to: 'thinning', g: ['and', fact('route_open'), lt('tension', 40)] },
      ],
    },
    tense: {
      after: [170, [{ to: 'hostile', fx: [add('tension', 10)] }]],
      always: [
        { to: 'hostile', g: ge('tension', 80) },
        { to: 'murmuring', g: lt('tension', 40) },
      ],
    },
    hostile: {
      after: [200, [{ to: 'surging', fx: [add('risk', 10)] }]],
      always: [{ to: 'tense', g: lt('tension', 60) }],
    },
    surging: {
      after: [90, [{ to: 'trapped', fx: [add('risk', 20)] }]],
      always: [{ to: 'thinning', g: ['and', fact('route_open'), lt('tension', 60)] }],
    },
    thinning: { after: [100, [{ to: 'gone', fx: [add('tension', -20)] }]] },
    gone: {},
    trapped: {},
  },
  comms: {
    silent: {},
    calling: { after: [30, [{ to: 'jammed', g: ge('press', 40) }, { to: 'connected' }]] },
    connected: { after: [70, [{ to: 'silent' }]] },
    briefed: {},
    backup_enroute: { after: [310, [{ to: 'backup_here', fx: [add('tension', 5)] }]] },
    backup_here: {},
    jammed: { after: [110, [{ to: 'silent', fx: [add('press', -10)] }]] },
    offline: {},
  },
};

export const CHOICES: readonly Choice[] = [
  { id: 'go', r: 'plot', from: ['briefing'], to: 'arrive' },
  { id: 'look', r: 'plot', from: ['arrive'], to: 'assess', fx: [set('logged')] },
  {
    id: 'talk',
    r: 'plot',
    from: ['assess', 'standoff', 'cordon'],
    to: 'talk',
    fx: [add('tension', -5), add('trust', 5)],
  },
  {
    id: 'calm_words',
    r: 'plot',
    from: ['talk', 'negotiate'],
    g: ['and', ge('trust', 20), lt('fatigue', 80)],
    fx: [add('tension', -10), add('fatigue', 10), add('score', 5)],
  },
  {
    id: 'order_push',
    r: 'plot',
    from: ['talk', 'standoff'],
    to: 'push',
    g: ['and', ge('tension', 60), ['not', fact('told_dispatch')]],
    fx: [add('risk', 20), add('trust', -15)],
  },
  { id: 'call', r: 'comms', from: ['silent'], to: 'calling' },
  {
    id: 'tell',
    r: 'comms',
    from: ['connected'],
    to: 'briefed',
    fx: [set('told_dispatch'), add('score', 10)],
  },
  {
    id: 'ask_backup',
    r: 'comms',
    from: ['briefed'],
    to: 'backup_enroute',
    g: ['or', ge('risk', 30), ge('tension', 60)],
    fx: [set('warned')],
  },
  {
    id: 'open_route',
    r: 'plot',
    from: ['talk', 'cordon'],
    g: ['and', fact('told_dispatch'), ['not', fact('route_open')]],
    fx: [set('route_open'), add('tension', -15), add('score', 10)],
  },
  {
    id: 'cordon',
    r: 'plot',
    from: ['assess', 'talk'],
    to: 'cordon',
    fx: [add('risk', -10), add('press', 10)],
  },
  {
    id: 'film',
    r: 'plot',
    from: ['talk', 'standoff', 'push'],
    g: ['not', fact('filmed')],
    fx: [set('filmed'), add('press', 15), add('tension', 5)],
  },
  {
    id: 'medic',
    r: 'plot',
    from: ['talk', 'retreat', 'cordon'],
    to: 'medic',
    g: ge('risk', 30),
    fx: [set('medic_called')],
  },
  {
    id: 'hand_over',
    r: 'plot',
    from: ['retreat', 'cordon', 'talk'],
    to: 'handover',
    g: ['or', ['in', 'crowd', 'gone'], ['in', 'crowd', 'thinning'], ['in', 'comms', 'backup_here']],
  },
  { id: 'wait_them', r: 'plot', from: ['talk'], to: 'standoff', fx: [add('tension', 5)] },
  { id: 'do_search', r: 'plot', from: ['assess'], to: 'search', fx: [set('searched'), add('trust', -5)] },
];

const NODES = Object.entries(REGIONS).flatMap(([region, nodes]) =>
  Object.keys(nodes).map((node) => `${region} ${node}`),
);
const REGION_IDS = Object.keys(REGIONS);
const SLOTS = [...Object.keys(METERS), ...FACTS];

/** The story as a playbook: a choice is a standing action that takes no time, an always-transition a way to settle. */
export function toPlaybook(): Playbook {
  const conditions: Expr[] = [];
  const lists: (readonly Effect[])[] = [];
  const holdsWhen = (expr: Expr): number => conditions.push(expr) - 1;
  const runs = (effects: readonly Effect[]): number => lists.push(effects) - 1;
  const signalOf = (region: string, node: string) => NODES.indexOf(`${region} ${node}`);

  const states = Object.entries(REGIONS).flatMap(([region, nodes], r) =>
    Object.entries(nodes).map(([id, node]): State => {
      const [seconds, ways] = node.after ?? [0, []];
      return {
        id,
        region: r,
        enter: null,
        leave: null,
        after: ways.length === 0 ? [] : [{ ms: seconds * 1_000, list: chain(region, ways) }],
        decide: [],
        settle: (node.always ?? []).map((way) => ({
          when: holdsWhen(exprOf(way.g ?? ['and'])),
          list: way.fx === undefined ? null : runs(way.fx.map(effectOf)),
          to: signalOf(region, way.to),
        })),
      };
    }),
  );

  /** First way whose guard holds: nested, the last way first. */
  function chain(region: string, ways: readonly Way[]): number {
    let otherwise: number | null = null;
    for (const way of [...ways].reverse()) {
      const then = runs([...(way.fx ?? []).map(effectOf), { do: 'go', signal: signalOf(region, way.to) }]);
      otherwise =
        way.g === undefined
          ? then
          : runs([{ do: 'when', if: holdsWhen(exprOf(way.g)), then, else: otherwise }]);
    }
    return otherwise ?? runs([]);
  }

  const actions = CHOICES.map((choice): Action => {
    const region = REGION_IDS.indexOf(choice.r);
    const standing: Expr = {
      op: 'in',
      of: { op: 'state', region },
      values: choice.from.map((node) => signalOf(choice.r, node)),
    };
    const go: readonly Effect[] =
      choice.to === undefined ? [] : [{ do: 'go', signal: signalOf(choice.r, choice.to) }];
    return {
      id: choice.id,
      ref: null,
      seats: [0],
      group: 'all',
      say: choice.id,
      when: holdsWhen(
        choice.g === undefined ? standing : { op: 'and', left: standing, right: exprOf(choice.g) },
      ),
      acts: [],
      takesMs: 0,
      // biome-ignore lint/suspicious/noThenProperty: the playbook format names it so.
      then: runs([...(choice.fx ?? []).map(effectOf), ...go]),
    };
  });

  const first = REGION_IDS.map((region) => NODES.findIndex((node) => node.startsWith(`${region} `)));
  return {
    format: 1,
    id: 'reference-story',
    asOf: '2026-06-30',
    startsAt: '12:00:00',
    minutes: 20,
    title: 't',
    brief: { role: 't', situation: 't', objectives: [], note: 't' },
    seats: [{ id: 'player', callsign: 'Player', role: 't', agency: 'local', solo: true }],
    speakers: [],
    tokens: [],
    places: [],
    slots: SLOTS.map((id): Slot => {
      const start = METERS[id];
      return start === undefined
        ? { id: `world.${id}`, values: null, min: 0, max: 1, start: 0, known: null }
        : { id: `world.${id}`, values: null, min: -100_000, max: 100_000, start, known: null };
    }),
    truths: [],
    regions: REGION_IDS.map((id, r) => ({
      id,
      first: first[r] ?? 0,
      states: NODES.flatMap((node, n) => (node.startsWith(`${id} `) ? [n] : [])),
    })),
    states,
    signals: NODES.map((node, state) => ({ region: REGION_IDS.indexOf(node.split(' ')[0] ?? ''), state })),
    conditions,
    lists,
    observations: [],
    decisions: [],
    actions,
    automations: [],
    objectives: [],
    endings: [{ id: 'over', when: null, title: 't', text: 't' }],
    texts: {},
    translations: {},
    reserved: { crowd: null, map: null },
  };
}

function effectOf(change: Change): Effect {
  const slot = SLOTS.indexOf(change[1]);
  return change[0] === 'add' ? { do: 'add', slot, by: change[2] } : { do: 'set', slot, value: { value: 1 } };
}

function exprOf(guard: Guard): Expr {
  switch (guard[0]) {
    case '>=':
    case '<':
      return {
        op: guard[0] === '<' ? 'lt' : 'ge',
        left: { op: 'slot', slot: SLOTS.indexOf(guard[1]) },
        right: { op: 'const', value: guard[2] },
      };
    case 'fact':
      return { op: 'slot', slot: SLOTS.indexOf(guard[1]) };
    case 'in':
      return {
        op: 'in',
        of: { op: 'state', region: REGION_IDS.indexOf(guard[1]) },
        values: [NODES.indexOf(`${guard[1]} ${guard[2]}`)],
      };
    case 'not':
      return { op: 'not', of: exprOf(guard[1]) };
    default: {
      const [op, ...parts] = guard;
      return parts.map(exprOf).reduce((left, right): Expr => ({ op, left, right }));
    }
  }
}
