/** The trace as one seat lived it: its log, the sounds it heard (SPEC EX27), and what the rest of its view needs to remember. */
import type { Source, TraceEvent } from '#law/trace.ts';
import type { Engine } from './exercise.ts';
import { at, invariant } from './invariant.ts';
import { lookupOf } from './lookup.ts';
import type { LogItem, SeenToken, Sound } from './view.ts';
import { callsignOf, type RenderLocale, textOf, valueText } from './words.ts';

export interface Told {
  readonly log: readonly LogItem[];
  /** The seat's own acts by id: when begun and in which words. */
  readonly acts: ReadonlyMap<number, { readonly at: number; readonly text: string; readonly takes: number }>;
  /** By fact: what the seat called the source when it learnt it. */
  readonly sources: ReadonlyMap<string, string>;
  /** Decisions on which the seat has said its own words since they were last put. */
  readonly said: ReadonlySet<string>;
  /** Tokens that came into this seat's sight. */
  readonly revealed: ReadonlySet<string>;
  /** By token: its last way that this seat saw from the beginning. */
  readonly ways: ReadonlyMap<string, NonNullable<SeenToken['going']>>;
  readonly sounds: readonly Sound[];
  /** What the seat calls a speaker by now. */
  readonly nameOf: (speaker: string) => string;
}

type Unnumbered<I> = I extends LogItem ? Omit<I, 'at' | 'n'> : never;

/** What the seat was told so far, and the way in for what happens next. `told` is the same object all along; what it holds grows. */
export interface SeatFold {
  readonly told: Told;
  take(event: TraceEvent): void;
}

/** The fold of a whole trace for one seat. */
export function fold(engine: Engine, trace: readonly TraceEvent[], seat: number, locale: RenderLocale): Told {
  const { told, take } = seatFold(engine, seat, locale);
  for (const event of trace) take(event);
  return told;
}

