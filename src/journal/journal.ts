/**
 * The port through which runs are kept: entries in order, what was sealed beside them, the trainee's reasons. One contract suite
 * (tests/journal/contract.ts) runs on every adapter.
 *
 * A journal keeps and returns; it judges nothing and replays nothing. Adapters throw `JournalFailure` when the world says no.
 */
import { type Entry, FIRST_SEQ, type Opening, type Sealed } from '#exercise/entries.ts';

/** What a list shows of a run, without reading its entries. */
export interface RunMeta {
  readonly title: string;
  /** When it was last written, milliseconds since the epoch. */
  readonly touched: number;
  /** Exercise time reached: never earlier than the last entry, at most about a second behind what was shown. */
  readonly at: number;
  readonly state: 'running' | 'ended';
  /** True once the trainee chose to say nothing before reading what it was worth. */
  readonly declined?: boolean;
  /** True for a run that came in a file and could not be played again here: it is shown as the file has it. */
  readonly unchecked?: boolean;
  /** The run on this machine that this one branched off from, by its id here; absent where it is not known. */
  readonly parent?: string;
  /** Which try at this call it is, from 2; absent for the first, and for runs kept before tries were counted. */
  readonly attempt?: number;
}

/** One reason a trainee gave, as written. `seq` is the entry it speaks of, null for the run as a whole; `version` counts from 1 per `seq`. */
export type Reason = Sealed['reasons'][number];

/**
 * What a run is a function of, kept beside it so that it can be played and ruled again by a page that has newer ones: `sha256:<hex>` over
 * `text`, the canonical JSON of a playbook or of one pack's law.
 */
export interface Body {
  readonly hash: string;
  readonly text: string;
}
/** The bodies that belong to a run. `playbook.hash` is the one its opening names. */
export interface RunBodies {
  readonly playbook: Body;
  readonly law: Body;
}
/** The same by their hashes. */
export interface OwnBodies {
  readonly playbook: string;
  readonly law: string;
}
/** A debrief as it was first shown in a language. */
export interface KeptReport {
  readonly language: string;
  /** The digest of the run's last entry: the report is of this run as it stood there. */
  readonly of: string;
  /** `sha256:<hex>` over `text`. */
  readonly digest: string;
  /** The report as JSON. */
  readonly text: string;
}

/** A run as kept. */
export interface KeptRun {
  readonly id: string;
  readonly opening: Opening;
  readonly meta: RunMeta;
  readonly entries: readonly Entry[];
  readonly sealed: Sealed | null;
  readonly reasons: readonly Reason[];
  /** Null for a run that was kept before bodies were. */
  readonly bodies: OwnBodies | null;
}

/** One line of `list`. A damaged run is listed too, so that it can be forgotten. */
export type KeptCard =
  | {
      readonly id: string;
      readonly state: 'running' | 'ended';
      readonly opening: Opening;
      readonly meta: RunMeta;
      readonly bodies: OwnBodies | null;
    }
  | { readonly id: string; readonly state: 'damaged' };

