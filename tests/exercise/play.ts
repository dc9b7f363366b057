/** Plays a playbook by hand in a test: keeps engine, exercise and trace together and asks short questions. */
import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import type { Refusal } from '#exercise/refusals.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import type { SeatView } from '#exercise/view.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { playbook as fixture, opening } from './fixture.ts';

type Kind = TraceEvent['kind'];
type Event<K extends Kind> = Extract<TraceEvent, { readonly kind: K }>;

export class Play {
  readonly engine: Engine;
  exercise: Exercise;
  readonly trace: TraceEvent[];
  readonly entries: Entry[] = [];

  constructor(more: Partial<Opening> = {}, changes: Partial<Playbook> = {}) {
    this.engine = makeEngine({ ...fixture, ...changes }, opening(more));
    const opened = openExercise(this.engine);
    this.exercise = opened.exercise;
    this.trace = [...opened.trace];
  }

  /** Sends a command; answers the refusal, or null. */
  send(command: Command): Refusal | null {
    const stepped = step(this.engine, this.exercise, command);
    if (!stepped.ok) return stepped.why;
    this.exercise = stepped.exercise;
    this.trace.push(...stepped.trace);
    this.entries.push(...stepped.entries);
    return null;
  }

  choose(at: number, decision: string, option: string, seat = 'patrol', visit = 1): Refusal | null {
    return this.send({ kind: 'choose', at, seat, decision, visit, option });
  }

  act(at: number, action: string, seat = 'patrol'): Refusal | null {
    return this.send({ kind: 'act', at, seat, action });
  }

  advance(at: number): Refusal | null {
    return this.send({ kind: 'advance', at });
  }

  /** All events of a kind so far. */
  all<K extends Kind>(kind: K): readonly Event<K>[] {
    return this.trace.filter((event): event is Event<K> => event.kind === kind);
  }

  slot(n: number): number {
    return this.exercise.slots[n] ?? -1;
  }

  view(seat = 'patrol', lang = 'en', words: 'codes' | 'plain' = 'codes'): SeatView {
    return seatView(this.engine, this.exercise, this.trace, seat, { lang, words });
  }

  /** A run that has arrived: contact opens at 22 s, the lead speaks at 34 s, `gather` comes at 39 s. */
  static arrived(more: Partial<Opening> = {}, changes: Partial<Playbook> = {}): Play {
    const play = new Play(more, changes);
    play.choose(9_000, 'approach', 'quiet');
    play.advance(19_000);
    return play;
  }
}
