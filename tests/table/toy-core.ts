/** A toy exercise for tests of the session: something falls due every `every` milliseconds, acts are counted, `end` ends it. */
import type { Command } from '#exercise/commands.ts';
import type { SeatView } from '#exercise/view.ts';
import type { Core, CoreStep } from '#host/core.ts';
import type { TraceEvent } from '#law/trace.ts';

export interface Toy {
  readonly at: number;
  readonly seq: number;
  /** What fell due so far, and what was done. */
  readonly fell: number;
  readonly acts: number;
  readonly ended: boolean;
  readonly waits: boolean;
}

export function toyCore(clock: 'live' | 'discussion' = 'live', every = 1_000): Core<Toy> {
  const nextDue = (state: Toy) => (state.ended ? null : (state.fell + 1) * every);
  const fire = (state: Toy, at: number): Toy => ({
    ...state,
    at,
    fell: Math.max(state.fell, Math.floor(at / every)),
  });
  return {
    clock,
    start: () => ({
      state: { at: 0, seq: 0, fell: 0, acts: 0, ended: false, waits: false },
      trace: [],
    }),
    step(before, command): CoreStep<Toy> {
      if (before.ended) return { ok: false, why: 'ended' };
      if (command.at < before.at) return { ok: false, why: 'in-the-past' };
      if (command.kind === 'act' && command.action === 'closed') return { ok: false, why: 'not-open' };
      const due = nextDue(before);
      const commands: Command[] =
        due !== null && due <= command.at && command.kind !== 'advance'
          ? [{ kind: 'advance', at: command.at }, command]
          : [command];
      let state = before;
      const entries = commands.map((one) => {
        state = obey(fire(state, one.at), one);
        return { seq: state.seq, command: one, digest: digestOf(state) };
      });
      const trace = entries.map(
        ({ seq, command: { at } }): TraceEvent => ({ kind: 'sound', sound: `s${seq}`, at, seq }),
      );
      return { ok: true, entries, state, trace };
    },
    watch() {
      let told = 0;
      return {
        feed(events) {
          told += events.length;
        },
        view: (state) => viewOf(state, told),
      };
    },
    isFilled: () => true,
    at: (state) => state.at,
    ended: (state) => state.ended,
    nextDue,
    jump: (state) => (state.waits ? nextDue(state) : null),
  };
}

function obey(state: Toy, command: Command): Toy {
  const next = { ...state, seq: state.seq + 1 };
  switch (command.kind) {
    case 'act':
      return { ...next, acts: state.acts + 1 };
    case 'stop':
      return { ...next, ended: true };
    case 'wait':
      return { ...next, waits: true };
    // What falls due ends the waiting, as being asked does.
    case 'advance':
      return { ...next, waits: false };
    default:
      return next;
  }
}

function digestOf({ seq: _, ...state }: Toy): string {
  const text = JSON.stringify(state);
  const hash = [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7);
  return `sha256:${hash.toString(16).padStart(64, '0')}`;
}

/** The numbers a test asks for stand where a view has room for them. */
function viewOf(state: Toy, told: number): SeatView {
  return {
    seat: 'patrol',
    callsign: `acts ${state.acts}, fell ${state.fell}, trace ${told}`,
    at: state.at,
    place: null,
    ended: state.ended ? { id: 'stopped', title: '', text: '' } : null,
    log: [],
    decisions: [],
    actions: [],
    busy: null,
    waiting: state.waits,
    known: [],
    tokens: [],
    places: [],
    sounds: [],
  };
}
