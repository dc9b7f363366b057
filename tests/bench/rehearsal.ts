/**
 * Bench: the kernel against its peers, in one process on one core. `node --expose-gc tests/bench/rehearsal.ts [--json]`.
 *
 * The reference story as playthroughs by kernel, raw XState actor, inkjs and boardgame.io, which must first agree step by step on 300
 * seeds; the flagship with findings by kernel and by the XState-driven exercise, which must first come to the same rulings; the exploration
 * of the stepped story, whose counts must be those of the reference. `DECONFLICT_SPIN_MODEL=<file>` runs SPIN on its model beside it.
 * Seconds are those this thread computed (SPIN's are those that passed).
 */
import { Kernel } from '#kernel/kernel.ts';
import { CHOICES, REGIONS, toPlaybook } from './reference-story.ts';
import { makeBoardgame } from './rehearsal-boardgame.ts';
import { benchExplore } from './rehearsal-explore.ts';
import { makeFlagship } from './rehearsal-flagship.ts';
import { makeInk } from './rehearsal-ink.ts';
import { agree, playthrough } from './step.ts';
import { type Playing, playActor } from './step-peer.ts';

const SEEDS = 300;
/** A slice is short, so that what else the machine does falls on few of them; each slice of seeds is played so often. */
const [SLICE, CYCLES] = [20, 4];
const ROUNDS = 5;
const WARM = 20_000;

interface Playthroughs {
  readonly engine: string;
  /** In the median slice. */
  readonly perSecond: number;
  /** How many times as many as this engine the kernel plays: the median over slices, each against the kernel's slice beside it. */
  readonly kernelIs: number;
  /** The same from each slice's fastest time: as undisturbed as was seen. */
  readonly kernelIsAtBest: number;
}

/** The rows of the reference story: playthroughs per second, including asking at each step what is possible. */
function benchStory(): readonly Playthroughs[] {
  const contenders: readonly (readonly [string, () => Playing, number])[] = [
    ['kernel', makeKernel(), 20],
    ['XState actor, own clock', playActor, 1],
    ['inkjs', makeInk(), 1],
    ['boardgame.io, local client', makeBoardgame(), 1],
  ];
  agree(contenders.map(([engine, start]) => [engine, start]));
  // Agreeing has warmed the others up: the kernel is so much faster that it has not run long yet.
  const kernel = contenders[0]?.[1] ?? playActor;
  for (let n = 0; n < WARM; n++) playthrough(kernel(), n % SEEDS, () => {});
  const slices = Array.from({ length: (SEEDS / SLICE) * CYCLES }, (_, n) => (n * SLICE) % SEEDS).map((from) =>
    contenders.map(([, start, often]) => {
      const before = cpu();
      for (let again = 0; again < often; again++) {
        for (let seed = from; seed < from + SLICE; seed++) playthrough(start(), seed, () => {});
      }
      return (cpu() - before) / often;
    }),
  );
  const fastest = (n: number) => {
    const best: number[] = [];
    slices.forEach((times, slice) => {
      const place = slice % (SEEDS / SLICE);
      best[place] = Math.min(best[place] ?? Number.POSITIVE_INFINITY, times[n] ?? 0);
    });
    return best.reduce((sum, ms) => sum + ms, 0);
  };
  return contenders.map(([engine], n) => ({
    engine,
    perSecond: (SLICE * 1_000) / median(slices.map((times) => times[n] ?? 0)),
    kernelIs: median(slices.map((times) => (times[n] ?? 0) / (times[0] ?? 1))),
    kernelIsAtBest: fastest(n) / fastest(0),
  }));
}

interface FlagshipRows {
  readonly runs: number;
  readonly commandsPerRun: number;
  readonly eventsPerRun: number;
  readonly kernelPerSecond: number;
  readonly kernelWithoutFindingsPerSecond: number;
  readonly exercisePerSecond: number;
  readonly kernelIs: number;
  /** Bytes that a run with its findings leaves for the garbage collector. */
  readonly kernelBytesPerRun: number | null;
}

function benchFlagship(): FlagshipRows {
  const runs = 40;
  const flagship = makeFlagship(runs);
  const all = (play: (n: number) => void, often: number) => () => {
    for (let n = 0; n < runs * often; n++) play(n);
  };
  const [ruled, unruled, slow] = medians([
    all(flagship.kernel, 10),
    all(flagship.kernelUnruled, 10),
    all(flagship.exercise, 1),
  ]);
  const kernelPerSecond = (runs * 10_000) / (ruled ?? 1);
  const exercisePerSecond = (runs * 1_000) / (slow ?? 1);
  return {
    runs,
    commandsPerRun: flagship.commands / runs,
    eventsPerRun: flagship.events / runs,
    kernelPerSecond,
    kernelWithoutFindingsPerSecond: (runs * 10_000) / (unruled ?? 1),
    exercisePerSecond,
    kernelIs: kernelPerSecond / exercisePerSecond,
    kernelBytesPerRun: garbage(all(flagship.kernel, 5), runs * 5),
  };
}