export interface Journal {
  /** Whether runs outlive the page. */
  readonly lasting: boolean;
  /**
   * Begins a run, with entries if it grows from another, and keeps its bodies beside it, each once however many runs share it (one
   * transaction). Throws `taken` if the id is in use (JN2).
   */
  create(
    run: string,
    opening: Opening,
    meta: RunMeta,
    entries?: readonly Entry[],
    bodies?: RunBodies | null,
  ): Promise<void>;
  /** Keeps bodies beside a run that has none (JN14). No effect if it has; throws `gone` if there is no such run. */
  keepBodies(run: string, bodies: RunBodies): Promise<void>;
  /** The text of a body; null if none is kept under that hash. */
  body(hash: string): Promise<string | null>;
  /** Keeps a report beside its run: the first of each language stays (JN15). Throws `gone` if there is no such run. */
  keepReport(run: string, report: KeptReport): Promise<void>;
  /** The reports of a run, by language. */
  reports(run: string): Promise<readonly KeptReport[]>;
  /**
   * Keeps entries at the end of a run, all or none, in one durable transaction (JN1).
   *
   * @param expected How many entries the writer believes are kept. If the journal holds another number, nothing is written and the
   * answer is `conflict` (JN3). Throws `gone` if there is no such run.
   */
  append(run: string, expected: number, entries: readonly Entry[]): Promise<'kept' | 'conflict'>;
  /** Notes the exercise time reached, so that a run resumes at the same moment (JN5). Never moves it back; of no effect once ended. */
  beat(run: string, at: number, touched: number): Promise<void>;
  /** The whole run; null if there is none. Throws `damaged` if what is there is not a run (JN6). */
  read(run: string): Promise<KeptRun | null>;
  /** All runs, last touched first; damaged ones at the end. */
  list(): Promise<readonly KeptCard[]>;
  /** Removes a run and all that belongs to it, and bodies that no other run needs. No effect if there is none. */
  forget(run: string): Promise<void>;
  /** Lays trace and findings beside an ended run and marks it ended. A seal is written once: a second one changes nothing (JN4). */
  seal(run: string, sealed: Sealed): Promise<void>;
  /** Adds a version of the trainee's reason for a moment; earlier versions stay (JN7). */
  addReason(run: string, seq: number | null, words: string): Promise<void>;
  /** Notes that the trainee chose to say nothing (JN11). Throws `gone` if there is no such run. */
  decline(run: string): Promise<void>;
  /** What the reader means to do next time, over all runs, oldest first (JN12). */
  nextTime(): Promise<readonly string[]>;
  /** Keeps the whole list in place of the one before. */
  keepNextTime(items: readonly string[]): Promise<void>;
}

export type FailureKind =
  /** The browser or the person forbids storage. */
  | 'forbidden'
  /** No room left. */
  | 'full'
  /** Another tab holds an older version of the storage open. */
  | 'blocked'
  /** The storage gave no answer for as long as anybody would wait. */
  | 'slow'
  /** A newer version of the page made what is there. */
  | 'newer'
  /** What is stored is not a run. */
  | 'damaged'
  /** There is no such run (any more). */
  | 'gone'
  /** The id is in use. */
  | 'taken'
  /** Anything else: the storage stopped answering. */
  | 'broken';

/** The world said no to the journal. Nothing was written, or, where it was `slow`, it may yet be. */
export class JournalFailure extends Error {
  readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'JournalFailure';
    this.kind = kind;
  }
  /** Resolves once what was waited for has come after all; null where nobody waits any more. */
  get over(): Promise<unknown> | null {
    return this.cause instanceof Promise ? this.cause : null;
  }
}

/** What a browser's storage threw, as a failure with a kind. */
export function failureOf(cause: unknown): JournalFailure {
  if (cause instanceof JournalFailure) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const kind = KINDS[name] ?? 'broken';
  return new JournalFailure(kind, `The storage of this browser says no (${name || String(cause)}).`, cause);
}

/** Names of exceptions as the standard and the browsers give them. */
const KINDS: Readonly<Record<string, FailureKind>> = {
  QuotaExceededError: 'full',
  SecurityError: 'forbidden',
  NotAllowedError: 'forbidden',
  VersionError: 'newer',
};

/** The reasons with one more version. */
export function withReason(reasons: readonly Reason[], seq: number | null, words: string): readonly Reason[] {
  const version = 1 + reasons.filter((reason) => reason.seq === seq).length;
  return [...reasons, { seq, words, version }];
}

/** Throws (JN1) unless the entries count on by one, after `before` or from a run's first seq: a fault of ours, never of the person. */
export function assertRun(before: number | null, entries: readonly Entry[]): void {
  const first = before === null ? FIRST_SEQ : before + 1;
  entries.forEach((entry, index) => {
    if (entry.seq !== first + index) {
      throw new Error(`JN1: entry ${entry.seq} does not follow ${first + index - 1}.`);
    }
  });
}
