/**
 * No debrief of any shipped scenario contradicts itself, its run or what was so: a run of each bot under each truth in `npm test`; 200 of
 * the bots and 200 at random under each truth and pack in `npm run prove`. Contradictions that are planted are found.
 */
import { describe, expect, test, vi } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { type ContradictionKind, contradictions } from '#debrief/contradictions.ts';
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport } from '#debrief/report.ts';
import { findSeeds } from '#plans/find-seed.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { runPlan } from '#plans/run-plan.ts';
import { BOTS } from '#playtest/bot.ts';
import { runOfBot } from '#playtest/run-of-bot.ts';
import { makeBot, stageOf } from '#playtest/stage.ts';
import { readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { scenarioIds } from '#scenario/read.ts';

const LONG = process.env.PROVE_RUNS !== undefined;
vi.setConfig({ testTimeout: LONG ? 3_600_000 : 120_000 });
const law = shippedLaw();
const packs = Object.keys(law.packs);

/** The values of the truth that is drawn first, on which the others hang. */
function truthsOf({ slots, truths }: Playbook): readonly Readonly<Record<string, string>>[] {
  const slot = slots[truths[0]?.slot ?? -1];
  return (slot?.values ?? []).map((value) => ({ [slot?.id.slice('truth.'.length) ?? '']: value }));
}

/** Every contradiction in the debriefs of these bots under a pack and truth, each once, in both languages. */
function found(
  playbook: Playbook,
  pack: string,
  bots: readonly (typeof BOTS)[number][],
  seeds: readonly number[],
): readonly string[] {
  const laws = [{ law, pack, asOf: playbook.asOf, switches: {} }];
  const seat = playbook.seats.findIndex((one) => one.solo);
  const stage = stageOf(playbook, seat, laws, 100);
  const all = new Set<string>();
  for (const [n, seed] of seeds.entries()) {
    const name = bots[n % bots.length] ?? 'random';
    const run = runOfBot(playbook, stage, makeBot(name, stage, laws), seed, pack);
    for (const language of n % 2 === 0 ? ['en', 'es'] : ['es', 'en']) {
      // What could have been known takes longer than all the rest: once for each run, in one language.
      const part = language === 'en' && n % 8 === 0 ? {} : { couldHaveKnown: false as const };
      const report = debrief({ playbook, law, ...run, language, ...part });
      for (const { kind, of, text } of contradictions({ report, playbook, law, ...run }))
        all.add(`${name}, seed ${seed}, ${pack}, ${language}: ${kind} ${of}: ${text}`);
      if (!LONG) break;
    }
  }
  return [...all];
}

describe.each(scenarioIds(readSources()))('[DB15] %s', (id) => {
  const playbook = shippedPlaybook(id);
  test.each(truthsOf(playbook))('[DB15] contradicts nothing where %o', (truth) => {
    const seeds = findSeeds(playbook, planOpening(playbook), truth, LONG ? 200 : BOTS.length);
    expect(seeds.length).toBeGreaterThan(0);
    for (const [n, pack] of packs.entries()) {
      const some = LONG ? seeds : seeds.filter((_, i) => i % packs.length === n);
      const bots = LONG ? BOTS : BOTS.filter((_, i) => i % packs.length === n);
      expect(found(playbook, pack, bots, some)).toEqual([]);
      if (LONG) expect(found(playbook, pack, ['random'], seeds)).toEqual([]);
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
