/**
 * A scenario proved fair from one seat under one law (DESIGN §7, SPEC RH30): what holds is said with an honest word, what does not with a
 * place, a repair and a plan that shows it.
 */
import { settled } from '#plans/unsettled-opening.ts';
import { type EndsShown, endsShown } from './abstraction/endings-shown.ts';
import { allTruths, nameOf } from './basis/truths.ts';
import type { Limits, Progress } from './exhaustive/belief-graph.ts';
import { endingFindings } from './exhaustive/endings.ts';
import { Exploration, type Finding, type Matter } from './exhaustive/exploration.ts';
import { dutyFindings, reachFindings } from './exhaustive/reachability.ts';
import { graveFindings, soundFindings } from './exhaustive/safety-findings.ts';
import { SourceMap } from './report/source-map.ts';
import { type Witnessed, witness } from './sampled/witness.ts';

/** What a property was shown to be: everything was looked at; a limit was reached first; a play exists for everything looked at. */
export type Word = 'complete' | 'stopped' | 'witness';
/** One line of a proof. `truth` is null where the property is about all truths together. */
export interface Proof {
  readonly scenario: string;
  readonly pack: string;
  readonly truth: string | null;
  readonly property: 1 | 2 | 3 | 4 | 5 | 6;
  readonly word: Word;
  readonly states: number;
  readonly edges: number;
  readonly frontier: number;
  readonly seconds: number;
  readonly bytesPerState: number;
  readonly note?: string;
  /** Which limit came before everything was followed; left out where none did. */
  readonly limit?: 'states' | 'seconds';
}
/** Everything found for one seat under one law. */
export interface Proved {
  readonly proofs: readonly Proof[];
  readonly findings: readonly Finding[];
  /** What nothing came to, by what it is called. */
  readonly unseen: readonly string[];
}

/** Of the time a proof may take, what is given to following everything before witnesses are looked for instead. */
const WHOLE = 0.25;

/**
 * Proves properties 1 to 4 of a scenario whose playbook compiles. What cannot be followed whole within a quarter of the time, or the
 * number of states, is shown by witness as far as the rest of the time allows.
 */
export function prove(matter: Matter, limits: Limits, progress: Progress): Proved {
  const began = progress.now();
  const exploration = settled(() => new Exploration(matter));
  if (exploration === null) return { proofs: [], findings: [unsettled(matter)], unseen: [] };
  exploration.explore({ states: limits.states, ms: limits.ms * WHOLE }, progress);
  const found = Math.max(exploration.beliefs.count, exploration.system.situations.length);
  const limit = exploration.isWhole ? {} : ({ limit: found > limits.states ? 'states' : 'seconds' } as const);
  const grave = graveFindings(exploration);
  const sound = soundFindings(exploration);
  const findings = [
    ...endingFindings(exploration),
    ...(exploration.isWhole ? [...reachFindings(exploration), ...dutyFindings(exploration)] : []),
    ...grave.findings,
    ...sound.findings,
  ];
  const ends = exploration.isWhole ? null : endsShown(matter.playbook, matter.seat);
  const rows = exploration.isWhole
    ? wholeRows(exploration)
    : shownRows(ends, witness(exploration, limits.ms * (1 - WHOLE), progress, ends !== null), findings);
  const seconds = (progress.now() - began) / 1000;
  const { id: scenario } = matter.playbook;
  const names = [...new Set(allTruths(matter.playbook).map((truths) => nameOf(matter.playbook, truths)))];
  const proofs = names.flatMap((truth) =>
    rows.map((row): Proof => ({ scenario, pack: matter.under.pack, truth, ...row, ...limit, seconds })),
  );
  return {
    proofs,
    findings,
    unseen: exploration.targets.unseen.map(({ name, place }) => `${name}:${place.line}`),
  };
}

function unsettled({ playbook, files }: Matter): Finding {
  const place = new SourceMap(files, playbook).state(playbook.regions[0]?.first ?? 0);
  const message =
    'The opening does not settle: effects trigger each other without end before anybody can act.';
  const repair = 'Break the loop: delay one of the effects, or give one a condition that stops being true.';
  return { problem: { ...place, code: 'SC0801', severity: 'error', message, repair }, plan: null };
}

type Row = Omit<Proof, 'scenario' | 'pack' | 'truth' | 'seconds'>;

function wholeRows({ beliefs, system, matter, truths }: Exploration): readonly Row[] {
  const measure = {
    word: 'complete',
    states: beliefs.count,
    edges: beliefs.edges,
    frontier: 0,
    bytesPerState: Math.round(system.bytesPerSituation),
  } as const;
  const alike = allTruths(matter.playbook).length - truths.length;
  const notes = [
    system.between === 0
      ? []
      : `${system.between} acts could end at moments that were not tried, between the earliest and the latest.`,
    alike === 0
      ? []
      : `${alike} truths that differ from others only in lines and sounds were not tried separately.`,
  ].flat();
  const note = notes.length === 0 ? {} : { note: notes.join(' ') };
  return ([1, 2, 3, 4] as const).map((property) => ({ property, ...measure, ...note }));
}

function shownRows(
  ends: EndsShown | null,
  { shown, bytesPerState }: Witnessed,
  findings: readonly Finding[],
): readonly Row[] {
  return ([1, 2, 3, 4] as const).map((property): Row => {
    const isBroken = findings.some(({ problem }) => PROPERTY[problem.code] === property);
    if (property === 1 && ends !== null && !isBroken)
      return { property, word: 'complete', frontier: 0, ...ends };
    const { isShown, note, ...measure } = shown[property];
    const word: Word = !isShown || isBroken ? 'stopped' : property === 2 ? 'complete' : 'witness';
    return { property, word, ...measure, bytesPerState: Math.round(bytesPerState), note };
  });
}

/** The property that each problem breaks. */
const PROPERTY: Readonly<Record<string, number>> = {
  SC0801: 1,
  SC0802: 1,
  SC0803: 2,
  SC0804: 3,
  SC0805: 3,
  SC0806: 4,
  SC0807: 4,
};
