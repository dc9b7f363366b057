/**
 * The playbook: a scenario compiled to plain JSON, as the exercise runs it. Format 1, frozen (decisions/0002).
 *
 * Everything the run decides on is an integer or an index into one of these lists; names stay beside them for trace and views.
 * Conditions, effect lists, decisions, actions are cited by their place in their list. Equal to its own JSON round trip (SPEC EX1).
 */
import type { Expr } from '#language/expr.ts';
import type { Act } from '#law/acts.ts';
import type { Basis } from '#law/facts.ts';
import type { Seen } from '#law/observations.ts';
import type { Axis, Channel } from '#law/trace.ts';

export type { Expr };

export const PLAYBOOK_FORMAT = 1;

export interface Playbook {
  readonly format: 1;
  readonly id: string;
  /** The day in the story, `YYYY-MM-DD`; packs rule as of this day unless told otherwise. */
  readonly asOf: string;
  /** Wall-clock time in the story at STARTEX, `HH:MM:SS`. */
  readonly startsAt: string;
  readonly minutes: number;
  /** So long after STARTEX the list runs, wherever the story is: it ends the run. Absent where the author sets no end. */
  readonly endsBy?: { readonly ms: number; readonly list: number };
  /** Text ids of title, brief parts. */
  readonly title: TextId;
  readonly brief: {
    readonly role: TextId;
    readonly situation: TextId;
    readonly objectives: readonly TextId[];
    readonly note: TextId;
    /** The note in detail, told only to those who ask. Absent where the scenario has none. */
    readonly detail?: TextId;
  };
  readonly seats: readonly Seat[];
  /** Everyone who speaks or is spoken of: who a line or a fact can come from. */
  readonly speakers: readonly Speaker[];
  readonly tokens: readonly Token[];
  readonly places: readonly Place[];
  readonly slots: readonly Slot[];
  readonly truths: readonly Truth[];
  /** Meters that some seats see as they change, in order; absent where nobody sees any. */
  readonly meters?: readonly Meter[];
  readonly regions: readonly Region[];
  /** Every state of every region, in document order; `place` of an exercise holds one of these per region. */
  readonly states: readonly State[];
  /** Destinations that an effect can send the story to, by number. */
  readonly signals: readonly Signal[];
  readonly conditions: readonly Expr[];
  readonly lists: readonly (readonly Effect[])[];
  /** Distinct observations with their fields. */
  readonly observations: readonly Seen[];
  readonly decisions: readonly Decision[];
  readonly actions: readonly Action[];
  readonly automations: readonly Automation[];
  readonly objectives: readonly Objective[];
  /** In order: the first whose condition holds is the one (the last has none). */
  readonly endings: readonly Ending[];
  /** Short forms and what they mean, in order; absent where the author explains none. */
  readonly glossary?: readonly Short[];
  /** Questions to talk over after the run, in order; absent where the author asks none. Nothing in play shows them. */
  readonly hotWash?: readonly TextId[];
  /** English texts by id. `{a|b}` inside a text: a with radio codes, b in plain words; the pack says which. */
  readonly texts: Readonly<Record<TextId, string>>;
  readonly translations: Readonly<Record<string, Readonly<Record<TextId, string>>>>;
  /** Kept for what later versions bake in; null today. */
  readonly reserved: { readonly crowd: null; readonly map: string | null };
}

/** Path of a text in the scenario file, such as `story.contact.rolling.enter.0`. */
export type TextId = string;

