/** What a debrief holds, as plain JSON with texts already in the reader's language; made by `debrief` (debrief.ts). */
import type { Level } from '#exercise/entries.ts';
import type { Basis } from '#law/facts.ts';
import type { Finding, Ruling, Verdict } from '#law/findings.ts';
import type { Axis } from '#law/trace.ts';

export interface DebriefReport {
  /** The language its texts were asked for in. */
  readonly language: string;
  readonly scenario: { readonly id: string; readonly title: string };
  readonly seat: { readonly id: string; readonly callsign: string; readonly role: string };
  readonly seed: number;
  readonly level: Level;
  readonly endedAt: number;
  /** Where nobody wrote an ending (`stopped`, `nothing-left`, `running`) title and text are empty: the desk has its own words for these. */
  readonly ending: {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    /** A bad ending: what would have changed it. */
    readonly turn?: TurnedBy;
  };
  /** What the hidden truth was, in words, told only now. */
  readonly truth: readonly { readonly label: string; readonly value: string }[];
  readonly pack: {
    readonly id: string;
    readonly title: string;
    readonly asOf: string;
    readonly review: string;
  };
  readonly ruling: Ruling;
  /** What made each standing so; absent from reports of earlier versions. */
  readonly why?: Readonly<Record<Axis, Why>>;
  /** Findings in context, gravest first, then by time; merits last. */
  readonly findings: readonly FindingInContext[];
  readonly timeline: readonly Moment[];
  readonly couldHaveKnown: readonly CouldHaveKnown[];
  /** What brought the answer to who the men are sooner, and what would have; absent where nothing, and from reports of earlier versions. */
  readonly sooner?: Sooner;
  readonly ladder: Ladder;
  /** Whom the seat told what, in order of time. */
  readonly told?: readonly ToldOthers[];
  readonly objectives: readonly Aim[];
  /** Questions to talk over, in the author's order; absent where the scenario asks none. */
  readonly hotWash?: readonly string[];
}

