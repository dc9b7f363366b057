/** Running effect lists: the closed list of what a story can do (DESIGN.md §4). */

import { BASES } from '#law/facts.ts';
import { OBSERVATIONS } from '#law/observations.ts';
import type { Effect, ValueOf } from '#scenario/playbook.ts';
import { count, type Draft, emit, holds, valueName } from './draft.ts';
import { RANK, schedule } from './due.ts';
import { at, invariant } from './invariant.ts';

type Of<K extends Effect['do']> = Extract<Effect, { readonly do: K }>;

/**
 * Runs a list in order. `go` and `end` are noted and followed when the list and all it calls is done (EX11);
 * everything else takes effect at once.
 */
export function runList(draft: Draft, list: number): void {
  if (list < 0) return;
  count(draft);
  for (const effect of at(draft.engine.playbook.lists, list)) run(draft, effect);
}

function run(draft: Draft, effect: Effect): void {
  const { playbook } = draft.engine;
  switch (effect.do) {
    case 'line':
      tell(draft, effect);
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
      emit(draft, { kind: 'sound', sound: effect.sound });
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
  }
}

/** Lines queue at each ear: the next is heard when the one before is over. */
function tell(draft: Draft, line: Of<'line'>): void {
  for (const n of line.to) {
    const seat = at(draft.seats, n);
    seat.captions = Math.max(seat.captions, draft.at) + line.captionMs;
    seat.waits = 0;
  }
  const from = at(draft.engine.playbook.speakers, line.from).id;
  const { channel, text, sound } = line;
  emit(draft, { kind: 'told', channel, from, to: seatIds(draft, line.to), text, sound });
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
