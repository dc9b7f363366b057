/**
 * What can be shown of a scenario too large to be followed whole: that everything is come to, and that from every situation come to a
 * play exists that ends, and ends well (SPEC RH41 to RH43). What has no such play yet is counted, never called wrong.
 */

import { int } from '#kernel/conditions.ts';
import { SEAT, SEAT_SIZE } from '#kernel/state.ts';
import { AXES } from '#law/trace.ts';
import type { Progress } from '../exhaustive/belief-graph.ts';
import { LONGEST_IDLE_MS } from '../exhaustive/endings.ts';
import type { Exploration } from '../exhaustive/exploration.ts';
import { Archive, type Kept } from './archive.ts';
import { bestPolicy } from './best-policy.ts';
import { FairWays } from './fair-ways.ts';
import { knownWays } from './known-ways.ts';
import type { Policy } from './policy.ts';

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
const ROUND = 300;

/** Looks for witnesses for so many milliseconds; of endings none where those are shown already (RH66). */
export function witness(
  exploration: Exploration,
  ms: number,
  progress: Progress,
  isEndShown: boolean,
): Witnessed {
  const { playbook, files, seat } = exploration.matter;
  const ways = knownWays(playbook, files, seat, exploration.system.kernel.tables);
  const began = progress.now();
  const isPast = (share: number) => progress.now() - began > ms * share;
  const archive = new Archive(exploration);
  for (const truths of exploration.truths) archive.walk({ truths, moves: [] });
  for (const way of ways) archive.walk(way);
  for (
    let round = 0;
    !isPast(SHARE.archive) && (round < 3 || exploration.targets.unseen.length > 0);
    round++
  ) {
    if (round % 2 === 0 || ways.length === 0) archive.wander(ROUND);
    else archive.vary(ways, ROUND / 2);
    progress.tell(archive.kept.length, exploration.targets.unseen.length);
  }
  const best = bestPolicy(exploration, ways, () => isPast(SHARE.archive + SHARE.best));
  const on = waysOn(
    exploration,
    archive,
    isEndShown,
    [...(best.all === null ? [] : [best.all]), best.least, ...best.sound.flatMap((one) => one ?? [])],
    () => {
      progress.tell(archive.kept.length, 0);
      return isPast(1);
    },
  );
  const unseen = exploration.targets.unseen;
  const { length: all } = exploration.targets.all;
  const without = AXES.filter((_, axis) => best.sound[axis] === null);
  const many = exploration.truths.length;
  return {
    bytesPerState: archive.bytesPerSituation,
    shown: {
      1: {
        ...on.ends,
        edges: archive.moves,
        note: `1: from ${on.ends.states - on.stuck.length} of ${on.ends.states} situations, the clock alone led to an ending with nobody left idle.${missing(exploration, archive, on.stuck, 'did not')}`,
      },
      2: {
        states: archive.kept.length,
        edges: archive.moves,
        frontier: unseen.length,
        isShown: unseen.length === 0,
        note: `2: ${all - unseen.length} of ${all} things were reached${
          unseen.length === 0
            ? ''
            : `; not yet reached: ${unseen
                .slice(0, 5)
                .map(({ name }) => name)
                .join(', ')}`
        }.`,
      },
      3: {
        ...on.fair,
        edges: on.runs,
        note: `3: of ${on.fair.states} situations without a grave finding, each compared with every other truth the seat could not rule out, ${on.fair.states - on.unfair.length} have one way of playing that works for all of them.${missing(exploration, archive, on.unfair, 'have none yet')}${on.neglected === 0 ? '' : ` In ${on.neglected} more, a duty was already due, and the player started something that ran past its deadline; before that, one way of playing worked.`}`,
      },
      4: {
        states: many,
        edges: best.runs,
        frontier: without.length,
        isShown: without.length === 0,
        note: `4: under all ${many} truths that change more than words, ${best.all === null ? `one way of playing for each axis${without.length === 0 ? '' : `, none found on ${without.join(', ')}`}` : 'one way of playing for all three axes'}.`,
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
  /** How many were past help by what the seat had begun while it owed a duty: they count as grave. */
  readonly neglected: number;
  /** Numbers of situations without a way on. */
  readonly unfair: readonly number[];
}

/** From each situation kept: the clock alone, and a play without a grave finding under every truth it could be. */
function waysOn(
  exploration: Exploration,
  archive: Archive,
  isEndShown: boolean,
  policies: readonly Policy[],
  isOver: () => boolean,
): WaysOn {
  let [looked, grave, neglected] = [0, 0, 0];
  const stuck: number[] = [];
  const unfair: number[] = [];
  const ways = new FairWays(exploration, archive, policies);
  for (const [n, kept] of archive.kept.entries()) {
    if (n % 16 === 0 && isOver()) break;
    looked += 1;
    if (!isEndShown && !endsAlone(exploration, archive, kept)) stuck.push(n);
    const found = kept.isGrave ? 'grave' : ways.of(n);
    if (found === 'grave') grave += 1;
    if (found === 'neglected') neglected += 1;
    if (found === 'none') unfair.push(n);
  }
  const all = archive.kept.length;
  const left = archive.kept.slice(looked).filter(({ isGrave }) => !isGrave).length;
  return {
    ends: {
      states: looked,
      frontier: all - looked + stuck.length,
      isShown: looked > 0 && stuck.length === 0,
    },
    fair: {
      states: looked - grave - neglected,
      frontier: left + unfair.length,
      isShown: looked > grave + neglected && unfair.length === 0,
    },
    runs: looked + ways.runs,
    stuck,
    neglected,
    unfair,
  };
}

function endsAlone(exploration: Exploration, archive: Archive, kept: Kept): boolean {
  const { kernel } = exploration.system;
  archive.load(kept);
  let idle = 0;
  while (kernel.ended === -1) {
    const due = kernel.nextDue;
    if (due < 0) return false;
    const isBusy = int(kernel.run.seats, exploration.matter.seat * SEAT_SIZE + SEAT.kind) !== 0;
    idle = kernel.run.offersN === 0 && !isBusy ? idle + due - kernel.at : 0;
    if (idle > LONGEST_IDLE_MS || kernel.advance(due) !== null) return false;
  }
  return true;
}

/** How many situations lack something, and where the first of them are; nothing where none does. */
function missing(exploration: Exploration, archive: Archive, of: readonly number[], what: string): string {
  if (of.length === 0) return '';
  const first = of.slice(0, 3).map((n) => whereIs(exploration, archive, n));
  return ` ${of.length} ${what}: ${first.join('; ')}.`;
}

/** Where the story stands in a kept situation, and when. */
function whereIs({ system, matter }: Exploration, archive: Archive, n: number): string {
  const kept = archive.kept[n];
  if (kept === undefined) return '';
  archive.load(kept);
  const { states, regions } = matter.playbook;
  const places = [...system.kernel.run.place].map(
    (state) => `${regions[states[state]?.region ?? 0]?.id}/${states[state]?.id}`,
  );
  return `${places.join(' ')} at ${system.kernel.at / 1000}s`;
}
