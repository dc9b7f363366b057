/**
 * What each part of a run may be, as data: the one description of openings and entries. The journal checks kept runs by it without a schema
 * library (`journal/run-shape.ts`); the reader of files makes its schema of it (`protocol/schema-of.ts`). Neither says anything of them
 * itself, so that none can refuse what the other takes in (JN17).
 *
 * The compiler holds it to the types: a command, or a part of a command or an opening, that is not described here does not compile.
 */
import { type Command, LONGEST_SENTENCE, LONGEST_WORDS, OVER } from './commands.ts';
import { type Entry, LEVELS, type Opening, type RunFile } from './entries.ts';
import { FACTORS, type SeatSettings } from './seat-settings.ts';

/** A format that a run's parts are of; a run is of the first that has all of its parts. */
export type RunFormat = RunFile['format'];
export const LATEST: RunFormat = 2;

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
  /** Any number of values of a form, each under a name. */
  | { readonly is: 'named'; readonly name: Form; readonly of: Form }
  | { readonly is: 'or-null'; readonly of: Form }
  | Parts
  /** Parts that depend on what `kind` says; `since` names those that the first format does not have. */
  | {
      readonly is: 'kinds';
      readonly kinds: Readonly<Record<string, Parts['parts']>>;
      readonly since: Readonly<Record<string, RunFormat>>;
    };

/** Values under names that are known. One that may lack is absent then, not null. */
export interface Parts {
  readonly is: 'parts';
  readonly parts: Readonly<Record<string, Form | MayLack<Form>>>;
}
interface MayLack<F> {
  readonly is: 'may-lack';
  readonly of: F;
  /** The format that added it. */
  readonly since: RunFormat;
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

/** Also what a person brings along who sits down later. */
const SETTINGS: PartsOf<SeatSettings> = {
  extended: mayLack(oneOf(...FACTORS)),
  language: mayLack(NAME),
  level: mayLack(oneOf(...LEVELS)),
};

/** A run's opening. */
export const OPENING: Part<Opening> = parts<Opening>({
  engine: NAME,
  scenario: NAME,
  playbook: DIGEST,
  pack: parts<Opening['pack']>({ id: NAME, hash: DIGEST, asOf: DAY }),
  switches: named(NAME, NAME),
  seed: WHOLE,
  extended: oneOf(...FACTORS),
  language: NAME,
  seats: list(NAME, 50),
  level: oneOf(...LEVELS),
  clock: oneOf('live', 'discussion'),
  parent: orNull(parts<NonNullable<Opening['parent']>>({ run: DIGEST, seq: WHOLE })),
  order: mayLack(WHOLE, 2),
  settings: mayLack(named(NAME, parts<SeatSettings>(SETTINGS)), 2),
});

/** One entry; that entries count on by one is for whoever reads them in order. */
export const ENTRY: Part<Entry> = parts<Entry>({
  seq: WHOLE,
  command: kinds<Command>(
    {
      choose: { at: WHOLE, seat: NAME, decision: NAME, visit: WHOLE, option: NAME },
      act: { at: WHOLE, seat: NAME, action: NAME, words: mayLack(text(LONGEST_SENTENCE)) },
      say: { at: WHOLE, seat: NAME, decision: NAME, visit: WHOLE, words: text(LONGEST_WORDS) },
      wait: { at: WHOLE, seat: NAME },
      advance: { at: WHOLE },
      stop: { at: WHOLE, seat: NAME },
      fill: { at: WHOLE, seat: NAME, ...SETTINGS },
      leave: { at: WHOLE, seat: NAME },
      speak: {
        at: WHOLE,
        seat: NAME,
        over: oneOf(...OVER),
        to: mayLack(list(NAME, 50)),
        facts: mayLack(list(NAME, 50)),
        words: mayLack(text(LONGEST_WORDS)),
      },
      inject: {
        at: WHOLE,
        inject: mayLack(NAME),
        line: mayLack(
          parts<NonNullable<Extract<Command, { readonly kind: 'inject' }>['line']>>({
            from: NAME,
            to: list(NAME, 50),
            over: oneOf(...OVER),
            words: text(LONGEST_WORDS),
          }),
        ),
      },
      end: { at: WHOLE },
    },
    { fill: 2, leave: 2, speak: 2, inject: 2, end: 2 },
  ),
  digest: DIGEST,
});

/** The format of a run: solo play is written as it was written before there was a second one, to the letter (JN19). */
export function formatOf({ opening, entries }: Pick<RunFile, 'opening' | 'entries'>): RunFormat {
  const has = (since: RunFormat) =>
    isSince(OPENING, opening, since) || entries.some((entry) => isSince(ENTRY, entry, since));
  return has(2) ? 2 : 1;
}

/** Whether a value has a part, or is of a kind, that this format added. */
function isSince(form: Form | MayLack<Form>, value: unknown, since: RunFormat): boolean {
  if (form.is === 'may-lack')
    return value !== undefined && (form.since === since || isSince(form.of, value, since));
  if (typeof value !== 'object' || value === null) return false;
  const parts: Readonly<Record<string, unknown>> = { ...value };
  if (form.is === 'parts')
    return Object.entries(form.parts).some(([name, part]) => isSince(part, parts[name], since));
  return form.is === 'kinds' && form.since[String(parts.kind)] === since;
}

function text(most: number): Part<string> {
  return { is: 'text', most };
}
function oneOf<T extends string | number>(...of: readonly T[]): Part<T> {
  return { is: 'one-of', of };
}
function list<T>(of: Part<T>, most: number): Part<readonly T[]> {
  return { is: 'list', of, most };
}
function named<T>(name: Part<string>, of: Part<T>): Part<Readonly<Record<string, T>>> {
  return { is: 'named', name, of };
}
function mayLack<T>(of: Part<T>, since: RunFormat = 1): MayLack<Part<T>> {
  return { is: 'may-lack', of, since };
}
function orNull<T>(of: Part<T>): Part<T | null> {
  return { is: 'or-null', of };
}
function parts<T>(named: PartsOf<T>): Part<T> {
  return { is: 'parts', parts: named };
}
function kinds<T extends { readonly kind: string }>(
  named: Kinds<T>,
  since: Readonly<Record<string, RunFormat>>,
): Part<T> {
  return { is: 'kinds', kinds: named, since };
}
