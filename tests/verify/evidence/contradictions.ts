/**
 * Map, words and log against each other, for any scenario: who is said to be somewhere stands there, who is said to be gone is gone,
 * postures end when their cause does, distances in words are those of the map. English words only; what a word does not say is not asked.
 */
import type { SeatView, SeenToken } from '#exercise/view.ts';
import type { MapPlan, Point } from '#scenario/map/map-plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { placeOn } from '#table/ground/bearings.ts';
import { distance } from '#table/scene/geometry.ts';
import { distanceSaid, GROUND_WORDS, liesIn } from './ground.ts';
import type { Moment } from './moments.ts';
import { mentions, type Named, namesOf, plain } from './names.ts';
import { CLOSE, COMES, GONE, HERE, MOMENTARY, MOVING, NEAR, POSTURES, STILL } from './says.ts';

/** A kind of contradiction, and what contradicts what. */
export interface Contradiction {
  readonly kind: 'presence' | 'place' | 'posture' | 'distance';
  readonly at: number;
  readonly what: string;
}

/** Reads one scenario's moments, in order; one checker a run. */
export function checkerOf(playbook: Playbook, map: MapPlan): (moment: Moment) => readonly Contradiction[] {
  const names = namesOf(playbook);
  const since = new Map<string, { readonly how: string; readonly at: number }>();
  const speakers = new Set(playbook.tokens.map(({ id }) => id));
  const labels = new Map(playbook.places.map(({ id, label }) => [id, plain(playbook.texts[label] ?? id)]));
  const shown = new Set<string>();
  const scene = { names, map, labels };
  return ({ view, fresh }) => {
    const found: Contradiction[] = [];
    const say = (kind: Contradiction['kind'], what: string) => found.push({ kind, at: view.at, what });
    const sight = new SeatObservation(view, scene);
    // Somebody who left knows what was, and sees none of it.
    const away = playbook.places.some((one) => one.id === view.place?.id && one.away);
    for (const token of view.tokens) {
      shown.add(token.id);
      const how = token.how === null ? '' : plain(token.how);
      const was = since.get(token.id);
      if (was?.how !== how) since.set(token.id, { how, at: view.at });
      looks(token, how, view.at - (since.get(token.id)?.at ?? view.at), sight, say);
      placed(token, sight, say);
    }
    const isStill = view.tokens.every(({ you, going }) => !you || going === null);
    if (view.place !== null && isStill)
      grounds(`you: ${view.place.label}`, plain(view.place.label), sight.own, sight, say);
    for (const item of fresh) {
      if (item.kind !== 'line' || item.at !== view.at) continue;
      const isAloud = item.channel === 'say' && speakers.has(item.from) && shown.has(item.from);
      if (isAloud && !sight.sees(item.from))
        say('presence', `${item.from} is not there and says: ${item.text}`);
      const speaker = view.tokens.find(({ id }) => id === item.from);
      if (isAloud && COMES.test(plain(item.text)) && speaker && speaker.going === null)
        say('place', `${item.from} says: ${item.text} and stays at ${speaker.place}`);
      gone(`${item.from}: ${item.text}`, plain(item.text), sight, say);
      if (
        item.channel === 'radio' &&
        !away &&
        HERE.test(plain(item.text)) &&
        speakers.has(item.from) &&
        !sight.sees(item.from)
      )
        say('presence', `${item.from} is here and is not seen: ${item.text}`);
    }
    for (const { fact, label, words, value } of view.known) {
      const said = `${label}: ${words}`;
      if (value === 'gone') gone(said, `${plain(label)} is gone`, sight, say);
      const [about] = mentions(label, names);
      if (value === 'here' && !away && about && !sight.seesAny(label))
        say('presence', `${said}, and is not seen`);
      const token = view.tokens.find(({ id }) => id === about?.id);
      if (token && fact !== 'van') near(token, plain(words), said, sight, say);
      const toward = mentions(words, names).filter(({ id }) => id !== token?.id);
      for (const { id } of toward)
        if (!sight.sees(id) && !away) say('presence', `${said}: ${id} is not seen`);
    }
    for (const card of view.decisions) asked(card.ask, sight, say);
    return found;
  };
}

