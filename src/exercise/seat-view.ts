/**
 * What one seat may see: the only way out of an exercise (SPEC EX9). A fold over the trace, filtered to the seat, and the open
 * offers of the core state. Linear in the trace.
 */
import { BASES } from '#law/facts.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Playbook, Talk, Token } from '#scenario/playbook.ts';
import { shuffle } from './chance.ts';
import { UNWRITTEN } from './endex.ts';
import type { Engine, Exercise } from './exercise.ts';
import { at, invariant } from './invariant.ts';
import { lookupOf } from './lookup.ts';
import { fold, type Told } from './seat-fold.ts';
import { type MetForms, watchShortForms } from './short-forms.ts';
import type { ActionOffer, Card, Doing, Known, SeatView, SeenToken } from './view.ts';
import { callsignOf, type RenderLocale, textOf, valueText } from './words.ts';

/**
 * The view of a seat. `trace` is the whole trace since STARTEX. Throws an invariant (EX9) for a seat the playbook does not have.
 * After a stop the ending is `stopped`, with empty title and text: the desk has its own words for it.
 */
export function seatView(
  engine: Engine,
  exercise: Exercise,
  trace: readonly TraceEvent[],
  seat: string,
  locale: RenderLocale,
): SeatView {
  const n = seatNumber(engine, seat);
  const told = fold(engine, trace, n, locale);
  return viewOf(engine, exercise, n, told, watchShortForms(engine.playbook, locale), locale);
}

/** The place of a seat in the playbook; throws an invariant (EX9) where there is none. */
export function seatNumber({ playbook }: Engine, seat: string): number {
  const n = lookupOf(playbook).seats.get(seat);
  invariant(n !== undefined, 'EX9', `no seat ${seat}`);
  return n;
}

/** The view that what a seat was told and the open offers of the core state make. What it holds does not change when more is told. */
export function viewOf(
  engine: Engine,
  exercise: Exercise,
  n: number,
  told: Told,
  met: MetForms | null,
  locale: RenderLocale,
): SeatView {
  const { playbook } = engine;
  const state = at(exercise.seats, n);
  const place = placeOf(engine, exercise, n, locale);
  const tokens = tokensOf(engine, exercise, n, told, locale);
  const actions = actionsOf(engine, exercise, n, tokens, told, locale);
  const named = new Set([place?.id, ...tokens.map((one) => one.at), ...actions.flatMap((one) => one.about)]);
  const view: SeatView = {
    seat: at(playbook.seats, n).id,
    callsign: callsignOf(playbook, at(playbook.seats, n), locale),
    at: exercise.at,
    place,
    ended: endedOf(engine, exercise, locale),
    log: told.log.slice(),
    decisions: cardsOf(engine, exercise, n, told, locale),
    actions,
    busy: busyOf(exercise, n, told),
    waiting: state.waits === 1,
    known: knownOf(engine, exercise, n, told, locale),
    tokens,
    places: playbook.places
      .filter(({ id }) => named.has(id))
      .map(({ id, label }) => ({ id, label: textOf(playbook, label, locale) })),
    ...metersOf(engine, exercise, n, locale),
    sounds: told.sounds.slice(),
  };
  return met === null ? view : { ...view, shortForms: met(view) };
}

function metersOf(
  { playbook }: Engine,
  { slots }: Exercise,
  seat: number,
  locale: RenderLocale,
): Pick<SeatView, 'meters'> {
  const seen = (playbook.meters ?? []).filter(({ seats }) => seats.includes(seat));
  if (seen.length === 0) return {};
  return {
    meters: seen.map(({ id, slot, label }) => ({
      id,
      label: textOf(playbook, label, locale),
      value: at(slots, slot),
    })),
  };
}

function placeOf(engine: Engine, exercise: Exercise, seat: number, locale: RenderLocale): SeatView['place'] {
  const { playbook } = engine;
  const speaker = playbook.speakers[lookupOf(playbook).speaker[seat] ?? -1];
  const token = playbook.tokens.find((one) => one.id === speaker?.id);
  const place = token === undefined ? undefined : playbook.places[exercise.slots[token.spot] ?? -1];
  return place === undefined ? null : { id: place.id, label: textOf(playbook, place.label, locale) };
}

