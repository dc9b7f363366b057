/**
 * Why an exercise said no: a closed list, told to the seat in words by whoever shows it. A refusal changes nothing (SPEC EX5).
 * Unknown and hidden refuse alike (`not-open`), so that a refusal tells nothing.
 */
export const REFUSALS = [
  /** The exercise is over. */
  'ended',
  /** No such seat, decision, option or action is open to this seat now. */
  'not-open',
  /** The decision's time ran out at or before this moment. */
  'too-late',
  /** The seat is still doing something that cannot be cut. */
  'busy',
  /** The moment lies before the exercise's own. */
  'in-the-past',
  /** Words are empty or longer than 2,000 characters. */
  'bad-words',
  /** The cascade of effects did not settle within 1,000 steps; the run stays where it was. */
  'runaway',
] as const;
export type Refusal = (typeof REFUSALS)[number];
