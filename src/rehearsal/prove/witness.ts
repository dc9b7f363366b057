/**
 * What can be shown of a scenario too large to be followed whole: that everything is come to, and that from every situation come to a
 * play exists that ends, and ends well (SPEC RH41 to RH43). What has no such play yet is counted, never called wrong.
 */
import { AXES } from '#law/trace.ts';
import { int } from '../kernel/conditions.ts';
import { SEAT, SEAT_SIZE } from '../kernel/state.ts';
import { Archive, type Kept } from './archive.ts';
import type { Move, Progress } from './beliefs.ts';
import { bestPolicy, changed } from './best-policy.ts';
import { LONGEST_IDLE_MS } from './endings.ts';
import { knownWays } from './known-ways.ts';
import { Percept } from './percept.ts';
import { type Policy, playOn } from './policy.ts';
import type { Scene } from './scene.ts';
import type { Truths } from './truths.ts';

/** What was shown of one property: over how many situations, what was left, and what there is to say. */
export interface Shown {
  readonly states: number;
  readonly edges: number;
  readonly frontier: number;
  readonly isShown: boolean;
  readonly note: string;
}
export interface Witnessed {
  /** By property, 1 to 4. */
  readonly shown: Readonly<Record<1 | 2 | 3 | 4, Shown>>;
  readonly bytesPerState: number;
}

/** Shares of the time: coming to situations, a sound play, ways on from each situation. */
const SHARE = { archive: 0.25, best: 0.4 } as const;
/** Truths that each situation is held against, beside its own. */
const OTHERS = 4;
const ROUND = 300;
/** Plays that are tried where none of those at hand will do. */
const CHANGES = 60;

/** Looks for witnesses for so many milliseconds. */
export function witness(scene: Scene, ms: number, progress: Progress): Witnessed {
  const { playbook, files, seat } = scene.matter;
  const ways = knownWays(playbook, files, seat, scene.arena.kernel.tables);
  const began = progress.now();
  const isPast = (share: number) => progress.now() - began > ms * share;
  const archive = new Archive(scene);
  for (const truths of scene.truths) archive.walk({ truths, moves: [] });
  for (const way of ways) archive.walk(way);
  for (let round = 0; !isPast(SHARE.archive) && (round < 3 || scene.targets.unseen.length > 0); round++) {
    if (round % 2 === 0 || ways.length === 0) archive.wander(ROUND);
    else archive.vary(ways, ROUND / 2);
    progress.tell(archive.kept.length, scene.targets.unseen.length);
  }
  const best = bestPolicy(scene, ways, () => isPast(SHARE.archive + SHARE.best));
  const on = waysOn(
    scene,
    archive,
    [
      quiet(scene),
      ...(best.all === null ? [] : [best.all]),
      best.least,
      ...best.sound.flatMap((one) => one ?? []),
    ],
    () => {
      progress.tell(archive.kept.length, 0);
      return isPast(1);
    },
  );
  const unseen = scene.targets.unseen;
  const { length: all } = scene.targets.all;
  const without = AXES.filter((_, axis) => best.sound[axis] === null);
  const many = scene.truths.length;
  return {
    bytesPerState: archive.bytesPerSituation,
    shown: {
      1: {
        ...on.ends,
        edges: archive.moves,
        note: `1: of ${on.ends.states} situations, the clock alone ran from ${on.ends.states - on.stuck.length} to an ending with nobody left idle.${missing(scene, archive, on.stuck, 'did not')}`,
      },
      2: {
        states: archive.kept.length,
        edges: archive.moves,
        frontier: unseen.length,
        isShown: unseen.length === 0,
        note: `2: ${all - unseen.length} of ${all} things come to${
          unseen.length === 0
            ? ''
            : `; not yet ${unseen
                .slice(0, 5)
                .map(({ name }) => name)
                .join(', ')}`
        }.`,
      },
      3: {
        ...on.fair,
        edges: on.runs,
        note: `3: of ${on.fair.states} situations without a grave finding, each held against up to ${OTHERS} other truths the seat had not told apart, ${on.fair.states - on.unfair.length} have one play for all of them.${missing(scene, archive, on.unfair, 'have none yet')}`,
      },
      4: {
        states: many,
        edges: best.runs,
        frontier: without.length,
        isShown: without.length === 0,
        note: `4: under all ${many} truths that change more than words, ${best.all === null ? `a play for each axis${without.length === 0 ? '' : `, none found on ${without.join(', ')}`}` : 'one play for all three axes'}.`,
      },
    },
  };
}