type Say = (kind: Contradiction['kind'], what: string) => void;

/** One view, with what to measure it by. */
class SeatObservation {
  readonly view: SeatView;
  readonly names: readonly Named[];
  readonly map: MapPlan;
  readonly labels: ReadonlyMap<string, string>;

  constructor(
    view: SeatView,
    scene: { names: readonly Named[]; map: MapPlan; labels: ReadonlyMap<string, string> },
  ) {
    this.view = view;
    this.names = scene.names;
    this.map = scene.map;
    this.labels = scene.labels;
  }

  sees(id: string): boolean {
    return this.view.tokens.some((one) => one.id === id);
  }
  seesAny(text: string): boolean {
    return mentions(text, this.names).some(({ id }) => this.sees(id));
  }
  where(id: string): Point | null {
    const token = this.view.tokens.find((one) => one.id === id);
    return token === undefined ? null : placeOn(this.map, token.at);
  }
  metres(a: Point | null, b: Point | null): number | null {
    return a === null || b === null ? null : distance(a, b) * this.map.metresPerPixel;
  }
  get own(): Point | null {
    return this.view.place === null ? null : placeOn(this.map, this.view.place.id);
  }
}

/** What a look says of one who has it. */
function looks(token: SeenToken, how: string, lasted: number, sight: SeatObservation, say: Say): void {
  const said = `${token.label}: ${how}`;
  const going = token.going !== null;
  const moves = MOVING.test(how) || token.doing === 'leaving' || token.doing === 'walking';
  if (moves && !going && lasted > ARRIVING_MS)
    say('posture', `${said} (${token.doing}), and stands at ${token.place}`);
  if (STILL.test(how) && going && token.kind === 'vehicle') say('posture', `${said}, and is on the way`);
  if (MOMENTARY.test(how) && lasted > MOMENT_MS)
    say('posture', `${said}, for ${Math.round(lasted / 1000)} s`);
  if (!going)
    for (const [words, doings] of POSTURES) {
      if (
        token.kind !== 'vehicle' &&
        token.kind !== 'thing' &&
        words.test(how) &&
        !doings.includes(token.doing)
      )
        say('posture', `${said}, and is drawn ${token.doing}`);
    }
  if (going) return;
  near(token, how, said, sight, say);
  for (const word of GROUND_WORDS) {
    if (
      !new RegExp(
        `\\b(?<!closing |closing in )(in|on|out in${word === 'curb' ? '|at' : ''}) (the|her|his) ${word}\\b`,
      ).test(how)
    )
      continue;
    const at = sight.where(token.id);
    if (at && liesIn(word, at, sight.map) === false) say('place', `${said}, and is drawn at ${token.place}`);
  }
  const inside =
    /\b(?:in|into|at the wheel of) (?:the|your|her|his|a) (van|car|camper|pickup|ambulance)\b/.exec(how)?.[1];
  if (inside !== undefined) {
    const car = sight.view.tokens.find(
      ({ kind, label }) => kind === 'vehicle' && plain(label).split(/[ ,]+/).includes(inside),
    );
    const off = car ? sight.metres(sight.where(token.id), sight.where(car.id)) : null;
    if (off === null || off > IN_IT) say('place', `${said}, and no ${inside} is there`);
  }
  for (const thing of ['gate', 'corner', 'step', 'grass', 'engine']) {
    if (
      new RegExp(`\\b(at|on|from|behind) (the|her|his|your|back|the back) (back )?${thing}\\b`).test(how) &&
      !sight.labels.get(token.at)?.includes(thing)
    )
      say('place', `${said}, and is drawn at ${token.place}`);
  }
}

