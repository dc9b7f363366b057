/**
 * The way through the page: opening an address, a screen, and what leads from one screen to the next (TB7).
 *
 * The chart holds no truth about runs: it asks `open`, `start`, `again` for the next screen and shows what they give. Whatever they
 * throw becomes the trouble screen; a new address leads out of every state.
 */
import { assign, type DoneActorEvent, fromPromise, setup } from 'xstate';
import type { Route } from '../navigation/address.ts';
import type { PlaySettings } from '../props/screen-props.ts';
import { type TroubleFound, troubleOf } from '../trouble/trouble-found.ts';
import type { Screen } from './screens.ts';

type FlowEvent =
  /** The address changed, or is to be opened anew. */
  | { readonly type: 'go'; readonly route: Route }
  | { readonly type: 'settings'; readonly settings: PlaySettings }
  | { readonly type: 'start' }
  /** A run that shares the beginning of the debriefed one. */
  | { readonly type: 'again'; readonly seq: number }
  /** Something happened within a screen that leads to a new state of it. */
  | { readonly type: 'show'; readonly screen: Screen }
  | { readonly type: 'broke'; readonly trouble: TroubleFound };

interface FlowContext {
  readonly route: Route;
  readonly screen: Screen | null;
  readonly trouble: TroubleFound | null;
}

const chart = setup({
  types: {
    context: {} as FlowContext,
    events: {} as FlowEvent,
    input: {} as { readonly route: Route },
  },
  actors: {
    open: fromPromise<Screen, Route>(missing),
    start: fromPromise<Screen, Screen | null>(missing),
    again: fromPromise<Screen, { readonly screen: Screen | null; readonly seq: number }>(missing),
  },
  actions: {
    /** Stops the clock of a run that is left; its journal stays. */
    leave: ({ context }) => {
      if (context.screen?.kind === 'play') context.screen.session.close();
    },
  },
}).createMachine({
  id: 'page',
  context: ({ input }) => ({ route: input.route, screen: null, trouble: null }),
  initial: 'opening',
  on: {
    go: {
      target: '.opening',
      reenter: true,
      actions: assign({ route: ({ event }) => event.route }),
    },
    broke: { target: '.trouble', actions: assign({ trouble: ({ event }) => event.trouble }) },
  },
  states: {
    opening: {
      entry: ['leave', assign({ screen: null, trouble: null })],
      invoke: {
        src: 'open',
        input: ({ context }) => context.route,
        onDone: { target: 'shown', actions: assign({ screen: ({ event }) => event.output }) },
        onError: { target: 'trouble', actions: assign({ trouble: ({ event }) => troubleOf(event.error) }) },
      },
    },
    shown: {
      on: {
        start: { guard: ({ context }) => context.screen?.kind === 'brief', target: 'starting' },
        again: { guard: ({ context }) => context.screen?.kind === 'debrief', target: 'branching' },
        settings: {
          actions: assign({ screen: ({ context, event }) => withSettings(context.screen, event.settings) }),
        },
        show: {
          guard: ({ context, event }) => context.screen?.kind === event.screen.kind,
          actions: assign({ screen: ({ event }) => event.screen }),
        },
      },
    },
    starting: {
      invoke: {
        src: 'start',
        input: ({ context }) => context.screen,
        onDone: { target: 'shown', actions: assign({ screen: ({ event }) => event.output }) },
        onError: { target: 'trouble', actions: assign({ trouble: ({ event }) => troubleOf(event.error) }) },
      },
    },
    branching: {
      invoke: {
        src: 'again',
        input: ({ context, event }) => ({ screen: context.screen, seq: seqOf(event) }),
        onDone: { target: 'shown', actions: assign({ screen: ({ event }) => event.output }) },
        onError: { target: 'trouble', actions: assign({ trouble: ({ event }) => troubleOf(event.error) }) },
      },
    },
    trouble: { entry: 'leave' },
  },
});

/** What the flow asks the world for; each gives the next screen or throws what is in the way. */
export interface FlowWork {
  readonly open: (route: Route) => Promise<Screen>;
  readonly start: (screen: Screen | null) => Promise<Screen>;
  readonly again: (screen: Screen | null, seq: number) => Promise<Screen>;
}

/** The flow over real work. */
export function appFlow(work: FlowWork) {
  return chart.provide({
    actors: {
      open: fromPromise<Screen, Route>(({ input }) => work.open(input)),
      start: fromPromise<Screen, Screen | null>(({ input }) => work.start(input)),
      again: fromPromise<Screen, { readonly screen: Screen | null; readonly seq: number }>(({ input }) =>
        work.again(input.screen, input.seq),
      ),
    },
  });
}

function withSettings(screen: Screen | null, settings: PlaySettings): Screen | null {
  return screen?.kind === 'brief' ? { ...screen, settings } : screen;
}
function seqOf(event: FlowEvent | DoneActorEvent): number {
  return event.type === 'again' && 'seq' in event ? event.seq : -1;
}
async function missing(): Promise<never> {
  throw new Error('TB7: the flow was started without its actors.');
}