/** Begins a fold, before anything happened. Log items are numbered from 0 in their own log, so that the number tells nothing of other seats. */
export function seatFold(engine: Engine, seat: number, locale: RenderLocale): SeatFold {
  const { playbook } = engine;
  const lookup = lookupOf(playbook);
  const { id: me } = at(playbook.seats, seat);
  const callsign = callsignOf(playbook, at(playbook.seats, seat), locale);
  const text = (id: string) => textOf(playbook, id, locale);
  const log: LogItem[] = [];
  const acts = new Map<number, { at: number; text: string; takes: number }>();
  const sources = new Map<string, string>();
  const said = new Set<string>();
  const revealed = new Set<string>();
  const ways = new Map<string, NonNullable<SeenToken['going']>>();
  const sounds: Sound[] = [];
  /** Where each token stands or is going, whether or not the seat sees it. */
  const spots = new Map(playbook.tokens.map(({ id, spot }) => [id, playbook.slots[spot]?.start ?? -1]));
  const open = new Set(
    playbook.tokens.flatMap(({ id, shown }) => (shown < 0 || playbook.slots[shown]?.start === 1 ? [id] : [])),
  );
  let here = false;

  /** What the seat knew so far. Conditions on names ask `me.<fact>`, whichever seat's slot they were compiled to. */
  const knew = playbook.slots.map((slot) => slot.start);
  const speakers = new Map(playbook.speakers.map((speaker) => [speaker.id, speaker]));

  function nameOf(speaker: string): string {
    const names = speakers.get(speaker)?.names ?? [];
    const name = names.find(({ when }) => when === null || (engine.conditions[when]?.(knew, []) ?? 0) !== 0);
    return name === undefined ? speaker : text(name.name);
  }

  function add(at: number, item: Unnumbered<LogItem>): void {
    log.push({ at, n: log.length, ...item });
  }

  function hear(at: number, sound: string): void {
    sounds.push({ at, n: sounds.length, sound });
  }

  function take(event: TraceEvent): void {
    switch (event.kind) {
      case 'told': {
        if (!event.to.includes(me)) break;
        const words = text(event.text);
        const { channel, from } = event;
        const forYou = words.includes(callsign);
        const missed = event.missed === true;
        add(event.at, {
          kind: 'line',
          channel,
          from,
          name: nameOf(from),
          forYou,
          text: words,
          missed,
          line: event.text,
        });
        if (event.sound !== null) hear(event.at, event.sound);
        break;
      }
      case 'learnt': {
        if (event.seat !== me) break;
        const name = nameOf(event.from);
        const slots = lookup.byFact.get(event.fact);
        const slot = playbook.slots[slots?.get(seat) ?? -1];
        const value = slot?.values?.indexOf(event.value) ?? Number(event.value);
        for (const n of slots?.values() ?? []) knew[n] = value;
        sources.set(event.fact, name);
        const label = text(slot?.known?.label ?? event.fact);
        const { fact, basis } = event;
        const words = valueText(playbook, fact, event.value, locale);
        add(event.at, { kind: 'learnt', fact, label, value: event.value, words, name, basis });
        break;
      }
      case 'act': {
        if (event.seat !== me || !event.human) break;
        const words = inWords(event.source);
        acts.set(event.id, { at: event.at, text: words, takes: event.takes });
        const own = event.words === undefined ? {} : { words: event.words };
        const card = 'decision' in event.source ? { card: true as const } : {};
        const resumes = event.resumes === true ? { resumes: true as const } : {};
        add(event.at, { kind: 'did', text: words, takes: event.takes, ...own, ...card, ...resumes });
        break;
      }
      case 'cut': {
        const act = event.seat === me ? acts.get(event.act) : undefined;
        if (act !== undefined) add(event.at, { kind: 'cut', text: act.text });
        break;
      }
      case 'done': {
        const act = event.seat === me ? acts.get(event.act) : undefined;
        // What takes no time is over when it is said; a second line would only be noise.
        if (act !== undefined && act.takes > 0) add(event.at, { kind: 'done', text: act.text });
        break;
      }
      case 'asked':
        if (event.seat === me) said.delete(event.decision);
        break;
      case 'said':
        if (event.seat !== me) break;
        said.add(event.decision);
        add(event.at, { kind: 'said', words: event.words });
        break;
      case 'lapsed': {
        if (event.seat !== me || event.why !== 'time') break;
        const decision = at(playbook.decisions, lookup.decisions.get(event.decision) ?? -1);
        add(event.at, { kind: 'lapsed', ask: text(decision.ask) });
        break;
      }
      case 'revealed':
        if (event.to.includes(me)) revealed.add(event.token);
        break;
      case 'moved': {
        const from = playbook.places[spots.get(event.token) ?? -1]?.id;
        spots.set(event.token, lookup.places.get(event.place) ?? -1);
        ways.delete(event.token);
        // Where somebody came from is for those who saw them set out.
        const isSeen = open.has(event.token) || revealed.has(event.token);
        if (isSeen && from !== undefined && from !== event.place && event.ms > 0)
          ways.set(event.token, { from, since: event.at, until: event.at + event.ms });
        break;
      }
      case 'sound':
        if (event.to?.includes(me) ?? true) hear(event.at, event.sound);
        break;
      case 'arrived': {
        if (event.seat === me) here = true;
        // Who is not at the scene does not see others come.
        const own = event.seat === me ? { own: true as const } : {};
        if (here) add(event.at, { kind: 'arrived', name: arrivedName(event.seat), ...own });
        break;
      }
      // Offers are asked of the exercise as it stands; the rest is for law, director and debrief.
      case 'observed':
      case 'closed':
      case 'offered':
      case 'withdrawn':
      case 'world':
      case 'objective':
      case 'ended':
        break;
      default:
        event satisfies never;
    }
  }

  function arrivedName(id: string): string {
    const n = lookup.seats.get(id) ?? -1;
    const speaker = playbook.speakers[lookup.speaker[n] ?? -1];
    return speaker === undefined ? callsignOf(playbook, at(playbook.seats, n), locale) : nameOf(speaker.id);
  }

  /** What was done, in the words that were pressed; of talk with whom, as they were called then. */
  function inWords(source: Source): string {
    const said = text(sayOf(engine, source));
    const to =
      'action' in source ? playbook.actions[lookup.actions.get(source.action) ?? -1]?.talk?.to : undefined;
    const speaker = playbook.speakers[to ?? -1];
    return speaker === undefined ? said : `${nameOf(speaker.id)}: ${said}`;
  }

  return { told: { log, acts, sources, said, revealed, ways, sounds, nameOf }, take };
}

/** The text of what an act came from. */
function sayOf({ playbook }: Engine, source: Source): string {
  const lookup = lookupOf(playbook);
  if ('action' in source) return at(playbook.actions, lookup.actions.get(source.action) ?? -1).say;
  invariant('decision' in source, 'EX9', 'a person acts by choosing or by a standing action');
  const decision = at(playbook.decisions, lookup.decisions.get(source.decision) ?? -1);
  const option = decision.options.find(({ id }) => id === source.option);
  invariant(option !== undefined, 'EX9', `no option ${source.option}`);
  return option.say;
}
