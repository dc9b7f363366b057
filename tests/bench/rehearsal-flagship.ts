/** The flagship with its findings: the same random runs by kernel and table judge, and by the XState-driven exercise with the judge of the law. */
import { readSources } from '#cli/disk/sources.ts';
import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Opening } from '#exercise/entries.ts';
import { openExercise } from '#exercise/open.ts';
import { play } from '#exercise/step.ts';
import { Kernel } from '#kernel/kernel.ts';
import { Judge } from '#kernel/packed-judge.ts';
import { rulingOf } from '#kernel/ruling.ts';
import { judge } from '#law/judge.ts';
import { readLaw } from '#law/read.ts';
import type { TraceEvent } from '#law/trace.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { readScenario } from '#scenario/read.ts';
import { mulberry } from './step.ts';

/** One run as integers: seed, then what was taken of what was on offer (source, visit), or -1 to let the next due thing happen. */
interface Log {
  readonly seed: number;
  readonly moves: readonly (readonly [number, number, number])[];
}

/** Runs, and the two ways to play one with its findings. */
export interface Flagship {
  readonly runs: number;
  readonly commands: number;
  readonly events: number;
  /** Plays a run anew and rules it. */
  readonly kernel: (run: number) => void;
  readonly kernelUnruled: (run: number) => void;
  readonly exercise: (run: number) => void;
}

const SCENARIO = 'residence-207';

/** Makes the runs; throws unless both ways come to the same ruling on each. */
export function makeFlagship(runs: number): Flagship {
  const files = readSources();
  const { playbook } = readScenario(files, SCENARIO);
  const { law } = readLaw(files);
  if (playbook === null || law === null) throw new Error(`${SCENARIO} or the law does not read`);
  const pack = Object.keys(law.packs)[0] ?? '';
  const plain = planOpening(playbook);
  const seat = plain.seats[0] ?? '';
  const under = { law, pack, asOf: playbook.asOf, switches: {} };
  const kernel = new Kernel(playbook, { seats: plain.seats, extended: plain.extended, careful: false });
  const fast = new Judge(
    kernel.run,
    under,
    playbook.seats.findIndex(({ id }) => id === seat),
  );
  const engine = makeEngine(playbook, plain, 'chart');

  function playOut(seed: number): Log {
    const roll = mulberry(seed);
    const moves: [number, number, number][] = [];
    kernel.open(seed);
    while (kernel.ended === -1) {
      const due = kernel.nextDue;
      const n = Math.floor((roll() * kernel.run.offersN) / 2) * 2;
      const [source, visit] = [kernel.run.offers[n] ?? -1, kernel.run.offers[n + 1] ?? 0];
      const isTaken =
        roll() < 0.3 && kernel.run.offersN > 0 && kernel.take(kernel.at, source, visit) === null;
      if (isTaken) moves.push([kernel.at, source, visit]);
      if (isTaken) continue;
      if (due < 0) break;
      kernel.advance(due);
      moves.push([due, -1, 0]);
    }
    return { seed, moves };
  }
  const again = ({ seed, moves }: Log) => {
    kernel.open(seed);
    for (const [at, source, visit] of moves) {
      if (source < 0) kernel.advance(at);
      else kernel.take(at, source, visit);
    }
  };
  const commandOf = ([at, n, visit]: Log['moves'][number]): Command => {
    const source = kernel.tables.sources[n];
    if (source === undefined) return { kind: 'advance', at };
    if (source.action >= 0)
      return { kind: 'act', at, seat, action: playbook.actions[source.action]?.id ?? '' };
    const decision = playbook.decisions[source.decision];
    const option = decision?.options[source.option]?.id ?? '';
    return { kind: 'choose', at, seat, decision: decision?.id ?? '', visit, option };
  };
  const byExercise = (seed: number, commands: readonly Command[]) => {
    const run = { ...engine, opening: { ...plain, seed } satisfies Opening };
    const opened = openExercise(run);
    let { exercise } = opened;
    const trace: TraceEvent[] = [...opened.trace];
    for (const command of commands) {
      const played = play(run, exercise, command);
      if (!played.ok) throw new Error(`refused: ${JSON.stringify(command)} ${played.why}`);
      exercise = played.exercise;
      for (const event of played.trace) trace.push(event);
    }
    return { trace, ruling: judge(trace, { ...under, seat }) };
  };

  const logs = Array.from({ length: runs }, (_, n) => playOut(n + 1));
  const commands = logs.map(({ moves }) => moves.map(commandOf));
  let events = 0;
  logs.forEach((log, n) => {
    again(log);
    fast.rule();
    const slow = byExercise(log.seed, commands[n] ?? []);
    events += slow.trace.length;
    const [is, should] = [JSON.stringify(rulingOf(fast, kernel.run)), JSON.stringify(slow.ruling)];
    if (is !== should) throw new Error(`seed ${log.seed}: ${is} instead of ${should}`);
  });
  const logAt = (n: number): Log => logs[n % runs] ?? { seed: 1, moves: [] };
  return {
    runs,
    commands: logs.reduce((sum, { moves }) => sum + moves.length, 0),
    events,
    kernel(n) {
      again(logAt(n));
      fast.rule();
    },
    kernelUnruled: (n) => again(logAt(n)),
    exercise: (n) => byExercise(logAt(n).seed, commands[n % runs] ?? []),
  };
}
