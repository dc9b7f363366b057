/**
 * The port through which runs are kept, whoever plays them and wherever: entries in order, what was sealed beside them, what they are a
 * function of, the debriefs that were shown. One contract suite (tests/journal/run-store-contract.ts) runs on every adapter.
 *
 * A store keeps and returns; it judges nothing and replays nothing. Adapters throw `JournalFailure` when the world says no.
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

/** A run as a store has it. */
export interface StoredRun {
  readonly id: string;
  readonly opening: Opening;
  readonly meta: RunMeta;
  readonly entries: readonly Entry[];
  readonly sealed: Sealed | null;
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

export interface RunStore {
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
  /**
   * Keeps entries at the end of a run, all or none, in one durable transaction (JN1).
   *
   * @param expected How many entries the writer believes are kept. If the store holds another number, nothing is written and the
   * answer is `conflict` (JN3). Throws `gone` if there is no such run.
   */
  append(run: string, expected: number, entries: readonly Entry[]): Promise<'kept' | 'conflict'>;
  /** Notes the exercise time reached, so that a run resumes at the same moment (JN5). Never moves it back; of no effect once ended. */
  beat(run: string, at: number, touched: number): Promise<void>;
  /** The whole run; null if there is none. Throws `damaged` if what is there is not a run (JN6). */
  read(run: string): Promise<StoredRun | null>;
  /**
   * The entries after `seq`, in order, none where nothing came after it (JN18): for whoever followed a run up to there. Solo play, the only
   * writer of its run, always reads the whole; a server catches up by it when it takes an exercise over or a seat comes back.
   *
   * @param seq The last entry that is known, 0 for none. Throws `gone` if there is no such run, `damaged` if what is there does not follow.
   */
  readSince(run: string, seq: number): Promise<readonly Entry[]>;
  /** Lays trace and findings beside an ended run and marks it ended. A seal is written once: a second one changes nothing (JN4). */
  seal(run: string, sealed: Sealed): Promise<void>;
  /** All runs, last touched first; damaged ones at the end. */
  list(): Promise<readonly KeptCard[]>;
  /** Removes a run and all that belongs to it, notes too, and bodies that no other run needs. No effect if there is none. */
  forget(run: string): Promise<void>;
  /** Keeps bodies beside a run that has none (JN14). No effect if it has; throws `gone` if there is no such run. */
  keepBodies(run: string, bodies: RunBodies): Promise<void>;
  /** The text of a body; null if none is kept under that hash. */
  body(hash: string): Promise<string | null>;
  /** Keeps a report beside its run: the first of each language stays (JN15). Throws `gone` if there is no such run. */
  keepReport(run: string, report: KeptReport): Promise<void>;
  /** The reports of a run, by language. */
  reports(run: string): Promise<readonly KeptReport[]>;
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
