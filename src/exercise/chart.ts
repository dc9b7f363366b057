/**
 * The chart: the story as an XState machine. It moves the story and does nothing else: no context, `assign`, `always` or delays.
 *
 * Parallel regions of flat states. A signal is the event `go<n>` of its region; `settle` is guarded by the playbook's conditions,
 * whose answers travel with the event. A snapshot is a pure function of the place, so snapshots are kept by place.
 * `machine.transition` with one kept scope spares XState an inert actor on every step (shared/ANCHORS.md §7.2); that scope is not
 * public API, so XState is pinned and the chart is compared with the grid step by step (SPEC EX8).
 */
import {
  type AnyActorScope,
  type AnyMachineSnapshot,
  createEmptyActor,
  createMachine,
  type EventObject,
  initialTransition,
} from 'xstate';
import type { Playbook } from '#scenario/playbook.ts';
import type { Moved, Mover, Step } from './exercise.ts';
import { at, invariant } from './invariant.ts';

/** How many places are remembered before forgetting all: bounds memory in long rehearsals. */
const KEPT = 4096;

const STAY: readonly Step[] = [];

interface Settle extends EventObject {
  readonly type: 'settle';
  readonly holds: (condition: number) => boolean;
}

/** A mover over an XState machine built from the playbook. Same order of steps as the grid (EX8). */
export function makeChart(playbook: Playbook): Mover {
  const machine = machineOf(playbook);
  const snapshots = new Map<string, AnyMachineSnapshot>();
  let steps: Step[] = [];

  const empty = createEmptyActor();
  const scope: AnyActorScope = {
    self: empty,
    system: empty.system,
    id: '',
    sessionId: '',
    logger: () => {},
    defer: () => {},
    stopChild: () => {},
    emit: () => {},
    actionExecutor: (action) => {
      steps.push(stepOf(action.type, action.params));
    },
  };

  function snapshotAt(place: readonly number[]): AnyMachineSnapshot {
    const key = place.join();
    const kept = snapshots.get(key);
    if (kept !== undefined) return kept;
    const value = Object.fromEntries(place.map((state, region) => [`r${region}`, `s${state}`]));
    const snapshot: AnyMachineSnapshot = machine.resolveState({ value });
    keep(key, snapshot);
    return snapshot;
  }

  function keep(key: string, snapshot: AnyMachineSnapshot): void {
    if (snapshots.size >= KEPT) snapshots.clear();
    snapshots.set(key, snapshot);
  }

  function moved(snapshot: AnyMachineSnapshot): Moved {
    invariant(snapshot.status === 'active', 'EX8', `the chart stopped: ${String(snapshot.error)}`);
    const place = placeOf(snapshot, playbook.regions.length);
    keep(place.join(), snapshot);
    return { place, steps: inRegionOrder(steps, playbook) };
  }

  return {
    start() {
      const [snapshot, actions] = initialTransition(machine);
      steps = actions.map((action) => stepOf(action.type, action.params));
      return moved(snapshot);
    },
    move(place, signal, holds) {
      const before = snapshotAt(place);
      const event: EventObject | Settle = signal < 0 ? { type: 'settle', holds } : { type: `go${signal}` };
      steps = [];
      const after: AnyMachineSnapshot = machine.transition(before, event, scope);
      // Not by comparing snapshots: one that leaves a state and enters it again comes back as the very same snapshot.
      return steps.length === 0 ? { place, steps: STAY } : moved(after);
    },
  };
}

function machineOf(playbook: Playbook) {
  const states = Object.fromEntries(
    playbook.regions.map((region, r) => [
      `r${r}`,
      {
        initial: `s${region.first}`,
        on: Object.fromEntries(
          playbook.signals.flatMap((signal, n) =>
            signal.region === r ? [[`go${n}`, { target: `.s${signal.state}` }]] : [],
          ),
        ),
        states: Object.fromEntries(region.states.map((n) => [`s${n}`, stateOf(playbook, n)])),
      },
    ]),
  );
  const nothing = () => {};
  return createMachine(
    { id: 'story', type: 'parallel', states },
    {
      guards: {
        holds: ({ event }: { event: EventObject }, params: unknown) =>
          isSettle(event) && event.holds(numberOf(params)),
      },
      // Named but empty: the steps are read off, never executed.
      actions: { leave: nothing, run: nothing, enter: nothing },
    },
  );
}

function stateOf(playbook: Playbook, n: number) {
  const state = at(playbook.states, n);
  return {
    entry: [{ type: 'enter', params: { n } }],
    exit: [{ type: 'leave', params: { n } }],
    on: {
      settle: state.settle.map((way) => ({
        target: `s${way.to}`,
        // A way back into the same state leaves and enters it, as in the grid.
        reenter: true,
        guard: { type: 'holds', params: { n: way.when } },
        actions: way.list === null ? [] : [{ type: 'run', params: { n: way.list, region: state.region } }],
      })),
    },
  };
}

function isSettle(event: EventObject): event is Settle {
  return event.type === 'settle';
}

function stepOf(type: string, params: unknown): Step & { readonly region?: number } {
  invariant(type === 'leave' || type === 'run' || type === 'enter', 'EX8', `unknown step ${type}`);
  const region =
    typeof params === 'object' && params !== null && 'region' in params ? params.region : undefined;
  return typeof region === 'number'
    ? { kind: type, n: numberOf(params), region }
    : { kind: type, n: numberOf(params) };
}

function numberOf(params: unknown): number {
  const n = typeof params === 'object' && params !== null && 'n' in params ? params.n : undefined;
  invariant(typeof n === 'number', 'EX8', 'an action without its number');
  return n;
}

/** XState leaves all regions before it enters any; here each region's steps stay together, regions in document order. */
function inRegionOrder(steps: readonly (Step & { readonly region?: number })[], playbook: Playbook): Step[] {
  const byRegion: Step[][] = playbook.regions.map(() => []);
  for (const step of steps) {
    const region = step.region ?? at(playbook.states, step.n).region;
    at(byRegion, region).push({ kind: step.kind, n: step.n });
  }
  return byRegion.flat();
}

function placeOf(snapshot: AnyMachineSnapshot, regions: number): number[] {
  const value: Readonly<Record<string, unknown>> = snapshot.value;
  return Array.from({ length: regions }, (_, r) => Number(String(value[`r${r}`]).slice(1)));
}
