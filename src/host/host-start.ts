/** What a host begins with, and what whoever directs may ask of it. */
import type { Command } from '#exercise/commands.ts';
import type { RunStore } from '#journal/run-store.ts';
import type { Core, Played } from './core.ts';
import type { KeepTrouble } from './keep-trouble.ts';
import type { Tempo } from './tempo.ts';

export interface HostStart<S> {
  readonly core: Core<S>;
  readonly journal: RunStore;
  readonly tempo: Tempo;
  /** The name under which the journal keeps it. */
  readonly run: string;
  readonly played: Played<S>;
  /** The moment to begin at: 0, or where a kept run was. Not before the last entry, nor past what falls due next. */
  readonly at: number;
  /** True to begin with the clock held. */
  readonly held: boolean;
  /** The host stopped by itself: an entry could not be kept, or the machine slept. Whoever runs it says how it goes on. */
  readonly onStopped: (why: KeepTrouble | 'slept') => void;
}

/** What whoever directs may ask, beside what seats ask; the host stamps the moment. */
export type Order = Unstamped<Extract<Command, { readonly kind: 'fill' | 'leave' | 'inject' | 'end' }>>;
type Unstamped<C> = C extends Command ? Omit<C, 'at'> : never;
