/**
 * What a journal holds: accepted inputs and nothing derived. Format 1 is frozen (decisions/0002); format 2 adds what is marked so below, and
 * is written only where a run has any of it (`run-format.ts`). It freezes when people can speak and injects can be released.
 *
 * The opening entry pins what the run is a function of; each later entry is one accepted input with the moment and the digest of
 * the core state after it (SPEC EX3). The opening is seq 0; entries count from 1 without gaps.
 */
import type { Command } from './commands.ts';
import type { Mark } from './marks.ts';
import type { Level, SeatSettings } from './seat-settings.ts';

export { LEVELS, type Level } from './seat-settings.ts';

export const ENTRY_FORMAT = 1;
/** The `seq` of a run's first entry; the opening itself is 0. */
export const FIRST_SEQ = 1;

export interface Opening {
  readonly engine: string;
  readonly scenario: string;
  /** `sha256:<hex>` of the canonical playbook. */
  readonly playbook: string;
  readonly pack: { readonly id: string; readonly hash: string; readonly asOf: string };
  readonly switches: Readonly<Record<string, string>>;
  readonly seed: number;
  /** The extended-time factor in percent: 100, 150 or 200. Changes deadlines and nothing else. Of seats that `settings` does not name. */
  readonly extended: number;
  readonly language: string;
  /** The seats people play at STARTEX; all others are automated. */
  readonly seats: readonly string[];
  readonly level: Level;
  readonly clock: 'live' | 'discussion';
  /** For a branch: the run it grew from and the last entry they share. */
  readonly parent: { readonly run: string; readonly seq: number } | null;
  /**
   * Format 2. What shuffles whatever seats see in an order, such as options: a number by chance, worked out from nothing else. Without it
   * the seed does. Where the truth is to stay hidden from somebody who knows the scenario it has to be there: a few cards in an order that
   * the seed gives tell the seed, and with it the truth (EX9, EX43, HO7).
   */
  readonly order?: number;
  /** Format 2. By seat, what whoever sits there at STARTEX has otherwise than is said above. */
  readonly settings?: Readonly<Record<string, SeatSettings>>;
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
  readonly format: 1 | 2;
  readonly kind: 'run';
  readonly opening: Opening;
  readonly entries: readonly Entry[];
  readonly sealed: Sealed | null;
  /** Which try at this call it was on the machine it comes from, from 2; absent for the first. */
  readonly attempt?: number;
  /** What an instructor said of its findings; absent where nothing was. */
  readonly marks?: readonly Mark[];
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
