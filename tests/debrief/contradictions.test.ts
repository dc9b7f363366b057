/**
 * No debrief of any shipped scenario contradicts itself, its run or what was so: a run of each bot under each truth in `npm test`, three
 * with what could have been known, which takes longer than all the rest; 200 of the bots and 200 at random under each truth and pack in `npm run prove`. Contradictions that are planted are found.
 */
import { describe, expect, test, vi } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport } from '#debrief/report.ts';
import { findSeeds } from '#plans/find-seed.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { runPlan } from '#plans/run-plan.ts';
import { BOTS, type BotName } from '#playtest/bot.ts';
import { isLawful, makeBot, stageOf } from '#playtest/stage.ts';
import { readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { scenarioIds } from '#scenario/read.ts';
import { type KeptRun, runOfBot } from '../playtest/run-of-bot.ts';
import { type ContradictionKind, contradictions } from './contradictions.ts';

const LONG = process.env.PROVE_RUNS !== undefined;
/** Runs by bots, and as many at random, under each truth and pack. */
const RUNS = Number(process.env.TRUTH_RUNS ?? '200');
vi.setConfig({ testTimeout: LONG ? 3_600_000 : 120_000 });
const law = shippedLaw();
const packs = Object.keys(law.packs);

/** The values of the truth that is drawn first, on which the others hang. */
function truthsOf({ slots, truths }: Playbook): readonly Readonly<Record<string, string>>[] {
  const slot = slots[truths[0]?.slot ?? -1];
  return (slot?.values ?? []).map((value) => ({ [slot?.id.slice('truth.'.length) ?? '']: value }));
}

/** How many runs and debriefs were read, how many of these with what could have been known, and every contradiction in them. */
interface Read {
  readonly found: Set<string>;
  readonly runs: Set<KeptRun>;
  debriefs: number;
  whole: number;
}
interface Debriefed {
  readonly name: BotName;
  readonly seed: number;
  readonly pack: string;
  readonly language: string;
  readonly isWhole: boolean;
}

/** Reads the debrief of a run under a pack in a language; what could have been known takes longer than all the rest. */
function readRun(read: Read, playbook: Playbook, run: KeptRun, of: Debriefed): void {
  const { name, seed, pack, language, isWhole } = of;
  const part = isWhole ? {} : { couldHaveKnown: false as const };
  const report = debrief({ playbook, law, ...run, pack, language, ...part });
  read.runs.add(run);
  read.debriefs += 1;
  if (isWhole) read.whole += 1;
  for (const { kind, of: what, text } of contradictions({ report, playbook, law, ...run }))
    read.found.add(`${name}, seed ${seed}, ${pack}, ${language}: ${kind} ${what}: ${text}`);
}

/**
 * Bots under each pack, the languages in turn. Who goes by no law plays the same under all of them: its run is played once and ruled by each.
 * Every `whole`th run, none for 0, tells what could have been known too, under the first pack.
 */
function readBots(
  playbook: Playbook,
  bots: readonly BotName[],
  seeds: readonly number[],
  under: readonly string[],
  whole: number,
): Read {
  const read: Read = { found: new Set(), debriefs: 0, whole: 0, runs: new Set() };
  const seat = playbook.seats.findIndex((one) => one.solo);
  for (const name of new Set(bots)) {
    const mine = seeds.filter((_, n) => bots[n % bots.length] === name);
    let same = new Map<number, KeptRun>();
    for (const [p, pack] of under.entries()) {
      const laws = [{ law, pack, asOf: playbook.asOf, switches: {} }];
      const stage = stageOf(playbook, seat, laws, 100);
      const bot = makeBot(name, stage, laws);
      if (isLawful(name)) same = new Map();
      for (const [n, seed] of mine.entries()) {
        const run = same.get(seed) ?? runOfBot(playbook, stage, bot, seed, pack);
        same.set(seed, run);
        const language = (n + p) % 2 === 0 ? 'en' : 'es';
        readRun(read, playbook, run, {
          name,
          seed,
          pack,
          language,
          isWhole: p === 0 && whole > 0 && n % whole === 0,
        });
      }
    }
  }
  return read;
}

describe.each(scenarioIds(readSources()))('[DB15] %s', (id) => {
  const playbook = shippedPlaybook(id);
  test.each(truthsOf(playbook))('[DB15] contradicts nothing where %o', (truth) => {
    const seeds = findSeeds(playbook, planOpening(playbook), truth, LONG ? RUNS : BOTS.length);
    expect(seeds.length).toBeGreaterThan(0);
    if (!LONG) {
      // Each bot once, the packs in turn.
      for (const [n, bot] of BOTS.entries()) {
        const pack = packs[n % packs.length] ?? '';
        const { found } = readBots(playbook, [bot], seeds.slice(n, n + 1), [pack], n % 4 === 1 ? 1 : 0);
        expect([...found]).toEqual([]);
      }
      return;
    }
    for (const bots of [BOTS, ['random'] as const]) {
      const { found, debriefs, runs, whole } = readBots(playbook, bots, seeds, packs, 4);
      console.log(
        `${id} ${JSON.stringify(truth)} ${bots.length} bots: ${runs.size} runs, ${debriefs} debriefs (${whole} whole), ${found.size} contradictions`,
      );
      expect.soft([...found]).toEqual([]);
    }
  });
});

describe('[DB15] a planted contradiction is found', () => {
  const playbook = shippedPlaybook('residence-207');
  const runOf = (name: string) => {
    const { plan } = readPlanFor(playbook, readSources(), `residence-207/plans/${name}.plan.yaml`);
    if (plan === null) throw new Error(`${name} does not read.`);
    const { opening, entries } = runPlan(playbook, plan, { toEnd: true });
    return { opening: { ...opening, pack: { ...opening.pack, id: 'ca-los-angeles' } }, entries };
  };
  const runs = { impostors: runOf('ends-waved-through'), federal: runOf('careful-federal') };
  const reports = {
    impostors: debrief({ playbook, law, ...runs.impostors }),
    federal: debrief({ playbook, law, ...runs.federal }),
  };
  const kinds = (team: keyof typeof runs, report: DebriefReport, of = { playbook, law }) =>
    new Set(contradictions({ report, ...of, ...runs[team] }).map(({ kind }) => kind));
  const finding = (report: DebriefReport, n: number, change: object): DebriefReport => ({
    ...report,
    ruling: {
      ...report.ruling,
      findings: report.ruling.findings.map((one, i) => (i === n ? { ...one, ...change } : one)),
    },
  });
  const merit = reports.federal.ruling.findings.findIndex(({ verdict }) => verdict === 'commended');

  test('and in what they are planted in, nothing is', () => {
    expect([...kinds('impostors', reports.impostors)]).toEqual([]);
    expect([...kinds('federal', reports.federal)]).toEqual([]);
  });

  const { impostors, federal } = reports;
  const planted: readonly (readonly [string, ContradictionKind, () => ReadonlySet<ContradictionKind>])[] = [
    [
      'a law that forgets what was so',
      'called-federal',
      () => {
        const layers = Object.fromEntries(
          Object.entries(law.layers).map(([name, { told: _, ...layer }]) => [name, layer]),
        );
        const deaf = { ...law, layers };
        const report = debrief({ playbook, law: deaf, ...runs.impostors });
        return kinds('impostors', report, { playbook, law: deaf });
      },
    ],
    [
      'a reason that calls robbers officers, in Spanish',
      'called-federal',
      () =>
        kinds(
          'impostors',
          finding({ ...impostors, language: 'es' }, 0, { because: 'Era un arresto de inmigración.' }),
        ),
    ],
    [
      'an ending that calls officers robbers',
      'called-impostors',
      () =>
        kinds('federal', {
          ...federal,
          ending: { ...federal.ending, text: 'The robbers drove off with a bag.' },
        }),
    ],
    [
      'an aim met beside the missed duty that says the same',
      'aim-against-finding',
      () =>
        kinds('impostors', {
          ...impostors,
          objectives: impostors.objectives.map((aim) =>
            aim.id === 'know-who' ? { ...aim, met: true, how: 'met' as const } : aim,
          ),
        }),
    ],
    [
      'an aim met that never arose',
      'aim-never-tested',
      () => {
        const never = playbook.objectives.map((one) =>
          one.id === 'child-safe' ? { ...one, arises: playbook.objectives[0]?.met ?? 0 } : one,
        );
        const other = { ...playbook, objectives: never };
        const report = debrief({ playbook: other, law, ...runs.impostors });
        const met = report.objectives.map((aim) =>
          aim.id === 'child-safe' ? { ...aim, how: 'met' as const } : aim,
        );
        return kinds('impostors', { ...report, objectives: met }, { playbook: other, law });
      },
    ],
    [
      'merit for an act that nobody did',
      'merit-without-need',
      () => kinds('federal', finding(federal, merit, { on: { act: 9_999, kinds: ['render-aid'] } })),
    ],
    [
      'merit for letting go what nobody held',
      'merit-without-need',
      () => {
        const log = impostors.ruling.findings.findIndex(({ on }) => on.act !== null);
        const own = runs.impostors.entries;
        const report = finding(impostors, log, { verdict: 'commended' });
        const free = {
          ...playbook,
          decisions: playbook.decisions.map((decision) => ({
            ...decision,
            options: decision.options.map((option) => ({
              ...option,
              acts: [{ kind: 'release', fields: { who: 'vehicle' } }],
            })),
          })),
        };
        const on = report.ruling.findings[log]?.on;
        expect(own.length).toBeGreaterThan(0);
        return kinds('impostors', finding(report, log, { on: { act: on?.act ?? 0, kinds: ['release'] } }), {
          playbook: free,
          law,
        });
      },
    ],
    [
      'a duty that went two ways',
      'duty-twice',
      () => {
        const duty = federal.ruling.findings.filter(({ on }) => 'duty' in on).slice(0, 1);
        const findings = [...federal.ruling.findings, ...duty];
        return kinds('federal', { ...federal, ruling: { ...federal.ruling, findings } });
      },
    ],
    [
      'a second try from where nothing was',
      'dead-link',
      () =>
        kinds('impostors', {
          ...impostors,
          findings: impostors.findings.map((one) => ({ ...one, retry: { seq: 9_999, at: 0 } })),
        }),
    ],
    [
      'an authority that is not in the library',
      'dead-link',
      () =>
        kinds('federal', {
          ...federal,
          findings: federal.findings.map((one) => ({
            ...one,
            authorities: one.authorities.map((note) => ({ ...note, status: 'unknown' })),
          })),
        }),
    ],
    [
      'an act named that was not open then',
      'act-not-open',
      () => {
        const turn = { did: 'Ask.', text: 'It was open.', at: 1, retry: 0 };
        return kinds('impostors', { ...impostors, ending: { ...impostors.ending, turn } });
      },
    ],
    [
      'a truth that could have been known and was none',
      'could-not-be-known',
      () =>
        kinds('impostors', {
          ...impostors,
          couldHaveKnown: [
            { fact: 'identity', label: '', value: 'confirmed', by: '', openSince: 0, wouldBe: 1, was: null },
          ],
        }),
    ],
    [
      'an answer that would have come sooner than it would',
      'not-sooner',
      () => {
        const { sooner } = federal;
        const [way, ...ways] = sooner?.could ?? [];
        if (sooner === undefined || way === undefined) throw new Error('nothing would have been sooner');
        const could = [{ ...way, wouldBe: way.wouldBe - 1000 }, ...ways];
        return kinds('federal', { ...federal, sooner: { ...sooner, could } });
      },
    ],
    [
      'an act that is said to have helped and did not',
      'not-sooner',
      () => {
        const { sooner } = federal;
        const act = runs.federal.entries.find(({ command }) => command.kind === 'act')?.command;
        if (sooner === undefined || act?.kind !== 'act') throw new Error('nothing was done');
        const did = [{ action: act.action, at: act.at, did: '', without: null }];
        return kinds('federal', { ...federal, sooner: { ...sooner, did } });
      },
    ],
    [
      'a standing without a reason',
      'standing-unexplained',
      () => {
        const { why: _, ...report } = impostors;
        return kinds('impostors', report);
      },
    ],
    [
      'robbers who drove off, and nothing to improve',
      'sound-in-the-dark',
      () => {
        const sound = { standing: 'sound' as const, kept: 0, due: 0 };
        const axes = { jurisdiction: sound, constitutional: sound, 'crowd-safety': sound };
        const ruling = { ...impostors.ruling, axes, findings: [] };
        return kinds('impostors', { ...impostors, ruling, objectives: [], findings: [], timeline: [] });
      },
    ],
  ];
  test.each(planted)('[DB15] %s', (_, kind, find) => {
    expect(find()).toContain(kind);
  });

  test('there are ten at least', () => {
    expect(planted.length).toBeGreaterThanOrEqual(10);
  });
});
