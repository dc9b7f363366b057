/**
 * Questions that ran out unanswered although an answer to them would have been to the seat's credit (SPEC LW25).
 *
 * Nobody is against silence: it earns nothing, and what it lets pass was a chance, so it counts in what was due.
 */
import type { Act } from './acts.ts';
import { isBreach, isMerit } from './algebra.ts';
import type { LetPass } from './findings.ts';
import { BLANK, perceive } from './perception.ts';
import { firings, gravest } from './rules.ts';
import type { Stack } from './stack.ts';
import { AXES, type Axis, byAxis, type TraceEvent } from './trace.ts';

/** One seat's questions by axis: those let pass in the order they ran out, and whether it let pass more than it answered. */
export interface Questions {
  readonly letPass: Readonly<Record<Axis, readonly LetPass[]>>;
  readonly isMostPassed: Readonly<Record<Axis, boolean>>;
}

/** Nothing is known of questions: findings that were sealed without them. */
export const NO_QUESTIONS: Questions = {
  letPass: byAxis(() => []),
  isMostPassed: byAxis(() => false),
};

/**
 * Each question let pass weighs one, each answered one less, no further than this either way: so a proof need not count without end, and
 * what was done last weighs most in a run of very many questions.
 */
export const MOST_QUESTIONS = 12;

/** The balance of questions after one more; `by` is 1 where it was let pass, -1 where it was answered, 0 for neither. */
export function balanced(balance: number, by: number): number {
  return Math.max(-MOST_QUESTIONS, Math.min(MOST_QUESTIONS, balance + by));
}

/** Follows one seat's questions over a trace. */
export function questionsOf(trace: readonly TraceEvent[], seat: string, stack: Stack): Questions {
  const letPass = byAxis((): LetPass[] => []);
  const balance: Record<Axis, number> = { ...byAxis(() => 0) };
  const open = new Map<string, OnOffer>();
  let perception = BLANK;
  for (const event of trace) {
    if (
      (event.kind === 'offered' || event.kind === 'withdrawn') &&
      event.seat === seat &&
      'option' in event.source
    ) {
      const { decision, visit, option } = event.source;
      const key = JSON.stringify([decision, visit, option]);
      open.delete(key);
      if (event.kind === 'offered') open.set(key, { decision, visit, acts: event.acts });
    }
    if (event.kind === 'act' && event.seat === seat && event.human && 'option' in event.source) {
      for (const axis of AXES) balance[axis] = balanced(balance[axis], -1);
    }
    if (event.kind === 'lapsed' && event.seat === seat && event.why === 'time') {
      const { at, seq, decision, visit } = event;
      const answers = [...open.values()].filter((one) => one.decision === decision && one.visit === visit);
      const axes = new Set(answers.flatMap(({ acts }) => earnable(stack, acts, perception)));
      for (const axis of AXES) {
        if (!axes.has(axis)) continue;
        letPass[axis].push({ at, seq, decision, visit });
        balance[axis] = balanced(balance[axis], 1);
      }
    }
    perception = perceive(perception, event, seat);
  }
  return { letPass, isMostPassed: byAxis((axis) => balance[axis] > 0) };
}

interface OnOffer {
  readonly decision: string;
  readonly visit: number;
  readonly acts: readonly Act[];
}

/** The axes on which rules would give merit for these acts; none where any rule that counts is against them on any axis. */
function earnable(stack: Stack, acts: readonly Act[], known: Parameters<typeof firings>[2]): readonly Axis[] {
  const voices = gravest(firings(stack, acts, known)).filter(({ counts }) => counts);
  if (voices.some(({ verdict }) => isBreach(verdict))) return [];
  return voices.filter(({ verdict }) => isMerit(verdict)).map(({ axis }) => axis);
}
