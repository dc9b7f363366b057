/**
 * A playbook as tables of integers, for the seats that people play or may join: what the kernel runs.
 *
 * Effects are rows of six integers; lists of seats and values are cited by their place in `pools`.
 */
import { invariant } from '#exercise/invariant.ts';
import { lookupOf } from '#exercise/lookup.ts';
import { BASES } from '#law/facts.ts';
import { OBSERVATIONS } from '#law/observations.ts';
import type { Effect, Playbook, ValueOf } from '#scenario/playbook.ts';
import { type Code, codeOf } from './condition-code.ts';
import { reads } from './conditions.ts';
import { type PossibleTables, possibleTables } from './possible-tables.ts';
import { TOUCHES } from './touches.ts';

/** Operations of effect rows, by their number. */
export const OP = {
  line: 0,
  repeat: 1,
  learn: 2,
  report: 3,
  set: 4,
  add: 5,
  observe: 6,
  move: 7,
  reveal: 8,
  sound: 9,
  go: 10,
  after: 11,
  arrives: 12,
  end: 13,
  when: 14,
} as const satisfies Readonly<Record<Effect['do'], number>>;
export type OpCode = (typeof OP)[keyof typeof OP];
/** Integers in a row: operation and five operands. */
export const ROW = 6;

/** A line with what the air needs to know of it. `part` is the caption time of what gets through, -1 where all of it does. */
export interface Line {
  readonly list: number;
  readonly n: number;
  readonly radio: boolean;
  /** A radio line to a local seat: it holds the channel. */
  readonly holds: boolean;
  readonly to: Int32Array;
  readonly captionMs: number;
  readonly part: number;
  readonly then: number;
}

/** An option or a standing action as the kernel begins it. `pair` numbers in `sources` count actions by seat first, then options. */
export interface Source {
  readonly seat: number;
  /** Index of the action; -1 for an option. */
  readonly action: number;
  /** Decision and place of the option in it; -1 for an action. */
  readonly decision: number;
  readonly option: number;
  readonly when: number;
  readonly takesMs: number;
  readonly then: number;
  readonly air: boolean;
}

/** Who is asked what, and what the grid's ways are: see playbook.ts for what each number cites. */
export interface Tables {
  readonly playbook: Playbook;
  /** Seats that people play at STARTEX, and in which they may sit down later. */
  readonly seats: readonly string[];
  readonly joins: readonly string[];
  readonly extended: number;
  readonly conditions: Code;
  readonly rows: Int32Array;
  /** `rowAt[l]` to `rowAt[l + 1]`: the rows of list `l`. */
  readonly rowAt: Int32Array;
  readonly pools: readonly Int32Array[];
  readonly lines: readonly Line[];
  readonly sounds: readonly Extract<Effect, { readonly do: 'sound' }>[];
  readonly sources: readonly Source[];
  /** First source of each decision's options. */
  readonly optionsAt: Int32Array;
  /** How many of the sources are standing actions. */
  readonly standing: number;
  readonly possible: PossibleTables;
  readonly deadlines: Int32Array;
  readonly silences: Int32Array;
  readonly askedOf: Int32Array;
  /** 1 for each seat that people play at STARTEX. */
  readonly played: Int32Array;
  /** The bit of each seat that people may ever play; 0 for the others. */
  readonly bitOf: Int32Array;
  /** By seat, the time factor in percent at STARTEX. */
  readonly factors: Int32Array;
  readonly local: Int32Array;
  readonly slotMin: Int32Array;
  readonly slotMax: Int32Array;
  /** Seat and ordinal among its known slots, by slot; -1 where nobody's knowledge. */
  readonly knower: Int32Array;
  /** Place of a known slot in the packed sources, by slot; -1 elsewhere. */
  readonly sourceAt: Int32Array;
  /** Known slots of each seat, in slot order. */
  readonly knownOf: readonly Int32Array[];
  readonly doneSlot: Int32Array;
  readonly missedSlot: Int32Array;
  /** By action, then seat: the slot of what is left of it where it was cut; -1 where it starts anew. */
  readonly leftSlot: Int32Array;
  readonly slotReads: Int32Array;
  readonly regionReads: Int32Array;
  /** For each observation, the observations it closes. */
  readonly closes: readonly Uint8Array[];
  /** The kinds of observation, and each observation's kind. */
  readonly kinds: readonly string[];
  readonly kindOf: Int32Array;
}

/** Who plays what the tables are made for; `factors` names the seats whose time factor is not `extended`. */
export interface Players {
  readonly seats: readonly string[];
  readonly joins?: readonly string[];
  readonly extended: number;
  readonly factors?: Readonly<Record<string, number>>;
}

const kept = new WeakMap<Playbook, Map<string, Tables>>();

