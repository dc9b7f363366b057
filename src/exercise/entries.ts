/**
 * What a journal holds: accepted inputs and nothing derived. Format 1, frozen (decisions/0002).
 *
 * The opening entry pins what the run is a function of; each later entry is one accepted input with the moment and the digest of
 * the core state after it (SPEC EX3). The opening is seq 0; entries count from 1 without gaps.
 */
import type { Command } from './commands.ts';

export const ENTRY_FORMAT = 1;
/** The `seq` of a run's first entry; the opening itself is 0. */
export const FIRST_SEQ = 1;

/**
 * How much of a decision the desk shows: `guided` asks and lists answers, `say-first` asks for the trainee's own words before them,
 * `uncued` tells nobody that anything is asked, `coaching` stops after each turn and is ungraded. The exercise is the same at all of them.
 */
export const LEVELS = ['guided', 'say-first', 'uncued', 'coaching'] as const;
export type Level = (typeof LEVELS)[number];

export interface Opening {
  readonly engine: string;
  readonly scenario: string;
  /** `sha256:<hex>` of the canonical playbook. */
  readonly playbook: string;
  readonly pack: { readonly id: string; readonly hash: string; readonly asOf: string };
  readonly switches: Readonly<Record<string, string>>;
  readonly seed: number;
  /** The extended-time factor in percent: 100, 150 or 200. Changes deadlines and nothing else. */
  readonly extended: number;
  readonly language: string;
  /** The seats people play; all others are automated. */
  readonly seats: readonly string[];
  readonly level: Level;
  readonly clock: 'live' | 'discussion';
  /** For a branch: the run it grew from and the last entry they share. */
  readonly parent: { readonly run: string; readonly seq: number } | null;
}

/** One accepted input. */
export interface Entry {
  readonly seq: number;
  readonly command: Command;
  /** `sha256:<hex>` over the canonical JSON of the core state after this entry, without its `seq` (digest.ts). */
  readonly digest: string;
}

/** The file a run leaves the building in: `*.run.json` (CONTRACTS.md). */
export interface RunFile {
  readonly format: 1;
  readonly kind: 'run';
  readonly opening: Opening;
  readonly entries: readonly Entry[];
  readonly sealed: Sealed | null;
  /** Which try at this call it was on the machine it comes from, from 2; absent for the first. */
  readonly attempt?: number;
}

/** What was laid beside the journal at ENDEX, so that a newer engine never rewrites an old run. */
export interface Sealed {
  readonly digest: string;
  readonly ending: string;
  readonly at: number;
  readonly trace: readonly unknown[];
  readonly findings: readonly unknown[];
  /** The trainee's reasons, as first written, keyed by finding-free moment (`seq`); later versions follow in order. */
  readonly reasons: readonly {
    readonly seq: number | null;
    readonly words: string;
    readonly version: number;
  }[];
}