function endedOf({ playbook }: Engine, { ended }: Exercise, locale: RenderLocale): SeatView['ended'] {
  if (ended === -1) return null;
  const unwritten = UNWRITTEN[ended];
  if (unwritten !== undefined) return { id: unwritten, title: '', text: '' };
  const { id, title, text } = at(playbook.endings, ended);
  return { id, title: textOf(playbook, title, locale), text: textOf(playbook, text, locale) };
}

function cardsOf(
  engine: Engine,
  exercise: Exercise,
  seat: number,
  told: Told,
  locale: RenderLocale,
): readonly Card[] {
  const { playbook, opening } = engine;
  const order = opening.order ?? opening.seed;
  const ready = at(exercise.seats, seat).kind !== 2;
  const cards: Card[] = [];
  for (const open of exercise.open) {
    const decision = at(playbook.decisions, open.decision);
    if (decision.seat !== seat) continue;
    // Drawn for decision and visit (EX23, EX43), so that a place says nothing.
    const options = shuffle(order, decision.id, open.visit, decision.options.length)
      .map((place) => at(decision.options, place))
      .filter((option) => holds(engine, exercise, option.when))
      .map(({ id, say, takesMs }) => ({ id, say: textOf(playbook, say, locale), takes: takesMs }));
    cards.push({
      decision: decision.id,
      visit: open.visit,
      ask: textOf(playbook, decision.ask, locale),
      opened: open.opened,
      lapses: open.lapses,
      ready,
      said: told.said.has(decision.id),
      options,
    });
  }
  return cards.sort((a, b) => a.lapses - b.lapses);
}

/** What an action is about is told as far as the seat sees it: a token out of its sight is not named. */
function actionsOf(
  engine: Engine,
  exercise: Exercise,
  seat: number,
  tokens: readonly SeenToken[],
  told: Told,
  locale: RenderLocale,
): readonly ActionOffer[] {
  const { playbook } = engine;
  const seen = new Set([...tokens, ...playbook.places].map(({ id }) => id));
  const { actions, left } = lookupOf(playbook);
  const leftOf = (id: string) => exercise.slots[left[actions.get(id) ?? -1]?.[seat] ?? -1] ?? 0;
  if (exercise.ended !== -1 || !(exercise.filled ?? engine.filled).includes(seat)) return [];
  return playbook.actions
    .filter((action) => action.seats.includes(seat) && holds(engine, exercise, action.when))
    .map(({ id, group, say, sent, takesMs, about, talk }) => ({
      id,
      group,
      say: textOf(playbook, say, locale),
      takes: leftOf(id) || takesMs,
      ...(leftOf(id) > 0 ? { resumes: true as const } : {}),
      sent: sent === undefined ? null : bothWays(playbook, sent, locale),
      about: (about ?? []).filter((one) => seen.has(one)),
      ...(talk === undefined ? {} : { talk: talkOf(playbook, talk, told) }),
    }));
}

function talkOf(playbook: Playbook, { to, way, tone }: Talk, told: Told): NonNullable<ActionOffer['talk']> {
  const { id } = at(playbook.speakers, to);
  return { to: id, name: told.nameOf(id), way, tone: tone ?? null };
}

function bothWays(
  playbook: Playbook,
  text: string,
  { lang }: RenderLocale,
): NonNullable<ActionOffer['sent']> {
  const said = (words: RenderLocale['words']) => textOf(playbook, text, { lang, words });
  return { codes: said('codes'), plain: said('plain') };
}

function busyOf(exercise: Exercise, seat: number, told: Told): SeatView['busy'] {
  const { act, kind, free, sends } = at(exercise.seats, seat);
  if (act === 0) return null;
  const began = told.acts.get(act);
  invariant(began !== undefined, 'EX9', `act ${act} is not in the trace`);
  const from = Math.max(began.at, sends);
  return { since: began.at, from, until: free, what: began.text, cuttable: kind === 1 };
}