export interface FindingInContext {
  readonly finding: Finding;
  /** What the trainee did or was asked, in the words of the desk; empty for a duty never acted on. */
  readonly did: string;
  readonly saidWhy: string | null;
  /** What the seat knew then, in words. */
  readonly knew: readonly string[];
  readonly authorities: readonly AuthorityNote[];
  /** Where a second try begins: `seq` of the last entry that stays (0: the opening), `at` what is tried again; null where nothing else could have been done. */
  readonly retry: { readonly seq: number; readonly at: number } | null;
  /** Single changes under which it would be ruled otherwise, nearest first; absent from a seal and from reports of earlier versions. */
  readonly changes?: readonly ChangedBy[];
}
/** A change of one thing, everything else as it was. */
export interface ChangedBy {
  /** Who the men are known to be; another fact; what the act is for, as said or known; the law. */
  readonly what: 'status' | 'fact' | 'purpose' | 'pack';
  /** The fact; `for` (what the act was said to be for); `pack`, or a switch of the run's own pack. */
  readonly name: string;
  /** The fact in words, or the title of the pack that the switch is of; else empty. */
  readonly label: string;
  /** Any of these leads to the same; `says` in words, empty where the desk has them by id. */
  readonly values: readonly { readonly id: string; readonly says: string }[];
  /** The ruling then; null where nothing would be said. */
  readonly becomes: Worth | null;
}
export interface Worth {
  readonly verdict: Verdict;
  readonly grave: boolean;
  readonly rule: string;
  readonly because: string;
}
export interface AuthorityNote {
  readonly id: string;
  readonly citation: string;
  readonly status: string;
  readonly verified: 'read' | 'secondary' | 'memory';
  readonly summary: string;
  readonly source: string;
}
/** One moment of the timeline, in order. `marks` are the findings that rest on it, by index into `ruling.findings`. */
export interface Moment {
  readonly at: number;
  readonly seq: number;
  readonly kind: 'line' | 'did' | 'learnt' | 'lapsed' | 'cut' | 'arrived' | 'moved' | 'ended';
  readonly who: string;
  readonly text: string;
  readonly marks: readonly number[];
}
/** Something the seat never learnt, or learnt later than it could have, had it done one thing that was open to it. */
export interface CouldHaveKnown {
  readonly fact: string;
  readonly label: string;
  readonly value: string;
  /** The action that would have brought it, in the words of the bar, and since when it was open. */
  readonly by: string;
  /** A second action that had to follow; absent where one was enough. */
  readonly andThen?: string;
  readonly openSince: number;
  /** When it would have been known; and when it was (null: never). */
  readonly wouldBe: number;
  readonly was: number | null;
}
/** A question put to those who would know, and what made or would have made a difference to when its answer came. */
export interface Sooner {
  /** The question, in the words of card or bar, and when it was first put. */
  readonly asked: string;
  readonly at: number;
  /** When the answer came (null: never). */
  readonly was: number | null;
  /** What was done that brought it sooner, when first, and when it would have come without (null: not in this run). */
  readonly did: readonly (ActThen & { readonly without: number | null })[];
  /** Acts that were left, each when it would have been begun, and when the answer would have come with them; the soonest last. */
  readonly could: readonly {
    readonly acts: readonly ActThen[];
    /** Whether the question is among them, and not put when it was. */
    readonly instead: boolean;
    readonly wouldBe: number;
  }[];
}
/** A standing action and its moment; `did` in the words of the bar. */
export interface ActThen {
  readonly action: string;
  readonly at: number;
  readonly did: string;
}
/** Who knew what, when: rows of facts with values, columns of seats; each cell when and on what basis, or not recorded. */
export interface Ladder {
  readonly seats: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly ({
      readonly at: number;
      readonly basis: Basis;
      readonly how: 'told' | 'reported' | 'heard';
    } | null)[];
  }[];
}
/** An aim and how it went: `in-part` where it was met and a finding still says otherwise; `not-arisen` where the run never tested it. */
export interface Aim {
  readonly id: string;
  readonly axis: Axis;
  readonly text: string;
  readonly met: boolean;
  /** Absent, like `against`, from reports of earlier versions. */
  readonly how?: 'met' | 'in-part' | 'missed' | 'not-arisen';
  /** Titles of the findings that say otherwise. */
  readonly against?: readonly string[];
}
/** What made a standing so: questions of the tree that were answered with yes, each with the titles or aims it rests on. */
export interface Why {
  readonly because: readonly {
    readonly question:
      | 'grave'
      | 'unmet'
      | 'let-pass'
      | 'forbidden'
      | 'most-missed'
      | 'missed'
      | 'late'
      | 'discouraged';
    readonly titles: readonly string[];
    /** For `most-missed`: how many duties were missed, of how many that came due. */
    readonly missed?: number;
    readonly of?: number;
  }[];
  /** What "kept of due" counts: duties, rules, and questions let pass, none of which is kept. */
  readonly letPass: number;
  readonly duties: { readonly kept: number; readonly due: number };
  readonly rules: { readonly kept: number; readonly due: number };
}
/** What would have changed a bad ending; `did` is empty and `retry` null where nothing was open to do. */
export interface TurnedBy {
  /** The act, in the words of card or bar. */
  readonly did: string;
  readonly text: string;
  /** Since when it was open. */
  readonly at: number;
  /** Where a second try begins, as in a finding. */
  readonly retry: number | null;
}
/** An act by which others learnt something. */
export interface ToldOthers {
  readonly at: number;
  /** Names of the vocabulary, and `channel`, `superior`, `agents`, `public`. */
  readonly whom: readonly string[];
  /** What was said, in the words of card or bar. */
  readonly did: string;
  /** Who the seat then knew the men to be; null where it knew nothing. */
  readonly knew: string | null;
}