/** A short form as it stands in texts, and what it means. */
export interface Short {
  readonly short: TextId;
  readonly means: TextId;
}
export interface Seat {
  readonly id: string;
  readonly callsign: string;
  readonly role: TextId;
  readonly agency: 'local' | 'federal' | 'medical' | 'public';
  /** Whether one person alone can play the scenario from this seat. */
  readonly solo: boolean;
}
export interface Speaker {
  readonly id: string;
  /** What a seat calls them: the first whose condition (over `me.<fact>` only) holds; the last has none. */
  readonly names: readonly { readonly when: number | null; readonly name: TextId }[];
  /** The seat this speaker is, if it is one. */
  readonly seat: number | null;
}
/** What stands on the table: a person, group, vehicle or thing. `spot` is the slot that holds its place, `shown` the flag a seat's view asks (-1: always). */
export interface Token {
  readonly id: string;
  readonly label: TextId;
  readonly kind: 'person' | 'group' | 'vehicle' | 'thing';
  readonly side: 'local' | 'men' | 'public' | 'medical';
  readonly spot: number;
  readonly shown: number;
  /** A group: how many people it is, drawn as many. Absent elsewhere. */
  readonly people?: number;
  /** A thing: what it is drawn as. Absent elsewhere. */
  readonly mark?: Mark;
  /** A person: face and clothes, for whoever looks closer. Absent where the scenario says nothing. */
  readonly face?: TextId;
  /** A person: where the hands are, unless a look says otherwise. */
  readonly hands?: TextId;
  /** How it looks to whoever sees it: the first that fits. Absent where the scenario says nothing. */
  readonly looks?: readonly Look[];
}
/** What a person or a group is seen doing. */
export const DOINGS = [
  'standing',
  'walking',
  'filming',
  'shouting',
  'pressing',
  'leaving',
  'sitting',
  'lying',
  'held',
  'working',
] as const;
export type Doing = (typeof DOINGS)[number];
/** What a thing is drawn as: tape and a line of cones run across its place, a line is drawn on the ground. */
export const MARKS = ['tape', 'cones', 'line'] as const;
export type Mark = (typeof MARKS)[number];
/** One look of a token. What is null stays as it is without a look. */
export interface Look {
  /** Over what anybody can see: the world and its meters, places of tokens, states of the story; null fits always. */
  readonly when: number | null;
  /** Only while the seat sees it on the way, or only while it stands. Absent for both. */
  readonly going?: boolean;
  readonly how: TextId | null;
  readonly doing: Doing | null;
  readonly people: number | null;
  /** Where a person's hands are then. Absent where the look does not say. */
  readonly hands?: TextId;
}
export interface Place {
  readonly id: string;
  readonly label: TextId;
  /** Off the table: who stands there sees only who is there, and is seen by nobody else. Absent for every other place. */
  readonly away?: true;
}

/**
 * One bounded integer. Ids: `truth.<name>` (drawn by seed, hidden), `world.<name>` (set by the story), `known.<seat>.<fact>`
 * (what a seat knows), `here.<seat>` (0 or 1), `spot.<token>` (index of a place), `shown.<token>`, `done.<action>` (times completed, to 9),
 * `missed.<seat>` (radio lines it could ask for again, to 8), `left.<seat>.<action>` (milliseconds left of what a decision cut, 0 for
 * none; only for actions that go on).
 */
export interface Slot {
  readonly id: string;
  /** Names of the values 0, 1, 2 …; null for a number. */
  readonly values: readonly string[] | null;
  readonly min: number;
  readonly max: number;
  readonly start: number;
  /** For known slots: the seat that knows, and the fact; else null. */
  readonly known: { readonly seat: number; readonly fact: string; readonly label: TextId } | null;
}
/** A number of the world that seats see, with what it measures. */
export interface Meter {
  readonly id: string;
  readonly slot: number;
  readonly label: TextId;
  readonly seats: readonly number[];
}
/** One draw at STARTEX, in list order: weights per value, given the value of an earlier truth slot (or a single row). */
export interface Truth {
  readonly slot: number;
  readonly given: number | null;
  readonly weights: readonly (readonly number[])[];
  /** What a debrief calls it, and each of its values; absent where it is nobody's business. */
  readonly label?: TextId;
  readonly says?: readonly TextId[];
}

export interface Region {
  readonly id: string;
  readonly first: number;
  readonly states: readonly number[];
}
export interface State {
  readonly id: string;
  readonly region: number;
  /** Effect lists run on entering and on leaving; null for none. */
  readonly enter: number | null;
  readonly leave: number | null;
  /** Deadlines that die with the state: milliseconds after entering, and what then happens. */
  readonly after: readonly { readonly ms: number; readonly list: number }[];
  /** Decisions put when the state is entered, `ms` later, if the condition then holds. */
  readonly decide: readonly {
    readonly decision: number;
    readonly ms: number;
    readonly when: number | null;
  }[];
  /** Guarded ways on, asked on every `settle`; the first that holds wins and leads to another state of the region. */
  readonly settle: readonly { readonly when: number; readonly list: number | null; readonly to: number }[];
  /** What the author says is known here: slots of knowledge, and the values each may hold on entering; checked by rehearsal. */
  readonly expects?: readonly { readonly slot: number; readonly values: readonly number[] }[];
}
/** `go`: from any state of `region`, to `state` (entered anew even if already there). */
export interface Signal {
  readonly region: number;
  readonly state: number;
}

/** A value given outright, or read off another slot: `map[value of slot]`. */
export type ValueOf = { readonly value: number } | { readonly slot: number; readonly map: readonly number[] };

