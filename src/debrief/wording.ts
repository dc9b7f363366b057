/** Names and words for what a trace cites by id: what the debrief's sentences are made of. */

import type { Engine } from '#exercise/exercise.ts';
import { callsignOf, type RenderLocale, textOf, valueText } from '#exercise/words.ts';
import { FACTS } from '#law/facts.ts';
import type { Source, TraceEvent } from '#law/trace.ts';
import type { Playbook, TextId } from '#scenario/playbook.ts';

type Say = (text: TextId) => string;

/** Turns ids of one playbook into words. Unknown ids answer themselves, so that an old trace still reads. */
export interface Wording {
  /** What the trainee pressed: an option's or a standing action's words; empty for an automation. */
  did(source: Source): string;
  /** What a decision asked. */
  ask(decision: string): string;
  /** A seat's call-sign; its role where it has none, or where a seat before it answers to the same. */
  seat(id: string): string;
  /** A speaker's name as one who knows nothing yet would say it, or as one who knows `knowing` would. */
  speaker(id: string, knowing: Readonly<Record<string, string>>): string;
  /** The notebook's label of a fact. */
  fact(id: string): string;
  /** A fact's value in the words of the playbook; where it has none with its hyphens opened: `credential-shown` reads "credential shown". */
  value(fact: string, value: string): string;
  token(id: string): string;
  /** Whether everybody sees a token from STARTEX on. */
  isOpen(token: string): boolean;
  /** The place where a token stands at STARTEX, by id; null for a token the playbook does not list. */
  startOf(token: string): string | null;
  /** An ending's title; the id of one that the playbook does not list. */
  ending(id: string): string;
  place(id: string): string;
  text(id: TextId): string;
}

/** Words for a fact's value; null where there are none of its own. */
export type ValueWords = (fact: string, value: string) => string | null;

/** The words of a playbook in the reader's language. */
export function wordingOf(
  engine: Engine,
  locale: RenderLocale,
  valueWords: ValueWords = () => null,
): Wording {
  const { playbook } = engine;
  const say: Say = (id) => textOf(playbook, id, locale);
  const labels = new Map<string, TextId>();
  for (const slot of playbook.slots) if (slot.known !== null) labels.set(slot.known.fact, slot.known.label);
  return {
    did: (source) => did(playbook, say, source),
    ask: (decision) => {
      const found = playbook.decisions.find((one) => one.id === decision);
      return found ? say(found.ask) : decision;
    },
    seat: (id) => {
      const seat = playbook.seats.find((one) => one.id === id);
      if (!seat) return id;
      const isOwn = playbook.seats.find(({ callsign }) => callsign === seat.callsign) === seat;
      return seat.callsign === '' || !isOwn ? say(seat.role) : callsignOf(playbook, seat, locale);
    },
    speaker: (id, knowing) => {
      const index = playbook.speakers.findIndex((one) => one.id === id);
      const name = index < 0 ? null : nameOf(engine, index, knowing);
      return name === null ? id : say(name);
    },
    fact: (id) => {
      const label = labels.get(id);
      return label === undefined ? (FACTS[id]?.label ?? id) : say(label);
    },
    value: (fact, value) => valueWords(fact, value) ?? valueText(playbook, fact, value, locale),
    ending: (id) => {
      const ending = playbook.endings.find((one) => one.id === id);
      return ending ? say(ending.title) : id;
    },
    token: (id) => labelIn(playbook.tokens, id, say),
    isOpen: (id) => {
      const token = playbook.tokens.find((one) => one.id === id);
      return token !== undefined && (token.shown < 0 || playbook.slots[token.shown]?.start === 1);
    },
    startOf: (id) => {
      const token = playbook.tokens.find((one) => one.id === id);
      return playbook.places[playbook.slots[token?.spot ?? -1]?.start ?? -1]?.id ?? null;
    },
    place: (id) => labelIn(playbook.places, id, say),
    text: say,
  };
}

/** What a seat knew after every `learnt` event at or before `at`, in the order it came to know it. */
export function knowledgeAt(
  trace: readonly TraceEvent[],
  seat: string,
  at: number,
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const event of trace) {
    if (event.at > at) break;
    if (event.kind === 'learnt' && event.seat === seat) known.set(event.fact, event.value);
  }
  return known;
}

/** The first of a speaker's names whose condition holds for one who knows this much; whichever seat's slot it was written for. */
function nameOf(engine: Engine, speaker: number, knowing: Readonly<Record<string, string>>): TextId | null {
  const knew = engine.playbook.slots.map((slot) => {
    const value = slot.known === null ? undefined : knowing[slot.known.fact];
    return value === undefined ? slot.start : Math.max(0, slot.values?.indexOf(value) ?? 0);
  });
  const names = engine.playbook.speakers[speaker]?.names ?? [];
  const name = names.find(({ when }) => when === null || engine.conditions[when]?.(knew, []) === 1);
  return name?.name ?? null;
}

function did(playbook: Playbook, say: Say, source: Source): string {
  if ('action' in source) {
    const action = playbook.actions.find((one) => one.id === source.action);
    if (action === undefined) return source.action;
    const whom = playbook.speakers[action.talk?.to ?? -1]?.names.at(-1)?.name;
    return whom === undefined ? say(action.say) : `${say(whom)}: ${say(action.say)}`;
  }
  if ('automation' in source) return '';
  const decision = playbook.decisions.find((one) => one.id === source.decision);
  const option = decision?.options.find((one) => one.id === source.option);
  return option ? say(option.say) : source.option;
}

function labelIn(
  list: readonly { readonly id: string; readonly label: TextId }[],
  id: string,
  say: Say,
): string {
  const found = list.find((one) => one.id === id);
  return found ? say(found.label) : id;
}
