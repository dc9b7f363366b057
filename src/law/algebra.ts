/**
 * The algebra of the law in integers: what the judge, the kernel's judge and the proof compute with alike (SPEC LW7, LW9 to LW13).
 *
 * A *sign* is a verdict with its marks in one integer, -1 where nothing is said; *found* is what an axis came to, as bits. Nothing here
 * knows an act, a seat, a moment or a text.
 */
import type { StandingWord, Verdict } from './findings.ts';
import { AXES } from './trace.ts';

/** How many axes there are: the width of every table that has one entry per axis. */
export const AXIS_COUNT = AXES.length;

/** Verdicts by weight: a breach outweighs merit, merit what is merely permitted. */
export const VERDICTS: readonly Verdict[] = [
  'permitted',
  'commended',
  'required',
  'discouraged',
  'forbidden',
];
/** Bits of a sign beside its verdict's number, which is `sign & SIGN.verdict`. */
export const SIGN = { verdict: 7, grave: 8, counts: 16 } as const;
const [COMMENDED, REQUIRED, DISCOURAGED, FORBIDDEN] = [1, 2, 3, 4];

/** A verdict with its marks as a sign. */
export function signOf(verdict: Verdict, grave: boolean, counts: boolean): number {
  return VERDICTS.indexOf(verdict) | (grave ? SIGN.grave : 0) | (counts ? SIGN.counts : 0);
}

/** How heavily a sign speaks: by its verdict, a grave one by one more; what says nothing is lighter than all. */
export function weigh(sign: number): number {
  return sign < 0 ? -1 : (sign & SIGN.verdict) + ((sign & SIGN.grave) !== 0 ? 1 : 0);
}

/** The heavier of two signs; of equals the first, as rules of a stack stand in their order (LW7). */
export function heavier(first: number, second: number): number {
  return weigh(second) > weigh(first) ? second : first;
}

/** Whether the sign says something that counts. */
export function doesCount(sign: number): boolean {
  return sign >= 0 && (sign & SIGN.counts) !== 0;
}

/** Whether the sign's verdict is one against the actor. */
export function isBreachSign(sign: number): boolean {
  const verdict = sign & SIGN.verdict;
  return sign >= 0 && (verdict === DISCOURAGED || verdict === FORBIDDEN);
}

/** Whether the sign's verdict is to the actor's credit. */
export function isMeritSign(sign: number): boolean {
  const verdict = sign & SIGN.verdict;
  return sign >= 0 && (verdict === COMMENDED || verdict === REQUIRED);
}

/** Whether the verdict is one against the actor. */
export function isBreach(verdict: Verdict): boolean {
  return isBreachSign(VERDICTS.indexOf(verdict));
}

/** Whether the verdict is one to the actor's credit. */
export function isMerit(verdict: Verdict): boolean {
  return isMeritSign(VERDICTS.indexOf(verdict));
}

/** Bits of what was found on an axis; `unmet` where an objective of the scenario was not met. */
export const FOUND = { any: 1, gaps: 2, forbidden: 4, grave: 8, unmet: 16 } as const;
/** Words of a standing, by the number that `standingOf` gives. */
export const WORDS: readonly StandingWord[] = ['sound', 'gaps', 'unsound', 'grave', 'not-exercised'];

/** The bits of one finding that counts; `isGap` says that it is of a duty that was met late or missed. */
export function foundOf(sign: number, isGap: boolean): number {
  const verdict = sign & SIGN.verdict;
  return (
    FOUND.any |
    ((sign & SIGN.grave) !== 0 ? FOUND.grave : 0) |
    (verdict === FORBIDDEN ? FOUND.forbidden : 0) |
    (verdict === DISCOURAGED || isGap ? FOUND.gaps : 0)
  );
}

/**
 * The number of an axis's word, a decision tree of which the first that fits is taken (LW13).
 *
 * `duties` is how many duties came due less twice those missed, `questions` how many were let pass less those answered (LW25): below and
 * above nothing, most were missed or let pass.
 */
export function standingOf(found: number, duties: number, questions: number): number {
  if ((found & FOUND.grave) !== 0) return 3;
  if (duties < 0 || questions > 0 || (found & (FOUND.unmet | FOUND.forbidden)) !== 0) return 2;
  return (found & FOUND.gaps) !== 0 ? 1 : (found & FOUND.any) !== 0 ? 0 : 4;
}

/** How a duty stands: not asked of anybody, open, open still after it was due, or given up by a choice before it was due. */
export const STANDS = { shut: 0, open: 1, overdue: 2, waived: 3 } as const;
/** How a duty ends, by number; -1 (`NOT`) where it does not, or without a finding. */
export const OUTCOMES = ['met', 'late', 'missed'] as const;
export const HOW = { met: 0, late: 1, missed: 2 } as const;
export const NOT = -1;

/**
 * How a duty ends that stands so, when an act meets it or when it lapses (its need is over, or the run): one of HOW, or NOT (LW10).
 *
 * A duty that is due and could have been met by then (`hadChance`) is late or, where late is worth nothing, not met by the act at all;
 * lapsed, it is missed. A duty that could not have been met is never held against anybody. One that a choice gave up is missed with that
 * choice, which was the chance (LW29): an act that makes it good before it is due is late or, where nothing is late, in time after all.
 */
export function stepDuty(
  stands: number,
  step: 'acted' | 'lapsed',
  hadChance: boolean,
  mayBeLate: boolean,
): number {
  const isWaived = stands === STANDS.waived;
  const isHeld = isWaived || (stands === STANDS.overdue && hadChance);
  if (step === 'lapsed') return isHeld ? HOW.missed : NOT;
  if (!isHeld) return HOW.met;
  return mayBeLate ? HOW.late : isWaived ? HOW.met : NOT;
}

/**
 * What becomes of a duty as it is opened: HOW.met by an earlier act that has met nothing yet (`isFresh`), STANDS.open, or NOT where the
 * need is seen to (`wasMet`: by an act that still stands and counts once) or over (LW9, LW11).
 */
export function openDuty(
  earlier: 'ignored' | 'counts' | 'once',
  isFresh: boolean,
  wasMet: boolean,
  isOver: boolean,
): number {
  if (earlier !== 'ignored' && isFresh) return HOW.met;
  if (earlier === 'counts' && wasMet) return NOT;
  return isOver ? NOT : STANDS.open;
}
