/** Looks for a play that comes to a sound standing whatever the truth: from the best of the author's plans on, one change at a time (SPEC RH42). */
import { roll } from '#exercise/chance.ts';
import { AXES } from '#law/trace.ts';
import type { Truths } from '../basis/truths.ts';
import type { Exploration } from '../exhaustive/exploration.ts';
import type { KnownWay } from './known-ways.ts';
import { type Intent, type Policy, playOn } from './policy.ts';

/** What was found: by axis a play that is sound on it under every truth, or null; one that is sound on all; and how many runs it took. */
export interface Best {
  readonly sound: readonly (Policy | null)[];
  readonly all: Policy | null;
  /** The play with the least against it over all axes and truths. */
  readonly least: Policy;
  readonly runs: number;
}

/** How bad each word is, by its number: sound, with gaps, unsound, grave, not exercised. */
const BADNESS = [0, 30, 100, 300, 20];
/** Changes are tried on so many truths, and what they come to is then played under every one. */
const SAMPLE = 8;
/** Changes in a row that bring nothing before the search begins anew. */
const PATIENCE = 120;
/** The last moment at which anything is begun unasked. */
const LATEST_S = 1500;

/** Searches until one play is sound on all axes or `isOver` says so. */
export function bestPolicy(exploration: Exploration, ways: readonly KnownWay[], isOver: () => boolean): Best {
  const { truths } = exploration;
  const sample = truths.filter((_, n) => n % Math.ceil(truths.length / SAMPLE) === 0);
  const sound: (Policy | null)[] = AXES.map(() => null);
  let all: Policy | null = null;
  let runs = 0;
  const wordsUnder = (policy: Policy, under: readonly Truths[]) =>
    under.map((one) => {
      runs += 1;
      return wordsOf(exploration, policy, one);
    });
  const judge = (policy: Policy): number => {
    const found = wordsUnder(policy, sample);
    const isNew = AXES.some((_, axis) => sound[axis] === null && found.every((of) => of[axis] === 0));
    const isAll = AXES.every((_, axis) => found.every((of) => of[axis] === 0));
    if (isNew || isAll) {
      const under = wordsUnder(policy, truths);
      const holds = AXES.map((_, axis) => under.every((of) => of[axis] === 0));
      for (const [axis, held] of holds.entries()) if (held) sound[axis] ??= policy;
      if (!holds.includes(false)) all = policy;
    }
    const words = found.flatMap((of) => AXES.map((_, axis) => BADNESS[of[axis] ?? 4] ?? 0));
    // Between two that come to the same words the one with less against it is nearer.
    const against = found.map((of) => of[AXES.length] ?? 0);
    return [...words, ...against].reduce((a, b) => a + b, 0);
  };
  const first = joinedWays(exploration, ways);
  const firstLeast = judge(first);
  let [best, least] = [first, firstLeast];
  let [now, badness, since] = [first, firstLeast, 0];
  for (let change = 1; all === null && !isOver(); change++) {
    // What leads nowhere further is left: another order of changes may.
    if (since > PATIENCE) [now, badness, since] = [first, firstLeast, 0];
    const other = changed(exploration, now, change);
    const worth = judge(other);
    since = worth < badness ? 0 : since + 1;
    if (worth <= badness) [now, badness] = [other, worth];
    if (worth < least) [best, least] = [other, worth];
  }
  return { sound, all, least: best, runs };
}

/** The words a policy comes to under a truth, not exercised where its run does not end; then how much was found against it. */
function wordsOf(
  { system: { kernel, monitor }, matter }: Exploration,
  policy: Policy,
  truths: Truths,
): readonly number[] {
  kernel.openWith(truths);
  monitor.blank();
  playOn(kernel, matter.seat, policy, [], () => {});
  monitor.follow(0);
  return [...AXES.map((_, axis) => (kernel.ended === -1 ? 4 : monitor.word(axis))), monitor.ledger.against];
}

/** The best way under each value of the first truth, as one play: what they do at first, and each its own answers where their questions part. */
function joinedWays(exploration: Exploration, ways: readonly KnownWay[]): Policy {
  const { system, matter } = exploration;
  const { kernel, monitor } = system;
  const best = new Map<number, { readonly badness: number; readonly way: KnownWay }>();
  for (const way of ways) {
    kernel.openWith(way.truths);
    monitor.blank();
    for (const { move, ms } of way.moves) {
      if (move < 0) kernel.advance(kernel.at + ms);
      else kernel.take(kernel.at, move, visitOf(exploration, move));
    }
    while (kernel.ended === -1 && kernel.nextDue >= 0 && kernel.advance(kernel.nextDue) === null);
    monitor.follow(0);
    if (kernel.ended === -1) continue;
    const badness = AXES.reduce((sum, _, axis) => sum + (BADNESS[monitor.word(axis)] ?? 0), 0);
    const of = way.truths[0] ?? 0;
    if (badness < (best.get(of)?.badness ?? Number.POSITIVE_INFINITY)) best.set(of, { badness, way });
  }
  const answers = matter.playbook.decisions.map(() => -1);
  const intents = new Map<string, Intent>();
  for (const { way } of best.values()) {
    let at = 0;
    const counts = new Map<number, number>();
    for (const { move, ms } of way.moves) {
      at += ms;
      const source = kernel.tables.sources[move];
      if (source === undefined) continue;
      if (source.decision >= 0) {
        if (answers[source.decision] === -1) answers[source.decision] = source.option;
        continue;
      }
      const n = counts.get(move) ?? 0;
      counts.set(move, n + 1);
      const had = intents.get(`${move} ${n}`);
      intents.set(`${move} ${n}`, { source: move, from: Math.min(at, had?.from ?? at) });
    }
  }
  return { answers, intents: [...intents.values()].sort((a, b) => a.from - b.from) };
}

function visitOf({ system }: Exploration, source: number): number {
  const { offers, offersN } = system.kernel.run;
  for (let i = 0; i < offersN; i += 2) if (offers[i] === source) return offers[i + 1] ?? 0;
  return 0;
}

/** The policy with one answer, or one intent, other than before; the same number brings the same change. */
export function changed({ system, matter }: Exploration, policy: Policy, change: number): Policy {
  const next = (purpose: string, below: number) =>
    roll(207, `policy ${purpose}`, change) % Math.max(1, below);
  const { standing, sources } = system.kernel.tables;
  const answers = [...policy.answers];
  const intents = [...policy.intents];
  const moment = next('when', LATEST_S) * 1000;
  switch (next('what', 6)) {
    case 0:
    case 4:
    case 5: {
      const decision = next('decision', answers.length);
      answers[decision] = next('option', (matter.playbook.decisions[decision]?.options.length ?? 0) + 1) - 1;
      break;
    }
    case 1:
      intents.splice(next('gone', intents.length), 1);
      break;
    case 2: {
      const place = next('moved', intents.length);
      const moved = intents[place];
      if (moved !== undefined) intents[place] = { ...moved, from: moment };
      break;
    }
    default: {
      const source = next('new', standing);
      if (sources[source]?.seat === matter.seat) intents.push({ source, from: moment });
    }
  }
  return { answers, intents: intents.sort((a, b) => a.from - b.from) };
}