interface WaysOn {
  readonly ends: Omit<Shown, 'edges' | 'note'>;
  readonly fair: Omit<Shown, 'edges' | 'note'>;
  readonly runs: number;
  /** Numbers of situations from which the clock alone comes to no ending, or leaves somebody idle. */
  readonly stuck: readonly number[];
  /** Numbers of situations without a way on. */
  readonly unfair: readonly number[];
}

/** From each situation kept: the clock alone, and a play without a grave finding under every truth it could be. */
function waysOn(scene: Scene, archive: Archive, policies: readonly Policy[], isOver: () => boolean): WaysOn {
  let [looked, clean, runs] = [0, 0, 0];
  const stuck: number[] = [];
  const unfair: number[] = [];
  const percept = new Percept(scene.arena.kernel.run, scene.matter.seat);
  const ungrave = archive.kept.filter(({ isGrave }) => !isGrave).length;
  for (const [n, kept] of archive.kept.entries()) {
    if (n % 16 === 0 && isOver()) break;
    looked += 1;
    if (!endsAlone(scene, archive, kept)) stuck.push(n);
    runs += 1;
    if (kept.isGrave) continue;
    clean += 1;
    const moves = archive.wayTo(n);
    const did = moves.flatMap(({ move }) => (move >= 0 ? [move] : []));
    const states = couldBe(scene, percept, kept, moves, n);
    const isFairWith = (policy: Policy) =>
      states.every((state) => {
        runs += 1;
        return !comesToGrave(scene, archive, { ...kept, state }, policy, did);
      });
    if (!policies.some(isFairWith) && !isFairWithSome(scene, policies, isFairWith)) unfair.push(n);
  }
  const all = archive.kept.length;
  return {
    ends: {
      states: looked,
      frontier: all - looked + stuck.length,
      isShown: looked > 0 && stuck.length === 0,
    },
    fair: {
      states: clean,
      frontier: ungrave - clean + unfair.length,
      isShown: clean > 0 && unfair.length === 0,
    },
    runs,
    stuck,
    unfair,
  };
}

/** Whether some play that differs from the given ones in one thing begun at once, or in a few things at random, is fair. */
function isFairWithSome(
  scene: Scene,
  policies: readonly Policy[],
  isFair: (policy: Policy) => boolean,
): boolean {
  const { sources, standing } = scene.arena.kernel.tables;
  for (const { answers, intents } of policies.slice(0, 2)) {
    for (let source = 0; source < standing; source++) {
      if (sources[source]?.seat !== scene.matter.seat) continue;
      if (isFair({ answers, intents: [{ source, from: 0 }, ...intents] })) return true;
    }
  }
  for (let change = 0; change < CHANGES; change++) {
    let policy = policies[change % policies.length];
    for (let deep = 0; policy !== undefined && deep <= change % 3; deep++) {
      policy = changed(scene, policy, change * 3 + deep);
    }
    if (policy !== undefined && isFair(policy)) return true;
  }
  return false;
}

function endsAlone(scene: Scene, archive: Archive, kept: Kept): boolean {
  const { kernel } = scene.arena;
  archive.load(kept);
  let idle = 0;
  while (kernel.ended === -1) {
    const due = kernel.nextDue;
    if (due < 0) return false;
    const isBusy = int(kernel.run.seats, scene.matter.seat * SEAT_SIZE + SEAT.kind) !== 0;
    idle = kernel.run.offersN === 0 && !isBusy ? idle + due - kernel.at : 0;
    if (idle > LONGEST_IDLE_MS || kernel.advance(due) !== null) return false;
  }
  return true;
}

