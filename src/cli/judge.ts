/** `deconflict judge --probes | --refs | --coverage | --vocabulary`: what acts are worth under each pack, ruled by the packs' own rules (CONTRACTS.md). */
import { diagnosticLines } from '#language/diagnostic.ts';
import type { Act } from '#law/acts.ts';
import { watchDuties } from '#law/duties.ts';
import { type Asked, coverage, judgeActs, type Sign } from '#law/judge-acts.ts';
import type { Law } from '#law/pack.ts';
import { BLANK, perceive } from '#law/perception.ts';
import { stackOf } from '#law/stack.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { vocabularyPage } from '#law/vocabulary.ts';
import { runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { scenarioIds } from '#scenario/read.ts';
import { scenarioAmong } from './disk/read-once.ts';
import { probedLaw } from './disk/shipped.ts';
import { readSources } from './disk/sources.ts';
import { answer, print, tell } from './terminal/print.ts';
import { readArguments, WrongUse } from './terminal/wrong-use.ts';

/** The day probes are ruled as of. */
export const PROBE_DAY = '2026-06-30';
/** The packs the reference speaks of, as they are printed. */
export const PRINTED_PACKS = ['ca-los-angeles', 'texas-city', 'neutral'] as const;

/** One ruling of `judge --refs` or `judge --probes`. */
export interface Row extends Readonly<Record<Axis, Sign>> {
  readonly ref: string;
  readonly scenario: string | null;
  readonly situation: string;
  readonly pack: string;
  readonly grave: boolean;
  readonly rules: readonly string[];
}

/** Which packs to rule under, and the values of their switches where these differ from where they start. */
export interface Wish {
  readonly packs: readonly string[];
  readonly switches: Readonly<Record<string, string>>;
}
const PRINTED: Wish = { packs: PRINTED_PACKS, switches: {} };

/** 0 where everything asked could be ruled; 1 where a plan did not reach its situation; each on standard error. */
export function run(args: readonly string[]): number {
  const flag = { type: 'boolean' } as const;
  const { given } = readArguments(args, [], {
    json: flag,
    probes: flag,
    refs: flag,
    coverage: flag,
    vocabulary: flag,
    pack: { type: 'string' },
    model: { type: 'string' },
  });
  const asked = [given.probes, given.refs, given.coverage, given.vocabulary].filter((one) => one === true);
  if (asked.length !== 1) throw new WrongUse('Choose one: --probes, --refs, --coverage or --vocabulary.');
  if (given.vocabulary === true) {
    answer(vocabularyPage());
    return 0;
  }
  const law = probedLaw();
  if (given.coverage === true) {
    const rows = coverage(law, Object.keys(law.packs), PROBE_DAY);
    print(given, rows, () => rows.map((row) => `${String(row.probes).padStart(4)}  ${row.rule}`));
    return 0;
  }
  const failures: string[] = [];
  const wish = wishOf(law, given.pack, given.model);
  const rows = given.probes === true ? probeRows(law, wish) : refRows(law, failures, wish);
  const wide = Math.max(6, ...rows.map(({ ref }) => ref.length));
  print(given, rows, () => rows.map((row) => line(row, wide)));
  tell(...failures, `${rows.length} rulings`);
  return failures.length === 0 ? 0 : 1;
}

/** What `--pack` and `--model` ask for: one pack instead of the printed three, and where its switch `model` stands. */
function wishOf(law: Law, pack: unknown, model: unknown): Wish {
  if (pack === undefined && model === undefined) return PRINTED;
  if (typeof pack !== 'string')
    throw new WrongUse('--model sets a switch of a pack: name the pack with --pack.');
  const found = Object.hasOwn(law.packs, pack) ? law.packs[pack] : undefined;
  if (found === undefined) {
    throw new WrongUse(`There is no pack "${pack}". The packs are: ${Object.keys(law.packs).join(', ')}.`);
  }
  if (typeof model !== 'string') return { packs: [pack], switches: {} };
  const values = found.switches.model?.values ?? [];
  if (!values.includes(model)) {
    const known = values.length === 0 ? 'It has no such switch' : `Its models are: ${values.join(', ')}`;
    throw new WrongUse(`The pack "${pack}" has no model "${model}". ${known}.`);
  }
  return { packs: [pack], switches: { model } };
}

/** Every probe under every pack wished for (the printed three), in file order. */
export function probeRows(law: Law, wish: Wish = PRINTED): Row[] {
  return law.probes.flatMap((probe) => {
    const { ref, scenario, situation } = probe;
    const own = { ...wish, switches: { ...probe.switches, ...wish.switches } };
    return rowsFor(law, { ref, scenario, situation }, PROBE_DAY, probe, own);
  });
}

/**
 * Every ref of every shipped scenario that a plan `plans/reach-<decision>.plan.yaml` leads to: all acts of all options and standing
 * actions that carry it, together, by what the seat knows and perceives there. What could not be reached goes to `failures`, a sentence each.
 */
export function refRows(law: Law, failures: string[], wish: Wish = PRINTED): Row[] {
  const files = readSources();
  return scenarioIds(files).flatMap((id) => {
    const { playbook, problems } = scenarioAmong(files, id);
    if (playbook === null) {
      failures.push(`The scenario "${id}" cannot be played.`, ...problems.flatMap(diagnosticLines));
      return [];
    }
    const refs = refsOf(playbook);
    return planPaths(files, id).flatMap((path) => {
      const decision = /\/reach-([^/]+)\.plan\.yaml$/.exec(path)?.[1];
      if (decision === undefined) return [];
      const { plan, problems: ofPlan } = readPlanFor(playbook, files, path);
      if (plan === null) {
        failures.push(...ofPlan.flatMap(diagnosticLines));
        return [];
      }
      const own = [...refs].filter(([ref]) => ref.replace(/[a-z]$/, '') === decision);
      if (own.length === 0) failures.push(`${path}: No option or action has a \`ref\` of ${decision}.`);
      return own.flatMap(([ref, acts]) => {
        const played = runPlan(playbook, plan, { branch: ref });
        failures.push(
          ...played.failures.map((one) => `${path}: ${ref}: step ${one.step + 1}: ${one.message}`),
        );
        const seat = played.opening.seats[0] ?? '';
        const { knowing, seeing } = played.trace.reduce((seen, event) => perceive(seen, event, seat), BLANK);
        const situation = law.probes.find((probe) => probe.ref === ref)?.situation ?? id;
        const openDuties = (pack: string) => {
          const stack = stackOf({ law, pack, asOf: playbook.asOf, switches: wish.switches });
          return watchDuties(played.trace, seat, stack, new Set()).open;
        };
        return rowsFor(
          law,
          { ref, scenario: id, situation },
          playbook.asOf,
          { acts, knowing, seeing },
          wish,
          openDuties,
        );
      });
    });
  });
}

function rowsFor(
  law: Law,
  what: Pick<Row, 'ref' | 'scenario' | 'situation'>,
  asOf: string,
  asked: Asked,
  wish: Wish,
  openDuties: (pack: string) => readonly string[] = () => [],
): Row[] {
  return wish.packs.map((printed) => {
    const pack = actualPack(law, printed, what.situation);
    const ruled = judgeActs(
      { law, pack, asOf, switches: wish.switches },
      { ...asked, openDuties: openDuties(pack) },
    );
    return { ...what, pack: printed, ...ruled.signs, grave: ruled.grave, rules: ruled.rules };
  });
}

/** The Texas duties on detainers bind the sheriff who runs the jail: there the sheriff's pack stands in, under the city's name. */
function actualPack(law: Law, printed: string, situation: string): string {
  const sheriff = 'texas-sheriff';
  return printed === 'texas-city' && situation === 'detainer' && Object.hasOwn(law.packs, sheriff)
    ? sheriff
    : printed;
}

/** All acts that carry each ref, options first, in playbook order; refs in code-point order. */
function refsOf(playbook: Playbook): ReadonlyMap<string, readonly Act[]> {
  const offers = [...playbook.decisions.flatMap((decision) => decision.options), ...playbook.actions];
  const refs = new Map<string, Act[]>();
  for (const { ref, acts } of offers) {
    if (ref !== null) refs.set(ref, [...(refs.get(ref) ?? []), ...acts]);
  }
  return new Map([...refs].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function line(row: Row, wide: number): string {
  const signs = AXES.map((axis) => row[axis]).join(' ');
  return `${row.ref.padEnd(wide)} ${row.situation.padEnd(12)} ${row.pack.padEnd(15)} ${signs}${row.grave ? ' grave' : '      '}  ${row.rules.join(', ')}`;
}
