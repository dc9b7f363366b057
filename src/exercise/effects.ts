/** Running effect lists: the closed list of what a story can do (DESIGN.md §4). */

import { BASES } from '#law/facts.ts';
import { OBSERVATIONS } from '#law/observations.ts';
import type { Effect, ValueOf } from '#scenario/playbook.ts';
import { count, type Draft, emit, holds, valueName } from './draft.ts';
import { RANK, schedule } from './due.ts';
import { at, invariant } from './invariant.ts';
import {
  catchUp,
  type Heard,
  hears,
  holdChannel,
  type LineAt,
  lacks,
  miss,
  sendsNow,
} from './radio-channel.ts';

type Of<K extends Effect['do']> = Extract<Effect, { readonly do: K }>;

/**
 * Runs a list in order. `go` and `end` are noted and followed when the list and all it calls is done (EX11);
 * everything else takes effect at once.
 */
export function runList(draft: Draft, list: number): void {
  if (list < 0) return;
  count(draft);
  at(draft.engine.playbook.lists, list).forEach((effect, n) => {
    run(draft, effect, [list, n]);
  });
}

function run(draft: Draft, effect: Effect, place: LineAt): void {
  const { playbook } = draft.engine;
  switch (effect.do) {
    case 'line':
      tell(draft, effect, place);
      break;
    case 'repeat':
      repeat(draft, effect.seat);
      break;
    case 'learn':
      learn(draft, effect.slot, valueFor(draft, effect.value), effect.from, effect.basis);
      break;
    case 'report':
      report(draft, effect);
      break;
    case 'set':
      write(draft, effect.slot, valueFor(draft, effect.value));
      break;
    case 'add':
      write(draft, effect.slot, at(draft.slots, effect.slot) + effect.by);
      break;
    case 'observe':
      for (const seat of effect.seats) observe(draft, seat, effect.observation);
      break;
    case 'move': {
      const token = at(playbook.tokens, effect.token);
      draft.slots[token.spot] = effect.place;
      emit(draft, {
        kind: 'moved',
        token: token.id,
        place: at(playbook.places, effect.place).id,
        ms: effect.ms,
      });
      break;
    }
    case 'reveal': {
      const token = at(playbook.tokens, effect.token);
      if (token.shown >= 0) draft.slots[token.shown] = 1;
      emit(draft, { kind: 'revealed', token: token.id, to: seatIds(draft, effect.seats) });
      break;
    }
    case 'sound':
      emit(draft, {
        kind: 'sound',
        sound: effect.sound,
        ...(effect.to === undefined ? {} : { to: seatIds(draft, effect.to) }),
      });
      break;
    case 'go':
      draft.signals.push(effect.signal);
      break;
    case 'after':
      schedule(draft, draft.at + effect.ms, RANK.story, { kind: 'run', list: effect.list, state: -1 });
      break;
    case 'arrives': {
      const here = draft.lookup.here[effect.seat] ?? -1;
      if (here >= 0) draft.slots[here] = 1;
      emit(draft, { kind: 'arrived', seat: at(playbook.seats, effect.seat).id });
      break;
    }
    case 'end':
      draft.ending ??= effect.ending ?? -1;
      break;
    case 'when':
      runList(draft, holds(draft, effect.if) ? effect.then : (effect.else ?? -1));
      break;
    default:
      effect satisfies never;
  }
}

/**
 * A line is told at its moment, to each seat as much of it as reaches it. What it makes true comes when nobody who plays lacks it
 * any more: at once, or when it is said again (EX25).
 */
function tell(draft: Draft, line: Of<'line'>, place: LineAt): void {
  holdChannel(draft, line);
  const ears: Record<Heard, number[]> = { whole: [], broken: [], lost: [] };
  for (const seat of line.to) ears[hears(draft, line, seat)].push(seat);
  for (const seat of [...ears.broken, ...ears.lost]) miss(draft, seat, place);
  if (ears.whole.length > 0 || line.to.length === 0) whole(draft, line, place, ears.whole);
  if (ears.broken.length > 0 && line.heard !== undefined) {
    reach(draft, ears.broken, line.heard.captionMs);
    toldPart(draft, line, ears.broken, line.heard.text);
  }
  if (ears.lost.length > 0) {
    reach(draft, ears.lost, 0);
    toldPart(draft, line, ears.lost, '');
  }
  thenOf(draft, line, place);
}

/** What a seat missed is said again on the air, oldest first; who else missed it and is not sending hears it too. */
function repeat(draft: Draft, asks: number): void {
  for (const place of at(draft.seats, asks).missed) {
    // What one line makes true may have said the others again.
    if (!lacks(draft, asks, place)) continue;
    const line = at(at(draft.engine.playbook.lists, place[0]), place[1]);
    invariant(line.do === 'line', 'EX25', `list ${place[0]} has no line at ${place[1]}`);
    holdChannel(draft, line);
    const isReached = (seat: number) =>
      lacks(draft, seat, place) && (seat === asks || !sendsNow(draft, seat));
    whole(draft, line, place, line.to.filter(isReached));
    thenOf(draft, line, place);
  }
}

