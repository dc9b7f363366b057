/** What a run was worth: findings and standings, as the judge gives them and the debrief shows them. */
import type { Axis } from './trace.ts';

export type Verdict = 'required' | 'commended' | 'permitted' | 'discouraged' | 'forbidden';

/**
 * One finding on one axis. Traces back: entry (`seq`) → act or missed duty → rule → authorities → because.
 * Ordered by `at`, then `seq`, then axis, then rule.
 */
export interface Finding {
  readonly axis: Axis;
  readonly verdict: Verdict;
  readonly grave: boolean;
  readonly at: number;
  readonly seq: number;
  readonly seat: string;
  /** `layer/rule-id`. */
  readonly rule: string;
  /** A short sentence in the past tense, addressed to the trainee: what was done or left undone. */
  readonly title: string;
  readonly because: string;
  readonly authorities: readonly string[];
  /** What it rests on: an act of the trace, or a duty and how it went. */
  readonly on:
    | { readonly act: number; readonly kinds: readonly string[] }
    | {
        readonly duty: string;
        readonly outcome: 'met' | 'late' | 'missed';
        readonly opened: number;
        readonly due: number;
        /**
         * When the bearer could have met it: the first moment since opening when an act that meets it was on offer, at the latest the choice
         * that gave it up; null if met before it opened.
         */
        readonly chance: number | null;
        /** The act that met it; of a missed one, the act that gave it up; null where there is none. */
        readonly act: number | null;
      };
  /** Graver findings may hide gentler ones of the same act and axis; their rules are listed here. */
  readonly also: readonly string[];
  /** False where the rule rests only on policy that nobody here has read: shown, but a standing is not lowered by it. */
  readonly counts: boolean;
}

export type StandingWord = 'sound' | 'gaps' | 'unsound' | 'grave' | 'not-exercised';

/** A question that ran out unanswered although an answer would have been to the seat's credit; `at` and `seq` are when it did. */
export interface LetPass {
  readonly at: number;
  readonly seq: number;
  readonly decision: string;
  readonly visit: number;
}

/** A standing on one axis with its counts: kept of due. */
export interface Standing {
  readonly standing: StandingWord;
  readonly kept: number;
  readonly due: number;
  /** Questions let pass on this axis, in order; each is due and not kept. Absent where there was none. */
  readonly letPass?: readonly LetPass[];
}

/** A seat's whole ruling under one pack on one day. */
export interface Ruling {
  readonly pack: string;
  readonly asOf: string;
  readonly seat: string;
  readonly axes: Readonly<Record<Axis, Standing>>;
  readonly findings: readonly Finding[];
}
