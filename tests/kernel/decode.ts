/** The coded trace and the packed state read back: as the exercise would have written them. */

import { UNWRITTEN } from '#exercise/endex.ts';
import type { Exercise } from '#exercise/exercise.ts';
import { at, invariant } from '#exercise/invariant.ts';
import { BASES } from '#law/facts.ts';
import type { Source, TraceEvent } from '#law/trace.ts';
import { int } from '../../src/kernel/conditions.ts';
import { AIM, codeAt, EAR, EVENT, STAMP } from '../../src/kernel/events.ts';
import {
  DUE,
  DUE_SIZE,
  FALLS,
  HEAD,
  isPlayed,
  OPEN,
  OPEN_SIZE,
  type Run,
  SEAT,
  SEAT_SIZE,
} from '../../src/kernel/state.ts';

/** The events of the coded trace from integer `from` on. */
export function decodeTrace(run: Run, from = 0): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (let place = from; place < run.tn; place += int(run.t, place + 1)) events.push(decodeEvent(run, place));
  return events;
}

/** The exercise that the packed state stands for. */
export function exerciseOf(run: Run): Exercise {
  const { s, tables } = run;
  const due = rows(run.due, int(s, HEAD.due), DUE_SIZE).reverse();
  return {
    at: int(s, HEAD.at),
    seq: int(s, HEAD.seq),
    n: int(s, HEAD.n),
    acts: int(s, HEAD.acts),
    air: int(s, HEAD.air),
    place: [...run.place],
    slots: [...run.slots],
    sources: [...tables.sourceAt].flatMap((source) =>
      source < 0 ? [-1, -1, -1] : [...run.sources.subarray(source, source + 3)],
    ),
    visits: [...run.visits],
    seats: rows(run.seats, tables.playbook.seats.length, SEAT_SIZE).map((seat) => ({
      free: at(seat, SEAT.free),
      act: at(seat, SEAT.act),
      kind: at(seat, SEAT.kind),
      sends: at(seat, SEAT.sends),
      missed: seat
        .slice(SEAT.missed + 1, SEAT.missed + 1 + at(seat, SEAT.missed))
        .map((line) => [at(tables.lines, line).list, at(tables.lines, line).n] as const),
      captions: at(seat, SEAT.captions),
      waits: at(seat, SEAT.waits),
    })),
    open: rows(run.open, int(s, HEAD.open), OPEN_SIZE).map((open) => ({
      decision: at(open, OPEN.decision),
      visit: at(open, OPEN.visit),
      opened: at(open, OPEN.opened),
      lapses: at(open, OPEN.lapses),
      state: at(open, OPEN.state),
    })),
    seeing: rows(run.seeing, int(s, HEAD.seeing), 2).map(([seat, n]) => [seat ?? -1, n ?? -1] as const),
    due: due.map((one) => ({
      at: at(one, DUE.at),
      rank: at(one, DUE.rank),
      n: at(one, DUE.n),
      what: whatOf(at(one, DUE.kind), at(one, DUE.a), at(one, DUE.b), at(one, DUE.c), at(one, DUE.d)),
    })),
    automations: [...run.automations],
    ended: int(s, HEAD.ended),
    ...peopleOf(run),
  };
}

/** Who plays and with how much time, where it is not as at STARTEX. */
function peopleOf(run: Run): Pick<Exercise, 'filled' | 'extended'> {
  const { played, factors, playbook } = run.tables;
  const filled = playbook.seats.flatMap((_, seat) => (isPlayed(run, seat) ? [seat] : []));
  const opened = playbook.seats.flatMap((_, seat) => (int(played, seat) === 1 ? [seat] : []));
  const extended = playbook.seats.map((_, seat) => int(run.seats, seat * SEAT_SIZE + SEAT.factor));
  return {
    ...(filled.join() === opened.join() ? {} : { filled }),
    ...(extended.join() === factors.join() ? {} : { extended }),
  };
}

function rows(of: Int32Array, count: number, size: number): number[][] {
  return Array.from({ length: count }, (_, n) => [...of.subarray(n * size, (n + 1) * size)]);
}

