/**
 * The door of a seat as it stands at the other end of a wire: views with opaque names, asks with opaque names (SPEC HO4). Words stay; so do
 * the names that everybody knows: seats, groups of actions, facts and values of the vocabulary, the endings that no author writes.
 */
import { UNWRITTEN } from '#exercise/endex.ts';
import type { Card, LogItem, SeatView } from '#exercise/view.ts';
import { FACTS } from '#law/facts.ts';
import type { Ask, Session } from '#protocol/session.ts';
import type { OpaqueIds } from './opaque-ids.ts';

/** The same session under opaque names. What it is asked by an author's names it refuses as it refuses what there is not. */
export function veiled(session: Session, ids: OpaqueIds): Session {
  const view = veil(ids);
  return {
    view: () => view(session.view()),
    clock: () => session.clock(),
    subscribe: (changed) => session.subscribe(changed),
    send: (ask) => session.send(unveiled(ask, ids)),
    close: () => session.close(),
  };
}

/** Veils views of one seat. What was told stays the very same object from view to view, so that patches need not look at it again. */
function veil(ids: OpaqueIds): (view: SeatView) => SeatView {
  const told = new WeakMap<object, object>();
  let last: { readonly of: SeatView; readonly as: SeatView } | null = null;
  const once = <T extends object>(item: T, make: (item: T) => T): T => {
    const had = told.get(item) as T | undefined;
    if (had !== undefined) return had;
    const made = make(item);
    told.set(item, made);
    return made;
  };
  const one = (id: string) => ids.of(id);
  return (view) => {
    if (last?.of === view) return last.as;
    const { place, ended, meters } = view;
    const as: SeatView = {
      ...view,
      place: place && { ...place, id: one(place.id) },
      ended: ended && { ...ended, id: UNWRITTEN_IDS.has(ended.id) ? ended.id : one(ended.id) },
      log: view.log.map((item) => once(item, (told) => itemIn(told, ids))),
      decisions: view.decisions.map((card) => cardIn(card, ids)),
      actions: view.actions.map((action) => ({
        ...action,
        id: one(action.id),
        about: action.about.map(one),
        ...(action.talk === undefined ? {} : { talk: { ...action.talk, to: one(action.talk.to) } }),
      })),
      known: view.known.map((known) => ({ ...known, ...factIn(known, ids) })),
      tokens: view.tokens.map((token) => ({
        ...token,
        id: one(token.id),
        at: one(token.at),
        going: token.going && { ...token.going, from: one(token.going.from) },
      })),
      places: view.places.map((known) => ({ ...known, id: one(known.id) })),
      ...(meters === undefined ? {} : { meters: meters.map((meter) => ({ ...meter, id: one(meter.id) })) }),
      sounds: view.sounds.map((sound) => once(sound, (heard) => ({ ...heard, sound: one(heard.sound) }))),
    };
    last = { of: view, as };
    return as;
  };
}

const UNWRITTEN_IDS: ReadonlySet<string> = new Set(Object.values(UNWRITTEN));

function itemIn(item: LogItem, ids: OpaqueIds): LogItem {
  if (item.kind === 'line') return { ...item, from: ids.of(item.from), line: ids.of(item.line) };
  return item.kind === 'learnt' ? { ...item, ...factIn(item, ids) } : item;
}

function cardIn(card: Card, ids: OpaqueIds): Card {
  return {
    ...card,
    decision: ids.of(card.decision),
    options: card.options.map((option) => ({ ...option, id: ids.of(optionId(card.decision, option.id)) })),
  };
}

/** Facts that law reads are the same in every call; a story's own may tell by their names. */
function factIn<F extends { readonly fact: string; readonly value: string }>(
  { fact, value }: F,
  ids: OpaqueIds,
): { readonly fact: string; readonly value: string } {
  return Object.hasOwn(FACTS, fact)
    ? { fact, value }
    : { fact: ids.of(fact), value: ids.of(`${fact}/${value}`) };
}

/** Options of two decisions may be called alike. */
function optionId(decision: string, option: string): string {
  return `${decision}/${option}`;
}

/** The ask by the author's names; a name that was never given out asks for what there is not. */
function unveiled(ask: Ask, ids: OpaqueIds): Ask {
  const idOf = (name: string) => ids.idOf(name) ?? NOTHING;
  switch (ask.kind) {
    case 'choose': {
      const decision = idOf(ask.decision);
      const [of, option] = idOf(ask.option).split('/');
      return { ...ask, decision, option: of === decision ? (option ?? NOTHING) : NOTHING };
    }
    case 'say':
      return { ...ask, decision: idOf(ask.decision) };
    case 'act':
      return { ...ask, action: idOf(ask.action) };
    case 'wait':
    case 'stop':
      return ask;
    default:
      return ask satisfies never;
  }
}

/** No id is empty. */
const NOTHING = '';
