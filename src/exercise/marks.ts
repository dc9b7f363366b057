/** What an instructor says of a finding, kept with the run beside it; the finding itself stays as the judge made it (SPEC DB18). */

/** What can be said of a finding. */
export const MARKS = ['agree', 'disagree', 'not-applicable'] as const;

/** A mark on the finding of one rule on one axis at one entry. */
export interface Mark {
  readonly seq: number;
  readonly axis: string;
  readonly rule: string;
  readonly says: (typeof MARKS)[number];
  /** The reason, as written; never empty. */
  readonly why: string;
}
type Marked = Pick<Mark, 'seq' | 'axis' | 'rule'>;

/** The mark on a finding, if it has one. */
export function markOf(marks: readonly Mark[], { seq, axis, rule }: Marked): Mark | undefined {
  return marks.find((mark) => mark.seq === seq && mark.axis === axis && mark.rule === rule);
}

/** The marks with one more: it takes the place of an earlier one on the same finding. */
export function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  const before = markOf(marks, mark);
  return [...marks.filter((one) => one !== before), mark];
}
