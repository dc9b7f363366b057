/**
 * What is to be heard, from what the seat sees and is told (SPEC TB81): pure, without a player. Nothing here knows more than the view, and everything
 * heard stands there in words too (SPEC TB80).
 */
import type { LogItem, SeatView } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { isSound, type SoundId } from './catalogue.ts';
import { metresTo } from './distance.ts';

export type Seen = Pick<SeatView, 'at' | 'ended' | 'log' | 'sounds' | 'decisions' | 'tokens'>;
export const BEDS = [
  'street',
  'siren',
  'siren-far',
  'engine-idle',
  'engine-drive',
  'crowd-murmur',
  'crowd-shouting',
  'crowd-chanting',
] as const satisfies readonly SoundId[];
export type Bed = (typeof BEDS)[number];
/** How loud each goes round, 0 to 1; 0 is silence. */
export type Beds = Readonly<Record<Bed, number>>;

/** A line that was just told: on the radio it is keyed and let go; elsewhere only its spoken form is heard, where there is one. */
export interface Spoken {
  readonly line: string;
  readonly radio: boolean;
  /** Broken up: its recording would say more than was heard. */
  readonly whole: boolean;
  readonly letters: number;
}
export interface Mix {
  readonly beds: Beds;
  /** Sounds that begin now, once each; of those that go round, one turn that comes and goes. */
  readonly shots: readonly SoundId[];
  /** The newest line told since; earlier ones of the same moment are only read. */
  readonly spoken: Spoken | null;
  /** How far the view was heard. */
  readonly heard: {
    readonly at: number;
    readonly log: number;
    readonly sound: number;
    readonly cards: readonly string[];
  };
}
/** What lies further back than this was read, not heard. */
const FRESH_MS = 3_000;

/**
 * The mix now, given the one before; null at the first view of a run, a resumed one or one that jumped: then nothing sounds that is past.
 * `moving` is whether the clock runs: while it stands, vehicles are silent and the place is heard from afar.
 */
export function mixOf(before: Mix | null, view: Seen, map: MapPlan | null, moving: boolean): Mix {
  const cards = view.decisions.map(({ decision, visit }) => `${decision}/${visit}`);
  const heard = { at: view.at, log: view.log.at(-1)?.n ?? -1, sound: view.sounds.at(-1)?.n ?? -1, cards };
  const beds = bedsOf(view, map, moving);
  const past = before?.heard;
  if (past === undefined || view.at < past.at || heard.log < past.log || heard.sound < past.sound) {
    return { beds, shots: [], spoken: null, heard };
  }
  const isFresh = (one: { readonly at: number }) => view.at - one.at <= FRESH_MS;
  const shots: SoundId[] = view.sounds
    .filter((one) => one.n > past.sound && isFresh(one))
    .flatMap(({ sound }) => (isSound(sound) && !goesRound(sound, beds) ? [sound] : []));
  if (cards.some((card) => !past.cards.includes(card))) shots.push('tick');
  const lines = view.log.filter((one) => one.n > past.log && isFresh(one)).flatMap(lineOf);
  const spoken = lines.findLast(({ radio }) => radio) ?? lines.at(-1) ?? null;
  return { beds, shots: [...new Set(shots)], spoken, heard };
}

export type Order =
  | { readonly do: 'start' | 'volume'; readonly bed: Bed; readonly level: number }
  | { readonly do: 'stop'; readonly bed: Bed };

/** What a player has to do to come from one mix to the next. Steps too small to hear are left out. */
export function ordersOf(before: Beds | null, now: Beds): readonly Order[] {
  return BEDS.flatMap((bed): Order[] => {
    const was = before?.[bed] ?? 0;
    const level = now[bed];
    if (was === 0 && level > 0) return [{ do: 'start', bed, level }];
    if (was > 0 && level === 0) return [{ do: 'stop', bed }];
    return Math.abs(was - level) > 0.004 ? [{ do: 'volume', bed, level }] : [];
  });
}

