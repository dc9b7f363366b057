/**
 * What each part of a run may be, as data: the one description of openings and entries. The journal checks kept runs by it without a schema
 * library (`journal/run-shape.ts`); the reader of files makes its schema of it (`protocol/schema-of.ts`). Neither says anything of them
 * itself, so that none can refuse what the other takes in (JN17).
 *
 * The compiler holds it to the types: a command, or a part of a command or an opening, that is not described here does not compile.
 */
import { type Command, LONGEST_SENTENCE, LONGEST_WORDS } from './commands.ts';
import { type Entry, LEVELS, type Opening } from './entries.ts';

/** A form, and as `T` the type of what has it; nothing holds `T` at run time. */
export type Part<T> = Form & { readonly fits?: T };

/** The forms that parts come in. */
export type Form =
  /** Text of one to so many characters. */
  | { readonly is: 'text'; readonly most: number }
  /** `sha256:` and 64 hexadecimal digits. */
  | { readonly is: 'digest' }
  /** A day of the calendar, like 2026-06-30. */
  | { readonly is: 'day' }
  /** A whole number from zero on, no larger than can be counted exactly. */
  | { readonly is: 'whole' }
  | { readonly is: 'one-of'; readonly of: readonly (string | number)[] }
  /** One to so many of a form. */
  | { readonly is: 'list'; readonly of: Form; readonly most: number }
  /** Any number of texts of a form, each under a name of that form. */
  | { readonly is: 'named'; readonly of: Form }
  | { readonly is: 'or-null'; readonly of: Form }
  | Parts
  /** Parts that depend on what `kind` says. */
  | { readonly is: 'kinds'; readonly kinds: Readonly<Record<string, Parts['parts']>> };

/** Values under names that are known. One that may lack is absent then, not null. */
export interface Parts {
  readonly is: 'parts';
  readonly parts: Readonly<Record<string, Form | MayLack<Form>>>;
}
interface MayLack<F> {
  readonly is: 'may-lack';
  readonly of: F;
}

type PartsOf<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? MayLack<Part<T[K]>> : Part<T[K]>;
};
type Kinds<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: PartsOf<Omit<Extract<T, { readonly kind: K }>, 'kind'>>;
};

const WHOLE: Part<number> = { is: 'whole' };
const DIGEST: Part<string> = { is: 'digest' };
const DAY: Part<string> = { is: 'day' };
const NAME = text(200);

/** A run's opening. */
export const OPENING: Part<Opening> = parts<Opening>({
  engine: NAME,
  scenario: NAME,
  playbook: DIGEST,
  pack: parts<Opening['pack']>({ id: NAME, hash: DIGEST, asOf: DAY }),
  switches: named(NAME),
  seed: WHOLE,
  extended: oneOf(100, 150, 200),
  language: NAME,
  seats: list(NAME, 50),
  level: oneOf(...LEVELS),
  clock: oneOf('live', 'discussion'),
  parent: orNull(parts<NonNullable<Opening['parent']>>({ run: DIGEST, seq: WHOLE })),
});

/** One entry; that entries count on by one is for whoever reads them in order. */
export const ENTRY: Part<Entry> = parts<Entry>({
  seq: WHOLE,
  command: kinds<Command>({
    choose: { at: WHOLE, seat: NAME, decision: NAME, visit: WHOLE, option: NAME },
    act: { at: WHOLE, seat: NAME, action: NAME, words: mayLack(text(LONGEST_SENTENCE)) },
    say: { at: WHOLE, seat: NAME, decision: NAME, visit: WHOLE, words: text(LONGEST_WORDS) },
    wait: { at: WHOLE, seat: NAME },
    advance: { at: WHOLE },
    stop: { at: WHOLE, seat: NAME },
  }),
  digest: DIGEST,
});

function text(most: number): Part<string> {
  return { is: 'text', most };
}
function oneOf<T extends string | number>(...of: readonly T[]): Part<T> {
  return { is: 'one-of', of };
}
function list<T>(of: Part<T>, most: number): Part<readonly T[]> {
  return { is: 'list', of, most };
}
function named(of: Part<string>): Part<Readonly<Record<string, string>>> {
  return { is: 'named', of };
}
function mayLack<T>(of: Part<T>): MayLack<Part<T>> {
  return { is: 'may-lack', of };
}
function orNull<T>(of: Part<T>): Part<T | null> {
  return { is: 'or-null', of };
}
function parts<T>(named: PartsOf<T>): Part<T> {
  return { is: 'parts', parts: named };
}
function kinds<T extends { readonly kind: string }>(named: Kinds<T>): Part<T> {
  return { is: 'kinds', kinds: named };
}