/** The tables of a playbook; made on first asking. A playbook that cites beyond its own lists has been refused when it was compiled. */
export function tablesOf(playbook: Playbook, players: Players): Tables {
  const { seats, joins = [], extended, factors = {} } = players;
  const key = JSON.stringify([seats, joins, extended, factors]);
  const had = kept.get(playbook) ?? new Map<string, Tables>();
  kept.set(playbook, had);
  const tables = had.get(key) ?? make(playbook, { seats, joins, extended, factors });
  had.set(key, tables);
  return tables;
}

/** As many bits as one integer has. */
const MOST_PLAYERS = 32;

function make(playbook: Playbook, { seats, joins, extended, factors }: Required<Players>): Tables {
  const everybody = [...new Set([...seats, ...joins])];
  invariant(everybody.length <= MOST_PLAYERS, 'RH4', `people in ${everybody.length} seats`);
  const factorOf = (seat: number) => factors[playbook.seats[seat]?.id ?? ''] ?? extended;
  const lookup = lookupOf(playbook);
  const effects = packEffects(playbook);
  const sources = sourcesOf(playbook, everybody);
  const known = playbook.slots.flatMap((slot, n) => (slot.known === null ? [] : [n]));
  const kinds = [...new Set(playbook.observations.map((one) => one.observation))];
  const optionsAt: number[] = [];
  let next = sources.findIndex((one) => one.action < 0);
  next = next < 0 ? sources.length : next;
  const standing = next;
  for (const decision of playbook.decisions) {
    optionsAt.push(next);
    next += decision.options.length;
  }
  const touches = touchesOf(playbook, sources);
  const conditions = [...playbook.conditions];
  const possible = possibleTables(
    playbook,
    sources,
    standing,
    conditions,
    touches.slotReads,
    touches.regionReads,
  );
  return {
    playbook,
    seats,
    joins,
    extended,
    conditions: codeOf(conditions),
    ...effects,
    sources,
    optionsAt: Int32Array.from(optionsAt),
    standing,
    possible,
    deadlines: Int32Array.from(playbook.decisions, (one) =>
      Math.ceil((one.withinMs * factorOf(one.seat)) / 100),
    ),
    silences: Int32Array.from(playbook.decisions, (one) => one.silence ?? -1),
    askedOf: Int32Array.from(playbook.decisions, (one) => one.seat),
    played: Int32Array.from(playbook.seats, (seat) => (seats.includes(seat.id) ? 1 : 0)),
    bitOf: Int32Array.from(playbook.seats, ({ id }) => {
      const n = everybody.indexOf(id);
      return n < 0 ? 0 : 1 << n;
    }),
    factors: Int32Array.from(playbook.seats, (_, seat) => factorOf(seat)),
    local: Int32Array.from(playbook.seats, (seat) => (seat.agency === 'local' ? 1 : 0)),
    slotMin: Int32Array.from(playbook.slots, (slot) => slot.min),
    slotMax: Int32Array.from(playbook.slots, (slot) => slot.max),
    knower: Int32Array.from(playbook.slots, (slot) => slot.known?.seat ?? -1),
    sourceAt: Int32Array.from(playbook.slots, (_, n) => (known.includes(n) ? known.indexOf(n) * 3 : -1)),
    knownOf: lookup.known.map((of) => Int32Array.from(of, ({ slot }) => slot)),
    doneSlot: Int32Array.from(lookup.done),
    missedSlot: Int32Array.from(lookup.missed),
    leftSlot: Int32Array.from(lookup.left.flat()),
    ...touches,
    closes: playbook.observations.map(({ observation }) =>
      Uint8Array.from(playbook.observations, (other) =>
        OBSERVATIONS[other.observation]?.closedBy.includes(observation) ? 1 : 0,
      ),
    ),
    kinds,
    kindOf: Int32Array.from(playbook.observations, (one) => kinds.indexOf(one.observation)),
  };
}

/** The slot of what is left of an action where its seat was cut; -1 for one that starts anew, and for an option (action -1). */
export function leftSlotOf({ leftSlot, playbook }: Tables, action: number, seat: number): number {
  return action < 0 ? -1 : (leftSlot[action * playbook.seats.length + seat] ?? -1);
}