/** Names of sources are those the seat gave them when it learnt the fact. */
function knownOf(
  { playbook }: Engine,
  exercise: Exercise,
  seat: number,
  told: Told,
  locale: RenderLocale,
): readonly Known[] {
  const known: Known[] = [];
  for (const { slot, fact } of at(lookupOf(playbook).known, seat)) {
    const { values, known: of, start } = at(playbook.slots, slot);
    const value = at(exercise.slots, slot);
    if (of === null || value === start) continue;
    const basis = BASES[at(exercise.sources, slot * 3 + 2)];
    const name = told.sources.get(fact);
    invariant(basis !== undefined && name !== undefined, 'EX17', `${fact} is known from nobody`);
    const named = values?.[value] ?? String(value);
    known.push({
      fact,
      label: textOf(playbook, of.label, locale),
      value: named,
      words: valueText(playbook, fact, named, locale),
      at: at(exercise.sources, slot * 3),
      name,
      basis,
    });
  }
  return known;
}

/**
 * What the seat sees of each token (EX26). A token is seen if it always is, if it stood in sight at STARTEX, or if it was revealed to this
 * seat. Whoever has come to a place that is away sees only who is there too, and is seen by nobody else (EX28).
 */
function tokensOf(
  engine: Engine,
  exercise: Exercise,
  seat: number,
  told: Told,
  locale: RenderLocale,
): readonly SeenToken[] {
  const { playbook } = engine;
  const own = playbook.speakers[lookupOf(playbook).speaker[seat] ?? -1]?.id;
  const seen: SeenToken[] = [];
  const wayOf = (id: string) => {
    const way = told.ways.get(id);
    return way !== undefined && way.until > exercise.at ? way : null;
  };
  /** Where a token has gone out of sight; -1 while it is on the table. */
  const awayAt = (token: Token | undefined) => {
    const spot = token === undefined ? -1 : at(exercise.slots, token.spot);
    return token !== undefined && playbook.places[spot]?.away && wayOf(token.id) === null ? spot : -1;
  };
  const mine = awayAt(playbook.tokens.find((one) => one.id === own));
  for (const token of playbook.tokens) {
    const inSight =
      token.shown < 0 || playbook.slots[token.shown]?.start === 1 || told.revealed.has(token.id);
    const place = playbook.places[at(exercise.slots, token.spot)];
    if (!inSight || place === undefined || awayAt(token) !== mine) continue;
    const { id, kind, side, mark } = token;
    const going = wayOf(id);
    seen.push({
      id,
      label: textOf(playbook, token.label, locale),
      kind,
      side,
      at: place.id,
      place: textOf(playbook, place.label, locale),
      going,
      ...lookOf(engine, exercise, token, going !== null, locale),
      mark: mark ?? null,
      you: id === own,
    });
  }
  return seen;
}

/** How a token looks now: the first look that fits; who is on the way walks or leaves, whatever they do when they stand. */
function lookOf(
  engine: Engine,
  exercise: Exercise,
  token: Token,
  isGoing: boolean,
  locale: RenderLocale,
): Pick<SeenToken, 'how' | 'doing' | 'people' | 'face' | 'hands'> {
  const look = token.looks?.find(
    ({ when, going }) => (going ?? isGoing) === isGoing && holds(engine, exercise, when),
  );
  const how = look?.how == null ? null : textOf(engine.playbook, look.how, locale);
  const hands = look?.hands ?? token.hands;
  const isPeople = token.kind === 'person' || token.kind === 'group';
  const doing = look?.doing ?? 'standing';
  return {
    how,
    doing: isPeople && isGoing && !WAYS_OF_GOING.has(doing) ? 'walking' : doing,
    ...(token.face === undefined ? {} : { face: textOf(engine.playbook, token.face, locale) }),
    ...(hands === undefined ? {} : { hands: textOf(engine.playbook, hands, locale) }),
    people: token.kind === 'group' ? (look?.people ?? token.people ?? 0) : token.kind === 'person' ? 1 : 0,
  };
}

/** What people can be seen doing while they are on the way. */
const WAYS_OF_GOING: ReadonlySet<Doing> = new Set(['walking', 'leaving', 'held']);

function holds(engine: Engine, exercise: Exercise, when: number | null): boolean {
  return when === null || at(engine.conditions, when)(exercise.slots, exercise.place) !== 0;
}