/** What one of `count` leaves behind; null where the collector cannot be asked (`--expose-gc`). */
function garbage(work: () => void, count: number): number | null {
  if (globalThis.gc === undefined) return null;
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  work();
  return (process.memoryUsage().heapUsed - before) / count;
}

function makeKernel(): () => Playing {
  const playbook = toPlaybook();
  const kernel = new Kernel(playbook, { seats: ['player'], extended: 100, careful: false });
  const { run } = kernel;
  const stateName = (region: number) => playbook.states[run.place[region] ?? -1]?.id ?? '';
  const isOver = playbook.states.map((state) => state.id.startsWith('debrief'));
  const enabled: number[] = [];
  return () => {
    kernel.open(1);
    return {
      enabled() {
        enabled.length = run.offersN / 2;
        for (let n = 0; n < enabled.length; n++) enabled[n] = run.offers[n * 2] ?? -1;
        return enabled;
      },
      choose(n) {
        if (kernel.take(kernel.at, n, 0) !== null) throw new Error(`refused: ${CHOICES[n]?.id}`);
      },
      advance(ms) {
        kernel.advance(kernel.at + ms);
      },
      isOver: () => isOver[run.place[0] ?? -1] === true,
      state: () =>
        JSON.stringify([
          kernel.at,
          Object.keys(REGIONS).map((_, region) => stateName(region)),
          [...run.slots],
        ]),
    };
  };
}

/** Milliseconds that this thread has computed: what else the machine does hardly counts. */
function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds of each contender's median round, after one to warm up. Contenders take turns, so that a busy machine slows all alike. */
function medians(rounds: readonly (() => void)[]): readonly number[] {
  for (const round of rounds) round();
  const times = Array.from({ length: ROUNDS }, () =>
    rounds.map((round) => {
      const before = cpu();
      round();
      return cpu() - before;
    }),
  );
  return rounds.map((_, n) => median(times.map((turn) => turn[n] ?? 0)));
}

function median(of: readonly number[]): number {
  return of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
}

const story = benchStory();
const flagship = benchFlagship();
const explored = benchExplore(cpu);
if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ story, flagship, explored })}\n`);
} else {
  const lines = story.map(
    ({ engine, perSecond, kernelIs, kernelIsAtBest }) =>
      `${engine.padEnd(30)}${perSecond.toFixed(0).padStart(9)} playthroughs/s; the kernel is ${kernelIs.toFixed(1).padStart(6)}×, ${kernelIsAtBest.toFixed(1).padStart(6)}× undisturbed`,
  );
  const { kernelBytesPerRun } = flagship;
  process.stdout.write(`Reference story, ${SEEDS} seeds, all agree step by step; medians of ${(SEEDS / SLICE) * CYCLES} slices of ${SLICE} seeds, taken in turns.
${lines.join('\n')}
Flagship, ${flagship.runs} random runs of ${flagship.commandsPerRun.toFixed(0)} commands and ${flagship.eventsPerRun.toFixed(0)} events, equal rulings.
kernel with findings          ${flagship.kernelPerSecond.toFixed(0).padStart(9)} runs/s${
    kernelBytesPerRun === null ? '' : `, ${kernelBytesPerRun.toFixed(0)} bytes of garbage a run`
  }
kernel without findings       ${flagship.kernelWithoutFindingsPerSecond.toFixed(0).padStart(9)} runs/s
exercise by XState, judge     ${flagship.exercisePerSecond.toFixed(1).padStart(9)} runs/s; the kernel is ${flagship.kernelIs.toFixed(0)}×
Exploration, ${explored.states} states, ${explored.edges} edges, as in the reference; ${explored.stuck} states lead nowhere.
generated code, packed        ${explored.statesPerSecond.toFixed(0).padStart(9)} states/s, ${explored.bytesPerState.toFixed(1)} bytes a state
${
  explored.spin === null
    ? 'SPIN was not run.'
    : `SPIN                          ${explored.spin.statesPerSecond.toFixed(0).padStart(9)} states/s, ${explored.spin.states} states`
}
`);
}