function packEffects(playbook: Playbook): Pick<Tables, 'rows' | 'rowAt' | 'pools' | 'lines' | 'sounds'> {
  const lookup = lookupOf(playbook);
  const rows: number[] = [];
  const pools: Int32Array[] = [];
  const lines: Line[] = [];
  const sounds: Extract<Effect, { readonly do: 'sound' }>[] = [];
  const pool = (of: readonly number[]) => pools.push(Int32Array.from(of)) - 1;
  /** Value and map: the value itself and -1, or the slot to look up and its map. */
  const valued = (of: ValueOf) => ('value' in of ? [of.value, -1] : [of.slot, pool(of.map)]);
  const isLocal = (seat: number) => playbook.seats[seat]?.agency === 'local';

  function rowOf(effect: Effect, list: number, n: number): number[] {
    switch (effect.do) {
      case 'line': {
        const radio = effect.channel === 'radio';
        const line = {
          list,
          n,
          radio,
          holds: radio && effect.to.some(isLocal),
          to: Int32Array.from(effect.to),
          captionMs: effect.captionMs,
          part: effect.heard?.captionMs ?? -1,
          // biome-ignore lint/suspicious/noThenProperty: as the playbook names it.
          then: effect.then ?? -1,
        };
        return [OP.line, lines.push(line) - 1];
      }
      case 'repeat':
        return [OP.repeat, effect.seat];
      case 'learn':
        return [OP.learn, effect.slot, ...valued(effect.value), effect.from, BASES.indexOf(effect.basis)];
      case 'report': {
        const fact = playbook.slots[effect.slot]?.known?.fact ?? '';
        const target = lookup.byFact.get(fact)?.get(effect.to) ?? -1;
        return [OP.report, effect.slot, target, -1, effect.from, BASES.indexOf(effect.basis)];
      }
      case 'set':
        return [OP.set, effect.slot, ...valued(effect.value)];
      case 'add':
        return [OP.add, effect.slot, effect.by];
      case 'observe':
        return [OP.observe, effect.observation, pool(effect.seats)];
      case 'move':
        return [OP.move, effect.token, effect.place, effect.ms, playbook.tokens[effect.token]?.spot ?? -1];
      case 'reveal':
        return [OP.reveal, effect.token, pool(effect.seats), playbook.tokens[effect.token]?.shown ?? -1];
      case 'sound':
        return [OP.sound, sounds.push(effect) - 1];
      case 'go':
        return [OP.go, effect.signal];
      case 'after':
        return [OP.after, effect.ms, effect.list];
      case 'arrives':
        return [OP.arrives, effect.seat, lookup.here[effect.seat] ?? -1];
      case 'end':
        return [OP.end, effect.ending ?? -1];
      case 'when':
        return [OP.when, effect.if, effect.then, effect.else ?? -1];
      default:
        return effect satisfies never;
    }
  }

  const rowAt = [0];
  playbook.lists.forEach((list, l) => {
    list.forEach((effect, n) => {
      const row = rowOf(effect, l, n);
      rows.push(...row, ...Array.from({ length: ROW - row.length }, () => -1));
    });
    rowAt.push(rows.length);
  });
  return { rows: Int32Array.from(rows), rowAt: Int32Array.from(rowAt), pools, lines, sounds };
}

/** PossibleActions actions by action and seat that people may play, then every option: the order in which they are offered. */
function sourcesOf(playbook: Playbook, seats: readonly string[]): readonly Source[] {
  const standing = playbook.actions.flatMap((action, n) =>
    action.seats
      .filter((seat) => seats.includes(playbook.seats[seat]?.id ?? ''))
      .map((seat): Source => sourceOf(action, { seat, action: n, decision: -1, option: -1 })),
  );
  const options = playbook.decisions.flatMap(({ seat, options: all }, decision) =>
    all.map((one, option): Source => sourceOf(one, { seat, action: -1, decision, option })),
  );
  return [...standing, ...options];
}

function sourceOf(
  what: Playbook['actions'][number] | Playbook['decisions'][number]['options'][number],
  where: Pick<Source, 'seat' | 'action' | 'decision' | 'option'>,
): Source {
  const { takesMs } = what;
  const air = takesMs > 0 && what.air === true;
  // biome-ignore lint/suspicious/noThenProperty: as the playbook names it.
  return { ...where, when: what.when ?? -1, takesMs, then: what.then ?? -1, air };
}

function touchesOf(
  playbook: Playbook,
  sources: readonly Source[],
): Pick<Tables, 'slotReads' | 'regionReads'> {
  const slotReads = new Int32Array(playbook.slots.length);
  const regionReads = new Int32Array(playbook.regions.length);
  const mark = (when: number | null, bit: number) => {
    const expr = playbook.conditions[when ?? -1];
    if (expr === undefined) return;
    reads(
      expr,
      (slot) => {
        slotReads[slot] = (slotReads[slot] ?? 0) | bit;
      },
      (region) => {
        regionReads[region] = (regionReads[region] ?? 0) | bit;
      },
    );
  };
  for (const { when } of sources) mark(when, TOUCHES.offers);
  for (const { when } of playbook.automations) mark(when, TOUCHES.automations);
  for (const { settle } of playbook.states) for (const { when } of settle) mark(when, TOUCHES.guards);
  return { slotReads, regionReads };
}