/** What the story can do: the closed list of DESIGN.md §4. */
export type Effect =
  | {
      readonly do: 'line';
      readonly channel: Channel;
      readonly from: number;
      readonly to: readonly number[];
      readonly text: TextId;
      /** How long hearing or reading it takes, the longest over its languages; a card's time starts after it. */
      readonly captionMs: number;
      readonly sound: string | null;
      /** Radio: what gets through to people the first time, and its caption time. Absent: all of it does. */
      readonly heard?: { readonly text: TextId; readonly captionMs: number };
      /** Radio: what is true once everybody who plays and was told has heard it whole. */
      readonly then?: number;
    }
  /** What a seat missed on the radio is said again, oldest first. */
  | { readonly do: 'repeat'; readonly seat: number }
  | {
      readonly do: 'learn';
      readonly slot: number;
      readonly value: ValueOf;
      readonly from: number;
      readonly basis: Basis;
    }
  /** Passes what one seat knows to another, in its value, with the reporting seat's speaker as source. */
  | {
      readonly do: 'report';
      readonly slot: number;
      readonly to: number;
      readonly from: number;
      readonly basis: Basis;
    }
  | { readonly do: 'set'; readonly slot: number; readonly value: ValueOf }
  | { readonly do: 'add'; readonly slot: number; readonly by: number }
  | { readonly do: 'observe'; readonly observation: number; readonly seats: readonly number[] }
  | { readonly do: 'move'; readonly token: number; readonly place: number; readonly ms: number }
  | { readonly do: 'reveal'; readonly token: number; readonly seats: readonly number[] }
  /** A sound of the scene; without `to` everybody hears it. */
  | { readonly do: 'sound'; readonly sound: string; readonly to?: readonly number[] }
  | { readonly do: 'go'; readonly signal: number }
  | { readonly do: 'after'; readonly ms: number; readonly list: number }
  | { readonly do: 'arrives'; readonly seat: number }
  /** ENDEX with the first ending that fits (null) or a named one. */
  | { readonly do: 'end'; readonly ending: number | null }
  | { readonly do: 'when'; readonly if: number; readonly then: number; readonly else: number | null };

export interface Decision {
  readonly id: string;
  readonly seat: number;
  readonly ask: TextId;
  readonly withinMs: number;
  /** What happens if nobody answers in time; null for nothing. */
  readonly silence: number | null;
  readonly options: readonly Option[];
}
export interface Option {
  readonly id: string;
  readonly ref: string | null;
  readonly say: TextId;
  /** Over the seat's own knowledge only. */
  readonly when: number | null;
  readonly acts: readonly Act[];
  readonly takesMs: number;
  readonly then: number | null;
  /** It goes over the radio: it waits for the channel and holds it. */
  readonly air?: true;
}
export interface Action {
  readonly id: string;
  readonly ref: string | null;
  readonly seats: readonly number[];
  readonly group: string;
  readonly say: TextId;
  /** What it asks for, as it ends a sentence on the radio; absent where the author wrote none. */
  readonly sent?: TextId;
  /** Tokens and places the action is about, by id; absent for none. */
  readonly about?: readonly string[];
  /** Over the seat's own knowledge only (`me.*`, `me.at`, `done.*`); of talk also over what anybody can see. */
  readonly when: number | null;
  readonly acts: readonly Act[];
  readonly takesMs: number;
  readonly then: number | null;
  /** It goes over the radio: it waits for the channel and holds it. */
  readonly air?: true;
  /** It is said to somebody, or is waiting with them. Absent elsewhere. */
  readonly talk?: Talk;
}
/** Whom one talks with, by place among the speakers; what one does, and in which tone (absent where nothing is said). */
export interface Talk {
  readonly to: number;
  readonly way: 'ask' | 'tell' | 'order' | 'wait';
  readonly tone?: 'calm' | 'firm';
}
/** Who plays an unfilled seat: when the condition becomes true, `afterMs` later the list runs and the acts are its own. */
export interface Automation {
  readonly id: string;
  readonly seat: number;
  readonly when: number;
  readonly afterMs: number;
  readonly list: number;
  readonly acts: readonly Act[];
  /** `once` in a run, or `each` time the condition turns true again. */
  readonly repeat: 'once' | 'each';
}
export interface Objective {
  readonly id: string;
  readonly axis: Axis;
  readonly seat: number;
  readonly text: TextId;
  readonly met: number;
  /** Whether the run put it to the test; absent where every run does. */
  readonly arises?: number;
  /** Acts it asks for, and acts it bars: what a finding must not contradict. Absent for none. */
  readonly asks?: readonly Act[];
  readonly bars?: readonly Act[];
}
export interface Ending {
  readonly id: string;
  readonly when: number | null;
  readonly title: TextId;
  readonly text: TextId;
  /** What would have changed a bad ending; absent where it is none. */
  readonly turns?: readonly Turn[];
  /** What is told where none of the turns was open; absent where there are none. */
  readonly chance?: TextId;
}
/** An act that would have changed an ending, where the run left it. */
export interface Turn {
  readonly by: { readonly action: string } | { readonly decision: string; readonly option: string };
  readonly when: number | null;
  /** Only where this option of the same decision was chosen, or it lapsed (`silence`); absent for any. */
  readonly instead?: string;
  readonly text: TextId;
}