const STILL: Beds = {
  street: 0,
  siren: 0,
  'siren-far': 0,
  'engine-idle': 0,
  'engine-drive': 0,
  'crowd-murmur': 0,
  'crowd-shouting': 0,
  'crowd-chanting': 0,
};

function bedsOf(view: Seen, map: MapPlan | null, moving: boolean): Beds {
  if (view.ended !== null) return STILL;
  const you = view.tokens.find((one) => one.you);
  const off = (token: Seen['tokens'][number]) => metresTo(token, you, view.at, map);
  const vehicles = view.tokens.filter((one) => one.kind === 'vehicle');
  const driven = moving ? vehicles.filter((one) => one.going !== null && one.going.until > view.at) : [];
  // The story says who comes with a siren, by sounding one as they set out; none is heard from inside one's own car.
  const rushing = driven.filter((one) => !withYou(one) && isCalling(one));
  const near = louder(rushing.map((one) => nearness(off(one), 35)));
  const away = louder(rushing.map((one) => nearness(off(one), 170)));
  const idles =
    moving &&
    vehicles.some(
      (one) => one.side === 'local' && one.going === null && you?.going === null && one.at === you.at,
    );
  const groups = view.tokens.filter((one) => one.kind === 'group' && one.people > 0);
  const crowd = (share: (token: Seen['tokens'][number]) => number) =>
    groups.reduce((sum, one) => sum + share(one) * one.people * nearness(off(one), 45), 0);
  const stood = moving ? 1 : 0.25;
  return {
    street: 0.8 * stood,
    siren: round(0.85 * near),
    'siren-far': round(0.8 * away * (1 - near)),
    'engine-idle': idles ? 0.3 : 0,
    'engine-drive': round(0.7 * louder(driven.map((one) => (withYou(one) ? 0.8 : nearness(off(one), 16))))),
    'crowd-murmur': round(stood * loudness(crowd(() => 1) / 45)),
    'crowd-shouting': round(
      stood *
        loudness(crowd((one) => (one.doing === 'shouting' ? 1 : one.doing === 'pressing' ? 0.4 : 0)) / 30),
    ),
    'crowd-chanting': round(
      stood * loudness(crowd((one) => (one.doing === 'shouting' && one.people >= CHORUS ? 1 : 0)) / 50),
    ),
  };

  function withYou(one: Seen['tokens'][number]): boolean {
    return (
      one.side === 'local' && you !== undefined && one.at === you.at && you.going?.since === one.going?.since
    );
  }
  function isCalling({ going }: Seen['tokens'][number]): boolean {
    return (
      going !== null &&
      view.sounds.some((one) => SIRENS.includes(one.sound) && Math.abs(one.at - going.since) <= FRESH_MS)
    );
  }
}

/** Fewer people than this shout each for themselves. */
const CHORUS = 15;
const SIRENS: readonly string[] = ['siren', 'siren-far'];

/** Whether it is heard already, of what the seat sees: then it does not pass a second time. */
function goesRound(sound: SoundId, beds: Beds): boolean {
  if (SIRENS.includes(sound)) return beds.siren + beds['siren-far'] > 0;
  const bed = BEDS.find((one) => one === sound);
  return bed !== undefined && beds[bed] > 0;
}

function lineOf(item: LogItem): readonly Spoken[] {
  if (item.kind !== 'line') return [];
  const { line, channel, missed, text } = item;
  return [{ line, radio: channel === 'radio', whole: !missed, letters: text.length }];
}

/** 1 beside, a half at `half` metres, falling with the square. */
function nearness(metres: number, half: number): number {
  return 1 / (1 + (metres / half) ** 2);
}

function louder(levels: readonly number[]): number {
  return Math.min(1, Math.sqrt(levels.reduce((sum, one) => sum + one * one, 0)));
}

/** Twice the people are not twice as loud. */
function loudness(share: number): number {
  return Math.min(1, Math.sqrt(share));
}

/** In steps of a hundredth; less is silence. */
function round(level: number): number {
  return Math.round(level * 100) / 100;
}