function whole(draft: Draft, line: Of<'line'>, place: LineAt, seats: readonly number[]): void {
  for (const seat of seats) catchUp(draft, seat, place);
  reach(draft, seats, line.captionMs);
  const from = at(draft.engine.playbook.speakers, line.from).id;
  const { channel, text, sound } = line;
  emit(draft, { kind: 'told', channel, from, to: seatIds(draft, seats), text, sound });
}

/** A recording would give away what was missed, so none is played. */
function toldPart(draft: Draft, line: Of<'line'>, seats: readonly number[], text: string): void {
  const from = at(draft.engine.playbook.speakers, line.from).id;
  const { channel } = line;
  emit(draft, { kind: 'told', channel, from, to: seatIds(draft, seats), text, sound: null, missed: true });
}

/** Lines queue at each ear: the next is heard when the one before is over. A seat that waits stops waiting (EX22). */
function reach(draft: Draft, seats: readonly number[], captionMs: number): void {
  for (const n of seats) {
    const seat = at(draft.seats, n);
    seat.captions = Math.max(seat.captions, draft.at) + captionMs;
    seat.waits = 0;
  }
}

function thenOf(draft: Draft, line: Of<'line'>, place: LineAt): void {
  if (line.then !== undefined && !line.to.some((seat) => lacks(draft, seat, place)))
    runList(draft, line.then);
}

/** What a seat missed it will not ask for any more: what only waited for it comes (EX41). */
export function letGo(draft: Draft, seat: number): void {
  for (const place of at(draft.seats, seat).missed) {
    // What one line makes true may have said the others again.
    if (!lacks(draft, seat, place)) continue;
    const line = at(at(draft.engine.playbook.lists, place[0]), place[1]);
    invariant(line.do === 'line', 'EX25', `list ${place[0]} has no line at ${place[1]}`);
    catchUp(draft, seat, place);
    thenOf(draft, line, place);
  }
}

/** Only this writes what a seat knows (EX17). A value it already holds changes nothing, not even its source. */
function learn(draft: Draft, slot: number, value: number, from: number, basis: (typeof BASES)[number]): void {
  const { known } = at(draft.engine.playbook.slots, slot);
  invariant(known !== null, 'EX17', `slot ${slot} is nobody's knowledge`);
  at(draft.seats, known.seat).waits = 0;
  if (draft.slots[slot] === value) return;
  const was = valueName(draft, slot);
  draft.slots[slot] = value;
  draft.sources.splice(slot * 3, 3, draft.at, from, BASES.indexOf(basis));
  emit(draft, {
    kind: 'learnt',
    seat: at(draft.engine.playbook.seats, known.seat).id,
    fact: known.fact,
    value: valueName(draft, slot),
    was,
    from: at(draft.engine.playbook.speakers, from).id,
    basis,
  });
}

/** One seat passes on a fact in the value it holds; while it holds the first value there is nothing to pass on. */
function report(draft: Draft, effect: Of<'report'>): void {
  const { known } = at(draft.engine.playbook.slots, effect.slot);
  invariant(known !== null, 'EX17', `slot ${effect.slot} is nobody's knowledge`);
  const target = draft.lookup.byFact.get(known.fact)?.get(effect.to);
  invariant(target !== undefined, 'EX17', `seat ${effect.to} cannot know ${known.fact}`);
  const value = at(draft.slots, effect.slot);
  if (value !== 0) learn(draft, target, value, effect.from, effect.basis);
}

/** Writes a slot of the world within its bounds; says so only if it changed. */
function write(draft: Draft, slot: number, value: number): void {
  const { id, min, max, values } = at(draft.engine.playbook.slots, slot);
  const bounded = Math.min(max, Math.max(min, value));
  if (draft.slots[slot] === bounded) return;
  draft.slots[slot] = bounded;
  emit(draft, { kind: 'world', slot: id, value: values?.[bounded] ?? bounded });
}

/** Every perception is told; `seeing` holds each observation once, and those that its kind closes go (LW2). */
function observe(draft: Draft, seat: number, n: number): void {
  const { playbook } = draft.engine;
  const { observation, fields } = at(playbook.observations, n);
  const id = at(playbook.seats, seat).id;
  emit(draft, { kind: 'observed', seat: id, observation, fields });
  const closing = new Set<string>();
  draft.seeing = draft.seeing.filter(([who, other]) => {
    const kind = at(playbook.observations, other).observation;
    const closes = who === seat && (OBSERVATIONS[kind]?.closedBy.includes(observation) ?? false);
    if (closes) closing.add(kind);
    return !closes;
  });
  for (const kind of closing) emit(draft, { kind: 'closed', seat: id, observation: kind });
  if (!draft.seeing.some(([who, other]) => who === seat && other === n)) draft.seeing.push([seat, n]);
}

function valueFor(draft: Draft, value: ValueOf): number {
  return 'value' in value ? value.value : at(value.map, at(draft.slots, value.slot));
}

function seatIds(draft: Draft, seats: readonly number[]): readonly string[] {
  return seats.map((seat) => at(draft.engine.playbook.seats, seat).id);
}
