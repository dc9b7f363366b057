/**
 * What one seat may see, and nothing else: the only way out of an exercise (SPEC EX9). Plain JSON, texts already in the reader's language.
 *
 * Made by `seatView` (seat-view.ts) from the playbook, the core state and the trace.
 */
import type { Basis } from '#law/facts.ts';
import type { Channel } from '#law/trace.ts';
import type { Doing, Mark, Talk } from '#scenario/playbook.ts';

export type { Doing, Mark };

export interface SeatView {
  readonly seat: string;
  readonly callsign: string;
  readonly at: number;
  /** Where the seat is, in words; null before it has a place. */
  readonly place: { readonly id: string; readonly label: string } | null;
  readonly ended: { readonly id: string; readonly title: string; readonly text: string } | null;
  /** Everything told to the seat or done by it, oldest first. */
  readonly log: readonly LogItem[];
  /** Open decisions, the one that lapses first at the front; options in the order drawn for this seat and visit. */
  readonly decisions: readonly Card[];
  /** Standing actions possible now, in playbook order. */
  readonly actions: readonly ActionOffer[];
  readonly busy: {
    readonly since: number;
    /** When it begins in earnest: later than `since` while it waits for the radio channel. */
    readonly from: number;
    readonly until: number;
    readonly what: string;
    readonly cuttable: boolean;
  } | null;
  readonly waiting: boolean;
  /** What the seat knows, with where from and how sure; only facts that left their first value. */
  readonly known: readonly Known[];
  /** Tokens the seat can see now, with the place each stands at or is on its way to. */
  readonly tokens: readonly SeenToken[];
  /** The places of its own token, of those it sees and of what its actions are about, each once, in playbook order. */
  readonly places: readonly { readonly id: string; readonly label: string }[];
  /** Numbers of the scenario that this seat sees as they stand, in playbook order; absent where it sees none. */
  readonly meters?: readonly SeenMeter[];
  /** Short forms that this seat has met, in the order of the playbook; absent where its author explains none. */
  readonly shortForms?: readonly ShortForm[];
  /** Sounds this seat heard, those of lines among them, oldest first; `n` counts them from 0. */
  readonly sounds: readonly Sound[];
}
/** What it measures, in the reader's language, and how much that is now. */
export interface SeenMeter {
  readonly id: string;
  readonly label: string;
  readonly value: number;
}
/** A short form and what it means, in the reader's language. */
export interface ShortForm {
  readonly short: string;
  readonly means: string;
  /** The line of the log in which this seat met it first; null while it stands elsewhere only, as on a card. */
  readonly n: number | null;
}
/** A sound heard at a moment, by its id. */
export interface Sound {
  readonly at: number;
  readonly n: number;
  readonly sound: string;
}
export type LogItem = { readonly at: number; readonly n: number } & (
  | {
      readonly kind: 'line';
      readonly channel: Channel;
      readonly from: string;
      readonly name: string;
      readonly forYou: boolean;
      /** The words of it that got through; empty where the call was walked on and nothing did. */
      readonly text: string;
      /** Not all of it was heard: it can be asked for again. */
      readonly missed: boolean;
      /** The text's id in the playbook, the same in every language: recordings of lines go by it. */
      readonly line: string;
    }
  | {
      readonly kind: 'learnt';
      readonly fact: string;
      readonly label: string;
      readonly value: string;
      /** The value in the words of the playbook, in the reader's language. */
      readonly words: string;
      readonly name: string;
      readonly basis: Basis;
    }
  /** `words` are how the reader said it, where they put it in words of their own; `card` where it answers a decision. */
  | {
      readonly kind: 'did';
      readonly text: string;
      readonly takes: number;
      readonly words?: string;
      readonly card?: true;
      /** It goes on with what was left of it when it was cut. */
      readonly resumes?: true;
    }
  | { readonly kind: 'cut'; readonly text: string }
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'said'; readonly words: string }
  | { readonly kind: 'lapsed'; readonly ask: string }
  /** Somebody came to the scene; `own`: the seat itself. */
  | { readonly kind: 'arrived'; readonly name: string; readonly own?: true }
);
export interface Card {
  readonly decision: string;
  readonly visit: number;
  readonly ask: string;
  readonly opened: number;
  readonly lapses: number;
  /** False while the seat is doing something that a choice cannot cut: the card waits. */
  readonly ready: boolean;
  /** Say first: whether the trainee's own words are already kept. */
  readonly said: boolean;
  readonly options: readonly { readonly id: string; readonly say: string; readonly takes: number }[];
}
export interface ActionOffer {
  readonly id: string;
  readonly group: string;
  readonly say: string;
  /** Milliseconds; of what was cut and goes on, those left. */
  readonly takes: number;
  /** It goes on where a decision cut it; absent where it begins. */
  readonly resumes?: true;
  /** What it asks for, as it ends a sentence on the radio, in radio codes and in plain words; null where there is none. */
  readonly sent: { readonly codes: string; readonly plain: string } | null;
  /** Places, and tokens in this seat's sight, that the action is about, by id. */
  readonly about: readonly string[];
  /** Talk: with whom, by id and as the seat knows them now, what is done and in which tone. Absent elsewhere. */
  readonly talk?: {
    readonly to: string;
    readonly name: string;
    readonly way: Talk['way'];
    readonly tone: Talk['tone'] | null;
  };
}
export interface Known {
  readonly fact: string;
  readonly label: string;
  readonly value: string;
  /** The value in the words of the playbook, in the reader's language. */
  readonly words: string;
  readonly at: number;
  readonly name: string;
  readonly basis: Basis;
}
export interface SeenToken {
  readonly id: string;
  readonly label: string;
  readonly kind: 'person' | 'group' | 'vehicle' | 'thing';
  readonly side: 'local' | 'men' | 'public' | 'medical';
  /** The place it stands at or is on its way to. */
  readonly at: string;
  /** The label of that place, in the reader's language. */
  readonly place: string;
  /** On its way: from which place, since when and until when. Null when it stands, and where the seat did not see it set out. */
  readonly going: { readonly from: string; readonly since: number; readonly until: number } | null;
  /** How it is, in words, in the reader's language; null where the scenario says nothing. */
  readonly how: string | null;
  /** A person's face and clothes, and where the hands are now; absent where the scenario says nothing. */
  readonly face?: string;
  readonly hands?: string;
  /** `standing` for vehicles and things; `walking` for people on their way, unless the scenario says how they go. */
  readonly doing: Doing;
  /** How many people are drawn: 1 for a person, those of a group, 0 for vehicles and things. */
  readonly people: number;
  /** What a thing is drawn as; null for all else. */
  readonly mark: Mark | null;
  /** The seat's own token. */
  readonly you: boolean;
}
