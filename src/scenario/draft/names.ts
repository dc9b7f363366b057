/** Everything a scenario declares, by name: what the rest of it may refer to. */
import { FACTS } from '#law/facts.ts';
import type { Place, Seat, Speaker, Token } from '../playbook.ts';
import type { PersonWritten, ScenarioWritten, TokenWritten } from '../schema/schema.ts';
import { factRepair } from './fact-repair.ts';
import type { PlaybookDraft } from './playbook-draft.ts';
import { down, into, type Site } from './site.ts';

/** A fact as a scenario uses it: its values and where they are limited to bases. */
interface FactDeclared {
  readonly id: string;
  readonly label: string;
  readonly values: readonly string[];
  readonly bases: Readonly<Record<string, readonly string[]>>;
}

/** Names of one scenario with their places in the playbook's lists. */
export interface Names {
  readonly seats: readonly Seat[];
  readonly seat: ReadonlyMap<string, number>;
  readonly speakers: readonly Omit<Speaker, 'names'>[];
  readonly speaker: ReadonlyMap<string, number>;
  readonly tokens: readonly Omit<Token, 'spot' | 'shown'>[];
  readonly token: ReadonlyMap<string, number>;
  /** Per token, its starting place, whether it is seen from the start, and it as written, with its place in the file. */
  readonly standing: readonly StartingToken[];
  readonly places: readonly Place[];
  readonly place: ReadonlyMap<string, number>;
  readonly facts: ReadonlyMap<string, FactDeclared>;
  readonly endings: ReadonlyMap<string, number>;
  /** Per region, its states and their places in the playbook's list of all states. */
  readonly regions: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

interface StartingToken {
  readonly place: number;
  readonly shown: boolean;
  readonly written: TokenWritten;
  readonly site: Site;
}

/** Collects the names, keeping their texts in the draft and reporting repeated or unknown ones. */
export function collectNames(written: ScenarioWritten, top: Site, draft: PlaybookDraft): Names {
  const seats = Object.entries(written.seats).map(([id, seat]): Seat => {
    const role = draft.text(down(top, 'seats', id, 'role'), seat.role);
    if (seat.callsign?.includes('{')) draft.text(down(top, 'seats', id, 'callsign'), seat.callsign);
    return { id, callsign: seat.callsign ?? seat.role, role, agency: seat.agency, solo: seat.solo ?? false };
  });
  if (!seats.some((seat) => seat.solo)) {
    const message = 'No seat can be played alone.';
    draft.reportKey('SC0307', into(top, 'seats'), message, 'Give the trainee’s seat `solo: true`.');
  }
  const seat = indexed(seats);
  const places = Object.entries(written.places ?? {}).map(([id, words]): Place => {
    const site = down(top, 'places', id);
    if (typeof words === 'string') return { id, label: draft.text(site, words) };
    return { id, label: draft.text(into(site, 'label'), words.label, site.textId), away: true };
  });
  const place = indexed(places);
  const people = Object.entries(written.people ?? {});
  const speakers = [
    ...people.map(([id, person]) => ({ id, seat: seatOf(id, person, seat, top, draft) })),
    ...unnamedSeats(people, seats),
  ];
  for (const [n, [id, person]] of people.entries()) {
    if (person.seat === undefined || people.findIndex(([, other]) => other.seat === person.seat) === n)
      continue;
    const message = `Two people have the seat \`${person.seat}\`.`;
    draft.report('SC0301', down(top, 'people', id, 'seat'), message, 'Keep `seat:` for only one of them.');
  }
  const tokens: Omit<Token, 'spot' | 'shown'>[] = [];
  const standing: StartingToken[] = [];
  const stand = (site: Site, token: TokenWritten) => {
    const at = draft.find(place, token.at, into(site, 'at'), 'SC0106', 'place') ?? 0;
    standing.push({ place: at, shown: token.shown ?? true, written: token, site });
  };
  for (const [id, person] of people) {
    if (person.token === undefined) continue;
    const site = down(top, 'people', id);
    tokens.push({ id, label: into(site, 'name').textId, kind: person.token.kind, side: person.token.side });
    stand(into(site, 'token'), person.token);
  }
  for (const [id, thing] of Object.entries(written.things ?? {})) {
    const site = down(top, 'things', id);
    if (tokens.some((token) => token.id === id)) {
      draft.reportKey(
        'SC0301',
        site,
        `\`${id}\` is already the name of a person with a token.`,
        'Give the thing another name.',
      );
    }
    tokens.push({
      id,
      label: draft.text(into(site, 'label'), thing.label),
      kind: thing.kind,
      side: thing.side,
    });
    stand(site, thing);
  }
  return {
    seats,
    seat,
    speakers,
    speaker: withSeats(indexed(speakers), speakers, seats),
    tokens,
    token: indexed(tokens),
    standing,
    places,
    place,
    facts: collectFacts(written, top, draft),
    endings: collectEndings(written, top, draft),
    regions: collectRegions(written),
  };
}

/** A map from id to place in a list; the first of two equal ids counts. */
export function indexed(items: readonly { readonly id: string }[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const [index, item] of items.entries()) if (!map.has(item.id)) map.set(item.id, index);
  return map;
}

/** A seat stands for the person who is it, unless somebody else is called so. */
function withSeats(
  speaker: Map<string, number>,
  speakers: readonly { readonly seat: number | null }[],
  seats: readonly Seat[],
): ReadonlyMap<string, number> {
  for (const [n, { id }] of seats.entries()) {
    const person = speakers.findIndex(({ seat }) => seat === n);
    if (person >= 0 && !speaker.has(id)) speaker.set(id, person);
  }
  return speaker;
}

function seatOf(
  id: string,
  person: PersonWritten,
  seat: ReadonlyMap<string, number>,
  top: Site,
  draft: PlaybookDraft,
): number | null {
  if (person.seat === undefined) return null;
  return draft.find(seat, person.seat, down(top, 'people', id, 'seat'), 'SC0102', 'seat');
}

/** A seat that no person is speaks under its own id and call-sign. */
function unnamedSeats(people: readonly (readonly [string, PersonWritten])[], seats: readonly Seat[]) {
  const taken = new Set(people.flatMap(([id, person]) => [id, `seat ${person.seat}`]));
  return seats.flatMap((seat, index) =>
    taken.has(`seat ${seat.id}`) || taken.has(seat.id) ? [] : [{ id: seat.id, seat: index }],
  );
}

function collectFacts(written: ScenarioWritten, top: Site, draft: PlaybookDraft): Map<string, FactDeclared> {
  const facts = new Map<string, FactDeclared>();
  for (const [index, id] of (written.facts?.use ?? []).entries()) {
    const site = down(top, 'facts', 'use', index);
    const known = Object.hasOwn(FACTS, id) ? FACTS[id] : undefined;
    if (known === undefined) {
      draft.report('SC0104', site, `There is no fact \`${id}\`.`, factRepair(id, Object.keys(FACTS)));
      continue;
    }
    const label = draft.text(site, known.label, `fact.${id}`);
    facts.set(id, { id, label, values: known.values, bases: known.bases });
  }
  for (const [id, own] of Object.entries(written.facts?.own ?? {})) {
    const site = down(top, 'facts', 'own', id);
    if (Object.hasOwn(FACTS, id)) {
      const message = `\`${id}\` is a fact that the law reads; a scenario cannot declare it again.`;
      draft.reportKey('SC0301', site, message, 'Put it under `use:`, or rename your fact.');
      continue;
    }
    facts.set(id, { id, label: draft.text(into(site, 'label'), own.label), values: own.values, bases: {} });
  }
  for (const fact of facts.values()) {
    const site = down(top, 'facts');
    for (const value of fact.values) draft.text(site, value.replaceAll('-', ' '), `fact.${fact.id}.${value}`);
  }
  return facts;
}

function collectEndings(written: ScenarioWritten, top: Site, draft: PlaybookDraft): Map<string, number> {
  for (const [index, ending] of written.endings.entries()) {
    if (written.endings.findIndex((other) => other.id === ending.id) < index) {
      draft.report(
        'SC0301',
        down(top, 'endings', index, 'id'),
        `There are two endings named \`${ending.id}\`.`,
        'Rename one of them.',
      );
    }
  }
  return indexed(written.endings);
}

function collectRegions(written: ScenarioWritten): Map<string, Map<string, number>> {
  let next = 0;
  return new Map(
    Object.entries(written.story).map(([region, { states }]) => [
      region,
      new Map(Object.keys(states).map((state) => [state, next++])),
    ]),
  );
}
