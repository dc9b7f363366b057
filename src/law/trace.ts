/**
 * The trace: what happened, as law, debrief and records read it. Format 1, frozen (decisions/0002).
 *
 * An ordered list of events; order is the order in which they came about, so `at` and `seq` never fall.
 * Names are ids of the playbook (seats, decisions, options, actions, speakers) and of the vocabulary (acts, observations, facts).
 * Everything is JSON. No event holds a text a person reads: texts are cited by id, so that a run can be read in another language.
 */
import type { Act } from './acts.ts';
import type { Basis } from './facts.ts';
import type { Seen } from './observations.ts';

export const TRACE_FORMAT = 1;

/** What an act came from. `visit` counts how often the decision was opened, from 1. */
export type Source =
  | { readonly decision: string; readonly visit: number; readonly option: string }
  | { readonly action: string }
  | { readonly automation: string };

/** What every event carries: exercise milliseconds since STARTEX and the sequence number of the entry that brought it about. */
export interface Stamp {
  readonly at: number;
  readonly seq: number;
}

export type TraceEvent = Stamp &
  (
    | {
        /** A seat began something. Law uses what the seat knew and perceived at this instant. */
        readonly kind: 'act';
        /** Unique in the run, from 1; later events cite it. */
        readonly id: number;
        readonly seat: string;
        /** False for an automation: it earns no merit and meets no duty. */
        readonly human: boolean;
        readonly source: Source;
        readonly acts: readonly Act[];
        readonly takes: number;
        /** It goes on with what the seat's last act from this source left when it was cut; absent for what begins. */
        readonly resumes?: true;
        /** Over the radio: how long it first waits for the channel; absent for not at all. */
        readonly waits?: number;
        /** How it was said, where the trainee put it in words; no rule reads them. */
        readonly words?: string;
        readonly knowing: Readonly<Record<string, string>>;
        readonly seeing: readonly Seen[];
      }
    /** A running standing action was cut short by a decision: its effects never come. */
    | { readonly kind: 'cut'; readonly act: number; readonly seat: string }
    /** What took time is over and its effects ran. */
    | { readonly kind: 'done'; readonly act: number; readonly seat: string }
    | ({ readonly kind: 'observed'; readonly seat: string } & Seen)
    | { readonly kind: 'closed'; readonly seat: string; readonly observation: string }
    | {
        readonly kind: 'told';
        readonly channel: Channel;
        readonly from: string;
        readonly to: readonly string[];
        /** What got through, where it was missed: empty if the call was walked on. */
        readonly text: string;
        readonly sound: string | null;
        /** The call broke up or was walked on, and was not heard whole. */
        readonly missed?: true;
      }
    | {
        readonly kind: 'learnt';
        readonly seat: string;
        readonly fact: string;
        readonly value: string;
        readonly was: string;
        readonly from: string;
        readonly basis: Basis;
      }
    /** A standing action or an option became possible for a seat; until `withdrawn` it could have been done. */
    | {
        readonly kind: 'offered';
        readonly seat: string;
        readonly source: Source;
        readonly acts: readonly Act[];
      }
    | { readonly kind: 'withdrawn'; readonly seat: string; readonly source: Source }
    /** A decision was put to a seat; it lapses at `lapses` unless answered. */
    | {
        readonly kind: 'asked';
        readonly seat: string;
        readonly decision: string;
        readonly visit: number;
        readonly lapses: number;
      }
    /** Say first: the trainee's own words before choosing. */
    | { readonly kind: 'said'; readonly seat: string; readonly decision: string; readonly words: string }
    /** A decision ended unanswered: time ran out, or the story moved on (`moved-on`, no silence counts). */
    | {
        readonly kind: 'lapsed';
        readonly seat: string;
        readonly decision: string;
        readonly visit: number;
        readonly why: 'time' | 'moved-on';
      }
    /** Something moved on the table. `place` is a place of the map; `ms` is how long the way takes. */
    | { readonly kind: 'moved'; readonly token: string; readonly place: string; readonly ms: number }
    | { readonly kind: 'revealed'; readonly token: string; readonly to: readonly string[] }
    /** A sound of the scene, and the seats that hear it; without `to`, everybody. */
    | { readonly kind: 'sound'; readonly sound: string; readonly to?: readonly string[] }
    | { readonly kind: 'arrived'; readonly seat: string }
    /** A hidden or world slot changed; for directors and debriefs, never for a seat during play. */
    | { readonly kind: 'world'; readonly slot: string; readonly value: string | number }
    | {
        readonly kind: 'objective';
        readonly id: string;
        readonly axis: Axis;
        readonly seat: string;
        readonly met: boolean;
        /** The run never put it to the test: neither met nor unmet. Absent where it did. */
        readonly arose?: false;
      }
    | { readonly kind: 'ended'; readonly ending: string }
  );

export type Channel = 'radio' | 'say' | 'phone' | 'screen';
/** The axes of judgment, in the order in which they are told: their list and their number are taken from here. */
export const AXES = ['jurisdiction', 'constitutional', 'crowd-safety'] as const;
export type Axis = (typeof AXES)[number];

/** One value for each axis. */
export function byAxis<T>(of: (axis: Axis, n: number) => T): Readonly<Record<Axis, T>> {
  return Object.fromEntries(AXES.map((axis, n) => [axis, of(axis, n)])) as Record<Axis, T>;
}
