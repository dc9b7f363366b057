/** A run played otherwise on the kernel is the same run played otherwise in the exercise. */
import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { follow } from '#debrief/branch.ts';
import { type Chance, type Learned, PlayedOtherwise } from '#debrief/played-otherwise.ts';
import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Engine } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import type { TraceEvent } from '#law/trace.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';

const playbook = shippedPlaybook('residence-207');
const SEAT = 'patrol';

/** What the seat learns in the exercise, where the acts of the way are done; null where they cannot all be begun. */
function inTheExercise(engine: Engine, commands: readonly Command[], way: readonly Chance[]) {
  const opened = openExercise(engine);
  let { exercise } = opened;
  const trace: TraceEvent[] = [...opened.trace];
  const give = (command: Command) => {
    const { exercise: now, trace: came, refused } = follow(engine, exercise, [command]);
    exercise = now;
    trace.push(...came);
    return refused.length === 0;
  };
  const seat = playbook.seats.findIndex(({ id }) => id === SEAT);
  const left = [...way];
  for (let i = 0; i < commands.length || left.length > 0; ) {
    const [next] = left;
    const command = commands[i];
    const at = Math.max(next?.at ?? 0, exercise.at, exercise.seats[seat]?.free ?? 0);
    const isFree = next !== undefined && at <= (command?.at ?? exercise.at);
    if (isFree && give({ kind: 'act', at, seat: SEAT, action: next.action })) left.shift();
    else if (command === undefined) return null;
    else {
      give(command);
      i += 1;
    }
  }
  return learnedIn(trace);
}

function learnedIn(trace: readonly TraceEvent[]): readonly Learned[] {
  return trace.flatMap((event) =>
    event.kind === 'learnt' && event.seat === SEAT
      ? [{ at: event.at, fact: event.fact, value: event.value, basis: event.basis }]
      : [],
  );
}

const PLANS = ['ends-waved-through', 'claim-run'];

test.each(PLANS)('[DB6] %s: ways on the kernel and in the exercise tell the seat the same', (name) => {
  const { plan } = readPlanFor(playbook, readSources(), `residence-207/plans/${name}.plan.yaml`);
  if (plan === null) throw new Error(`${name} does not read.`);
  const { opening, entries } = runPlan(playbook, plan, { toEnd: true });
  const engine = makeEngine(playbook, opening, 'grid');
  const commands = entries.map(({ command }) => command);
  const end = commands.at(-1)?.at ?? 0;
  const actions = playbook.actions.filter(({ group }) => group === 'verify').map(({ id }) => id);
  const chances = actions.flatMap((action, n) => [
    { action, at: (n + 1) * 29_000 },
    { action, at: Math.round((end * (n + 1)) / 9) },
  ]);
  const ways: (readonly Chance[])[] = [[], ...chances.map((one) => [one])];
  for (const [n, one] of chances.entries()) ways.push([one, chances[(n * 3 + 2) % chances.length] ?? one]);
  const run = new PlayedOtherwise(engine, commands, SEAT);
  const outcomes = run.each(ways.slice(1));
  expect(run.learned).toEqual(inTheExercise(engine, commands, []));
  let begun = 0;
  for (const [n, way] of ways.slice(1).entries()) {
    const told = inTheExercise(engine, commands, way);
    const outcome = outcomes[n] ?? null;
    expect(outcome === null, JSON.stringify(way)).toBe(told === null);
    if (outcome === null || told === null) continue;
    begun += 1;
    const { learned } = outcome;
    expect(learned, JSON.stringify(way)).toEqual(told.slice(told.length - learned.length));
    const before = told.slice(0, told.length - learned.length);
    expect(before, JSON.stringify(way)).toEqual(run.learned.slice(0, before.length));
  }
  expect(begun).toBeGreaterThan(3);
});
