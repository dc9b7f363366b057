/** Ten planned runs of the 207 call under every shipped law: what each axis came to, and which findings make the difference. */
import { readSources } from '#cli/disk/sources.ts';
import type { Finding, Ruling, Standing, StandingWord } from '#law/findings.ts';
import { judge } from '#law/judge.ts';
import type { Law } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import { readScenario } from '#scenario/read.ts';

/** The plans, by the name of their file. */
export const RUNS = [
  'careful-federal',
  'careful-impostors',
  'reckless-federal',
  'ends-in-the-picture',
  'ends-stand-off',
  'law-helps-the-team',
  'law-camera-off',
  'law-searches-the-rooms',
  'law-status-in-report',
  'law-no-report',
] as const;

/** A law that runs are ruled under: a pack, and where its switches stand. */
export interface UnderLaw {
  readonly name: string;
  readonly pack: string;
  readonly switches: Readonly<Record<string, string>>;
}

/** One axis of one run: the ruling under each law, in the order of `laws`. */
export interface RunRow {
  readonly run: string;
  readonly axis: Axis;
  readonly standings: readonly Standing[];
  readonly rulings: readonly Ruling[];
}

/** Every pack once, and a pack with the switch `model` once for each of its values. */
function lawsOf(law: Law): readonly UnderLaw[] {
  return Object.values(law.packs).flatMap((pack): UnderLaw[] => {
    const models = pack.switches.model?.values;
    if (models === undefined) return [{ name: pack.id, pack: pack.id, switches: {} }];
    return models.map((model) => ({ name: `${pack.id} ${model}`, pack: pack.id, switches: { model } }));
  });
}

/** The law and the runs' rows, three for each run. Throws where the law, the scenario or a plan cannot be used. */
export function tenRuns(): { readonly laws: readonly UnderLaw[]; readonly rows: readonly RunRow[] } {
  const files = readSources();
  const { law } = readLaw(files);
  const { playbook } = readScenario(files, 'residence-207');
  if (law === null || playbook === null) throw new Error('The law or the scenario does not read.');
  const laws = lawsOf(law);
  const rows = RUNS.flatMap((run) => {
    const path = `residence-207/plans/${run}.plan.yaml`;
    const { plan } = readPlanFor(playbook, files, path);
    if (plan === null) throw new Error(`${path} does not read.`);
    const played = runPlan(playbook, plan, { toEnd: true, law });
    const failed = played.failures.map((one) => `step ${one.step + 1}: ${one.message}`);
    if (failed.length > 0) throw new Error(`${path}: ${failed.join(' ')}`);
    const seat = played.opening.seats[0] ?? '';
    const rulings = laws.map(({ pack, switches }) =>
      judge(played.trace, { law, pack, asOf: playbook.asOf, switches, seat }),
    );
    return AXES.map((axis) => ({
      run,
      axis,
      standings: rulings.map((ruling) => ruling.axes[axis]),
      rulings,
    }));
  });
  return { laws, rows };
}

/** Whether the axis of that run came to another word under another law. */
export function differs(row: RunRow): boolean {
  return new Set(row.standings.map((one) => one.standing)).size > 1;
}

/**
 * Two sentences on a row that differs: what tells most against the run under the law that is hardest on it and is not said under the
 * mildest, and what the mildest says of that moment instead, on another axis if it is silent on this one. Each names its law and cites
 * its rule.
 */
export function twoSentences(row: RunRow, laws: readonly UnderLaw[]): readonly [string, string] {
  const ranks = row.standings.map((one) => RANK.indexOf(one.standing));
  const hard = ranks.indexOf(Math.max(...ranks));
  const mild = ranks.indexOf(Math.min(...ranks));
  const own = (index: number) => (row.rulings[index]?.findings ?? []).filter((one) => one.axis === row.axis);
  const said = new Set(own(mild).map((one) => `${one.rule} ${one.at} ${one.verdict}`));
  const against = heaviest(own(hard).filter((one) => !said.has(`${one.rule} ${one.at} ${one.verdict}`)));
  const then = (row.rulings[mild]?.findings ?? []).filter((one) => one.at === against?.at);
  const instead = heaviest(then.filter((one) => one.axis === row.axis)) ?? heaviest(then);
  return [sentence(laws[hard], against, row.axis), sentence(laws[mild], instead, row.axis)];
}

/** From the mildest word to the hardest; an axis that was not exercised holds nothing against the run. */
const RANK: readonly StandingWord[] = ['sound', 'not-exercised', 'gaps', 'unsound', 'grave'];
const WEIGHT = ['permitted', 'commended', 'required', 'discouraged', 'forbidden'];

function heaviest(findings: readonly Finding[]): Finding | undefined {
  const weight = (one: Finding) => WEIGHT.indexOf(one.verdict) + (one.grave ? 1 : 0);
  return findings.toSorted((a, b) => weight(b) - weight(a))[0];
}

function sentence(under: UnderLaw | undefined, finding: Finding | undefined, axis: Axis): string {
  const name = under?.name ?? '';
  if (finding === undefined) return `${name}: No rule or duty speaks of that moment.`;
  const elsewhere = finding.axis === axis ? '' : `, on ${finding.axis} only`;
  return `${name}, ${clock(finding.at)}${elsewhere}: ${finding.title} ${finding.because} (${finding.rule})`;
}

/** Minutes and seconds from STARTEX. */
function clock(at: number): string {
  const seconds = Math.floor(at / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