function whatOf(kind: number, a: number, b: number, c: number, d: number): Exercise['due'][number]['what'] {
  switch (kind) {
    case FALLS.complete:
      return { kind: 'complete', seat: a, act: b, list: c, action: d };
    case FALLS.run:
      return { kind: 'run', list: a, state: b };
    case FALLS.ask:
      return { kind: 'ask', decision: a, when: b, state: c };
    case FALLS.automate:
      return { kind: 'automate', automation: a };
    default:
      return { kind: 'lapse', decision: a, visit: b };
  }
}

type Unstamped<E> = E extends TraceEvent ? Omit<E, 'at' | 'seq'> : never;

function decodeEvent(run: Run, place: number): TraceEvent {
  const { t } = run;
  const stamp = { at: int(t, place + 2), seq: int(t, place + 3) };
  return { ...stamp, ...unstamped(run, place) };
}

function unstamped(run: Run, place: number): Unstamped<TraceEvent> {
  const { playbook, pools, sounds } = run.tables;
  const [a, b, c, d, e] = run.t.subarray(place + STAMP, place + STAMP + 5);
  const [x, y, z] = [a ?? -1, b ?? -1, c ?? -1];
  const seatId = (n: number) => at(playbook.seats, n).id;
  const seatIds = (of: Iterable<number>) => [...of].map(seatId);
  const decision = (n: number) => at(playbook.decisions, n);
  const code = codeAt(run, place);
  switch (code) {
    case EVENT.act:
      return actOf(run, place);
    case EVENT.cut:
      return { kind: 'cut', act: x, seat: seatId(y) };
    case EVENT.done:
      return { kind: 'done', act: x, seat: seatId(y) };
    case EVENT.observed: {
      const { observation, fields } = at(playbook.observations, y);
      return { kind: 'observed', seat: seatId(x), observation, fields };
    }
    case EVENT.closed:
      return { kind: 'closed', seat: seatId(x), observation: at(run.tables.kinds, y) };
    case EVENT.told:
      return toldOf(run, place, seatIds);
    case EVENT.learnt: {
      const { known } = at(playbook.slots, x);
      invariant(known !== null, 'EX17', `slot ${x} is nobody's knowledge`);
      return {
        kind: 'learnt',
        seat: seatId(known.seat),
        fact: known.fact,
        value: nameOf(run, x, y),
        was: nameOf(run, x, z),
        from: at(playbook.speakers, d ?? -1).id,
        basis: at(BASES, e ?? -1),
      };
    }
    case EVENT.offered: {
      const source = at(run.tables.sources, x);
      const { acts } =
        source.action >= 0
          ? at(playbook.actions, source.action)
          : at(decision(source.decision).options, source.option);
      return { kind: 'offered', seat: seatId(source.seat), source: sourceOf(run, x, y), acts };
    }
    case EVENT.withdrawn:
      return {
        kind: 'withdrawn',
        seat: seatId(at(run.tables.sources, x).seat),
        source: sourceOf(run, x, y),
      };
    case EVENT.asked: {
      const { id, seat } = decision(x);
      return { kind: 'asked', seat: seatId(seat), decision: id, visit: y, lapses: z };
    }
    case EVENT.said:
      return { kind: 'said', seat: seatId(x), decision: decision(y).id, words: at(run.words, z) };
    case EVENT.lapsed: {
      const { id, seat } = decision(x);
      const why = z === 1 ? 'moved-on' : 'time';
      return { kind: 'lapsed', seat: seatId(seat), decision: id, visit: y, why };
    }
    case EVENT.moved:
      return { kind: 'moved', token: at(playbook.tokens, x).id, place: at(playbook.places, y).id, ms: z };
    case EVENT.revealed:
      return { kind: 'revealed', token: at(playbook.tokens, x).id, to: seatIds(at(pools, y)) };
    case EVENT.sound: {
      const { sound, to } = at(sounds, x);
      return { kind: 'sound', sound, ...(to === undefined ? {} : { to: seatIds(to) }) };
    }
    case EVENT.arrived:
      return { kind: 'arrived', seat: seatId(x) };
    case EVENT.world: {
      const { id, values } = at(playbook.slots, x);
      return { kind: 'world', slot: id, value: z === 1 ? nameOf(run, x, y) : (values?.[y] ?? y) };
    }
    case EVENT.objective: {
      const { id, axis, seat } = at(playbook.objectives, x);
      const aim = { kind: 'objective', id, axis, seat: seatId(seat), met: y === AIM.met } as const;
      return y === AIM.untested ? { ...aim, arose: false } : aim;
    }
    case EVENT.ended:
      return { kind: 'ended', ending: UNWRITTEN[x] ?? at(playbook.endings, x).id };
    default:
      return code satisfies never;
  }
}