function comesToGrave(
  scene: Scene,
  archive: Archive,
  kept: Kept,
  policy: Policy,
  did: readonly number[],
): boolean {
  const { kernel, monitor } = scene.arena;
  archive.load(kept);
  playOn(kernel, scene.matter.seat, policy, did, () => {});
  monitor.follow(0);
  return monitor.grave || kernel.ended === -1;
}

/** What a situation could be, its own state first: the same moves under other truths, as long as the seat perceived the same. */
function couldBe(
  scene: Scene,
  percept: Percept,
  kept: Kept,
  moves: readonly Move[],
  n: number,
): readonly Int32Array[] {
  const own = perceived(scene, percept, kept.truths, moves, null);
  const states = [kept.state];
  for (const truths of othersThan(scene.truths, kept.truths, n)) {
    if (perceived(scene, percept, truths, moves, own) === null) continue;
    const { kernel, monitor } = scene.arena;
    const bare = kernel.run.keep();
    const state = new Int32Array(bare.length + monitor.size);
    state.set(bare);
    monitor.keep(state, bare.length);
    states.push(state);
  }
  return states;
}

/** Truths to hold a situation against: for each other value of the first truth one that is else most like its own, then some of all. */
function othersThan(all: readonly Truths[], own: Truths, n: number): readonly Truths[] {
  const alike = (one: Truths) => one.filter((value, i) => value === own[i]).length;
  const values = new Set(all.map(([first]) => first));
  const nearest = [...values].flatMap((first) => {
    const of = all.filter((one) => one[0] === first && one.join() !== own.join());
    return of.sort((a, b) => alike(b) - alike(a)).slice(0, 1);
  });
  const some = Array.from({ length: OTHERS }, (_, i) => all[(n * 7 + i * 13) % all.length] ?? own);
  return [...nearest, ...some].slice(0, OTHERS);
}

/** What the seat perceives of the moves under a truth; null as soon as that is not as given. */
function perceived(
  { arena: { kernel, monitor } }: Scene,
  percept: Percept,
  truths: Truths,
  moves: readonly Move[],
  asIn: readonly Int32Array[] | null,
): readonly Int32Array[] | null {
  kernel.openWith(truths);
  monitor.blank();
  const all: Int32Array[] = [];
  let from = 0;
  let since = 0;
  const isSame = () => {
    percept.read(from, since);
    from = kernel.run.tn;
    since = kernel.at;
    const now = percept.ints.subarray(0, percept.length);
    const then = asIn?.[all.length];
    const same = asIn === null || (then?.length === now.length && now.every((one, i) => one === then[i]));
    all.push(asIn === null ? now.slice() : NOTHING);
    return same;
  };
  if (!isSame()) return null;
  for (const { move, ms } of moves) {
    const { offers, offersN } = kernel.run;
    let visit = 0;
    for (let i = 0; i < offersN; i += 2) if (offers[i] === move) visit = offers[i + 1] ?? 0;
    const why = move < 0 ? kernel.advance(kernel.at + ms) : kernel.take(kernel.at, move, visit);
    if (why !== null || !isSame()) return null;
  }
  monitor.follow(0);
  return all;
}

const NOTHING = new Int32Array(0);

/** Says nothing and does nothing. */
function quiet({ matter }: Scene): Policy {
  return { answers: matter.playbook.decisions.map(() => -1), intents: [] };
}

/** How many situations lack something, and where the first of them are; nothing where none does. */
function missing(scene: Scene, archive: Archive, of: readonly number[], what: string): string {
  if (of.length === 0) return '';
  const first = of.slice(0, 3).map((n) => whereIs(scene, archive, n));
  return ` ${of.length} ${what}: ${first.join('; ')}.`;
}

/** Where the story stands in a kept situation, and when. */
function whereIs({ arena, matter }: Scene, archive: Archive, n: number): string {
  const kept = archive.kept[n];
  if (kept === undefined) return '';
  archive.load(kept);
  const { states, regions } = matter.playbook;
  const places = [...arena.kernel.run.place].map(
    (state) => `${regions[states[state]?.region ?? 0]?.id}/${states[state]?.id}`,
  );
  return `${places.join(' ')} at ${arena.kernel.at / 1000}s`;
}