/** With whom, beside whom, before whom a text has somebody stand. */
function near(token: SeenToken, words: string, said: string, sight: SeatObservation, say: Say): void {
  if (token.going !== null) return;
  const here = sight.where(token.id);
  for (const [pattern, metres] of [...NEAR, ...CLOSE]) {
    for (const { 0: found, index } of words.matchAll(pattern)) {
      const rest = words.slice(index + found.length);
      const isYou = /^(you\b|your (?!car|tape|cones|partner))/.test(rest);
      const [whom] = mentions(rest, sight.names);
      if (!isYou && (whom === undefined || whom.at > 6)) continue;
      const there = isYou ? sight.own : sight.where(whom?.id ?? '');
      const off = sight.metres(here, there);
      if (!isYou && !sight.sees(whom?.id ?? '')) say('presence', `${said}: ${whom?.id} is not seen`);
      else if (off !== null && off > metres) say('place', `${said}, and is ${off.toFixed(1)} m off`);
    }
  }
}

/** A place's own words, where somebody stands. */
function placed(token: SeenToken, sight: SeatObservation, say: Say): void {
  if (token.going === null)
    grounds(`${token.label}: ${token.place}`, plain(token.place), sight.where(token.id), sight, say);
}

function grounds(said: string, label: string, at: Point | null, sight: SeatObservation, say: Say): void {
  if (at === null) return;
  for (const word of GROUND_WORDS) {
    if (!new RegExp(`\\b(in|on|out in) the ${word}\\b`).test(label)) continue;
    if (liesIn(word, at, sight.map) === false) say('place', `${said}, which the map has elsewhere`);
  }
  const far = distanceSaid(label);
  const [from] = far === null ? [] : mentions(label.slice(far.at), sight.names);
  const off = from === undefined ? null : sight.metres(at, sight.where(from.id));
  if (far !== null && off !== null && !isAbout(off, far.metres))
    say('distance', `${said}, and it is ${off.toFixed(1)} m`);
}

/** Whoever a question names is there, as near as it says. */
function asked(ask: string, sight: SeatObservation, say: Say): void {
  for (const sentence of ask.split(/(?<=[.?!]) /)) {
    const words = plain(sentence);
    const named = mentions(sentence, sight.names);
    for (const { id } of named)
      if (!sight.sees(id) && !NOT_THERE.test(words)) say('presence', `asked: ${sentence} ${id} is not seen`);
    const token = sight.view.tokens.find(({ id }) => id === named[0]?.id);
    if (token === undefined) continue;
    near(token, words, `asked: ${sentence}`, sight, say);
    const far = distanceSaid(words);
    const off = far === null ? null : sight.metres(sight.where(token.id), sight.own);
    if (far !== null && off !== null && !isAbout(off, far.metres))
      say('distance', `asked: ${sentence} it is ${off.toFixed(1)} m`);
  }
}

/** Who is said to have gone is on the way or out of sight. */
function gone(said: string, words: string, sight: SeatObservation, say: Say): void {
  for (const [pattern, who] of GONE) {
    if (!pattern.test(words)) continue;
    const left = sight.view.tokens.filter(
      (one) =>
        one.side === 'men' &&
        (who === 'men' ? one.kind === 'person' : one.kind === 'vehicle') &&
        one.going === null,
    );
    if (left.length > 0)
      say('presence', `${said}, and ${left.map(({ id }) => id).join(', ')} is still there`);
  }
}

/** An eye is wrong by half, or by a step or two. */
function isAbout(metres: number, said: number): boolean {
  return Math.abs(metres - said) <= Math.max(2.5, said / 2);
}

/** Milliseconds after which one who has come is seen standing. */
const ARRIVING_MS = 20_000;
/** What a person does only for a moment lasts no longer. */
const MOMENT_MS = 90_000;
/** Metres from the middle of a vehicle to whoever sits in it or climbs in. */
const IN_IT = 6;
const NOT_THERE = /\b(behind the door|on the phone|on the radio)\b/;