function actOf(run: Run, place: number): Unstamped<TraceEvent> {
  const { t, tables } = run;
  const { playbook } = tables;
  const from = place + STAMP;
  const n = int(t, from + 1);
  const source = tables.sources[n];
  const automation = playbook.automations[n - tables.sources.length];
  const seat = source?.seat ?? automation?.seat ?? -1;
  const [takes, waits] = [int(t, from + 3), int(t, from + 4)];
  const known = at(tables.knownOf, seat);
  const sees = from + 6 + known.length;
  const over = sees + int(t, from + 5);
  const isSaid = over < place + int(t, place + 1);
  const acts =
    source === undefined
      ? automation?.acts
      : source.action >= 0
        ? at(playbook.actions, source.action).acts
        : at(at(playbook.decisions, source.decision).options, source.option).acts;
  return {
    kind: 'act',
    id: int(t, from),
    seat: at(playbook.seats, seat).id,
    human: source !== undefined,
    source: sourceOf(run, n, int(t, from + 2)),
    acts: acts ?? [],
    takes,
    ...(source !== undefined && takes < source.takesMs ? { resumes: true as const } : {}),
    ...(waits > 0 ? { waits } : {}),
    ...(isSaid ? { words: at(run.words, int(t, over)) } : {}),
    knowing: Object.fromEntries(
      [...known].map((slot, i) => [
        playbook.slots[slot]?.known?.fact ?? '',
        nameOf(run, slot, int(t, from + 6 + i)),
      ]),
    ),
    seeing: [...t.subarray(sees, over)].map((one) => at(playbook.observations, one)),
  };
}

function sourceOf({ tables }: Run, n: number, visit: number): Source {
  const { playbook } = tables;
  const source = tables.sources[n];
  if (source === undefined) return { automation: at(playbook.automations, n - tables.sources.length).id };
  if (source.action >= 0) return { action: at(playbook.actions, source.action).id };
  const decision = at(playbook.decisions, source.decision);
  return { decision: decision.id, visit, option: at(decision.options, source.option).id };
}

function toldOf(
  run: Run,
  place: number,
  seatIds: (of: Iterable<number>) => readonly string[],
): Unstamped<TraceEvent> {
  const { playbook } = run.tables;
  const [n, ear] = [int(run.t, place + STAMP), int(run.t, place + STAMP + 1)];
  const { list, n: effect } = at(run.tables.lines, n);
  const line = at(at(playbook.lists, list), effect);
  invariant(line.do === 'line', 'EX25', `list ${list} has no line at ${effect}`);
  const told = {
    kind: 'told' as const,
    channel: line.channel,
    from: at(playbook.speakers, line.from).id,
    to: seatIds(run.t.subarray(place + STAMP + 2, place + int(run.t, place + 1))),
  };
  if (ear === EAR.whole) return { ...told, text: line.text, sound: line.sound };
  return {
    ...told,
    text: ear === EAR.broken ? (line.heard?.text ?? '') : '',
    sound: null,
    missed: true,
  };
}

function nameOf({ tables }: Run, slot: number, value: number): string {
  return tables.playbook.slots[slot]?.values?.[value] ?? String(value);
}
