/** All of a scenario's plans and so many bot runs, read for contradictions between map, words and log. */
import { readSources } from '#cli/disk/sources.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { runPlan } from '#plans/run-plan.ts';
import { BOTS } from '#playtest/bot.ts';
import { stageOf } from '#playtest/stage.ts';
import { readMapPlan } from '#scenario/map/read-map.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import { checkerOf } from './contradictions.ts';
import { type Moment, momentsOfBot, momentsOfPlan } from './moments.ts';

export interface Evidence {
  readonly played: number;
  readonly moments: number;
  /** By kind and words: how often, and where first. */
  readonly found: ReadonlyMap<string, { readonly times: number; readonly where: string }>;
}
export interface EvidenceWish {
  /** Bot runs; each bot that needs no law in hand plays an equal share. Their seeds count from `from`, by default 1. */
  readonly bots?: number;
  readonly from?: number;
  /** Which plans; all unless told otherwise. */
  readonly plans?: (path: string, n: number) => boolean;
  /** The authors' files with something changed. */
  readonly files?: ReadonlyMap<string, string>;
}

/** Bots that go by a law need a pack; the others play the same everywhere. */
const PLAYERS = BOTS.filter((bot) => bot !== 'by-the-book' && bot !== 'worst');

/** Plays and reads. Throws where the scenario does not compile or has no map. */
export function evidence(scenario: string, wish: EvidenceWish = {}): Evidence {
  const files = wish.files ?? readSources();
  const { playbook } = readScenario(files, scenario);
  const map = readMapPlan(files.get(`${scenario}/map.tmj`) ?? '');
  if (playbook === null || map === null) throw new Error(`${scenario} does not compile, or has no map`);
  const found = new Map<string, { times: number; where: string }>();
  let [played, moments] = [0, 0];
  const read = (where: string, run: readonly Moment[]) => {
    const check = checkerOf(playbook, map);
    played += 1;
    for (const moment of run) {
      moments += 1;
      for (const { kind, at, what } of check(moment)) {
        const key = `${kind}: ${what.replace(/\d+(\.\d)? (m|s)\b/, 'n $2')}`;
        const had = found.get(key);
        found.set(key, { times: (had?.times ?? 0) + 1, where: had?.where ?? `${where} at ${clock(at)}` });
      }
    }
  };
  for (const [n, path] of planPaths(files, scenario).entries()) {
    if (wish.plans?.(path, n) === false) continue;
    const { plan } = readPlanFor(playbook, files, path);
    if (plan === null) throw new Error(path);
    read(
      path.split('/').at(-1) ?? path,
      momentsOfPlan(runPlan(playbook, plan, { toEnd: true, mover: 'grid' })),
    );
  }
  if ((wish.bots ?? 0) > 0) botRuns(playbook, wish.from ?? 1, wish.bots ?? 0, read);
  return { played, moments, found };
}

function botRuns(
  playbook: Playbook,
  from: number,
  runs: number,
  read: (where: string, run: readonly Moment[]) => void,
): void {
  const plain = planOpening(playbook, {});
  const seat = playbook.seats.findIndex(({ id }) => id === plain.seats[0]);
  const stage = stageOf(playbook, seat, [], plain.extended);
  for (let n = from - 1; n < from - 1 + runs; n++) {
    const bot = PLAYERS[n % PLAYERS.length] ?? 'random';
    read(`${bot} ${n + 1}`, momentsOfBot(playbook, { ...plain, seed: n + 1 }, stage, bot));
  }
}

function clock(at: number): string {
  return `${Math.floor(at / 60_000)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`;
}
