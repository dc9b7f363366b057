/** What a local session begins with. */
import type { RenderLocale } from '#exercise/words.ts';
import type { Core, Played } from '#host/core.ts';
import type { Tempo } from '#host/tempo.ts';
import type { Journal } from '#journal/journal.ts';
import type { RunBodies } from '#journal/run-store.ts';

export interface Start<S> {
  readonly core: Core<S>;
  readonly journal: Journal;
  readonly tempo: Tempo;
  readonly run: string;
  readonly opening: Parameters<Journal['create']>[1];
  /** How the reader is spoken to. */
  readonly locale: RenderLocale;
  readonly title: string;
  /** What the run is a function of; null where it is not known. */
  readonly bodies?: RunBodies | null;
  readonly played: Played<S>;
  /** The moment to begin at: 0, or where a kept run was. Not before the last entry, nor past what falls due next. */
  readonly at: number;
  readonly resumed: boolean;
}
