/** The peer: the reference story as a raw XState actor with its own context, assigns, delays and always-transitions, on a clock of ours. */
import { and, assign, createActor, createMachine, not, or, type StateValue, stateIn } from 'xstate';
import { CHOICES, type Change, FACTS, type Guard, METERS, REGIONS, type Way } from './reference-story.ts';

type Context = Readonly<Record<string, number>>;

/** One playing of the story, whoever plays it. */
export interface Playing {
  /** Choices possible now, by place in CHOICES. */
  enabled(): readonly number[];
  choose(choice: number): void;
  /** Lets this many milliseconds pass. */
  advance(ms: number): void;
  isOver(): boolean;
  /** Everything that must agree. */
  state(): string;
}

const machine = createMachine({
  id: 'story',
  type: 'parallel',
  context: { ...METERS, ...Object.fromEntries(FACTS.map((fact) => [fact, 0])) },
  states: Object.fromEntries(
    Object.entries(REGIONS).map(([region, nodes]) => [
      region,
      {
        initial: Object.keys(nodes)[0] ?? '',
        states: Object.fromEntries(
          Object.entries(nodes).map(([id, node]) => [
            id,
            {
              ...(node.final ? { type: 'final' as const } : {}),
              ...(node.after ? { after: { [node.after[0] * 1_000]: node.after[1].map(transitionOf) } } : {}),
              ...(node.always ? { always: node.always.map(transitionOf) } : {}),
              on: Object.fromEntries(
                CHOICES.filter((choice) => choice.r === region && choice.from.includes(id)).map((choice) => [
                  choice.id,
                  transitionOf(choice),
                ]),
              ),
            },
          ]),
        ),
      },
    ]),
  ),
});

/** A new actor, started. Deadlines fire one by one: a chained delay starts from the moment that started it. */
export function playActor(): Playing {
  const clock = makeClock();
  const actor = createActor(machine, { clock });
  actor.start();
  return {
    enabled() {
      const snapshot = actor.getSnapshot();
      return CHOICES.flatMap((choice, n) => (snapshot.can({ type: choice.id }) ? [n] : []));
    },
    choose(n) {
      actor.send({ type: CHOICES[n]?.id ?? '' });
    },
    advance: clock.advance,
    isOver: () => nodeIn(actor.getSnapshot().value, 'plot').startsWith('debrief'),
    state() {
      const { value, context } = actor.getSnapshot();
      return JSON.stringify([
        clock.now(),
        Object.keys(REGIONS).map((region) => nodeIn(value, region)),
        Object.values(context as Context),
      ]);
    },
  };
}

function transitionOf(
  way: Way | { readonly to?: string; readonly g?: Guard; readonly fx?: readonly Change[] },
) {
  return {
    ...(way.to === undefined ? {} : { target: way.to }),
    ...(way.g === undefined ? {} : { guard: guardOf(way.g) }),
    ...(way.fx === undefined
      ? {}
      : { actions: assign(({ context }: { context: Context }) => changed(context, way.fx ?? [])) }),
  };
}

function changed(context: Context, changes: readonly Change[]): Context {
  const next: Record<string, number> = { ...context };
  for (const change of changes)
    next[change[1]] = change[0] === 'add' ? (next[change[1]] ?? 0) + change[2] : 1;
  return next;
}

type Guarded = ReturnType<typeof stateIn> | ((args: { context: Context }) => boolean);

// biome-ignore lint/suspicious/noExplicitAny: XState's combinators of generated guards have no nameable type.
function guardOf(guard: Guard): any {
  const leaf =
    (test: (context: Context) => boolean): Guarded =>
    ({ context }: { context: Context }) =>
      test(context);
  switch (guard[0]) {
    case '>=':
      return leaf((context) => (context[guard[1]] ?? 0) >= guard[2]);
    case '<':
      return leaf((context) => (context[guard[1]] ?? 0) < guard[2]);
    case 'fact':
      return leaf((context) => context[guard[1]] === 1);
    case 'in':
      return stateIn({ [guard[1]]: guard[2] });
    case 'not':
      return not(guardOf(guard[1]));
    case 'and':
      return and(guard.slice(1).map((one) => guardOf(one as Guard)));
    case 'or':
      return or(guard.slice(1).map((one) => guardOf(one as Guard)));
  }
}

function nodeIn(value: StateValue, region: string): string {
  return typeof value === 'string' ? value : String(value[region]);
}

/** Timers in order of moment, then of setting. */
function makeClock() {
  let now = 0;
  let last = 0;
  let timers: { readonly id: number; readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    setTimeout(run: (...args: unknown[]) => void, ms: number): number {
      last += 1;
      timers.push({ id: last, at: now + ms, run: () => run() });
      return last;
    },
    clearTimeout(id: number): void {
      timers = timers.filter((timer) => timer.id !== id);
    },
    advance(ms: number): void {
      const until = now + ms;
      for (;;) {
        let next: (typeof timers)[number] | undefined;
        for (const timer of timers) {
          if (timer.at <= until && (next === undefined || timer.at < next.at)) next = timer;
        }
        if (next === undefined) break;
        const due = next;
        timers = timers.filter((timer) => timer !== due);
        now = due.at;
        due.run();
      }
      now = until;
    },
  };
}
