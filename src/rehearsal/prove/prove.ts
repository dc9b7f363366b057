/**
 * A scenario proved fair from one seat under one law (DESIGN §7, SPEC RH30): what holds is said with an honest word, what does not with a
 * place, a repair and a plan that shows it.
 */
import type { Limits, Progress } from './beliefs.ts';
import { endingFindings } from './endings.ts';
import { graveFindings, soundFindings } from './grave.ts';
import { dutyFindings, reachFindings } from './reach.ts';
import { type Finding, type Matter, Scene } from './scene.ts';
import { allTruths, nameOf } from './truths.ts';

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
}
/** Everything found for one seat under one law. */
export interface Proved {
  readonly proofs: readonly Proof[];
  readonly findings: readonly Finding[];
}

/** Proves properties 1 to 4 of a scenario whose playbook compiles. */
export function prove(matter: Matter, limits: Limits, progress: Progress): Proved {
  const began = progress.now();
  const scene = new Scene(matter);
  scene.explore(limits, progress);
  const { beliefs, arena } = scene;
  const whole = scene.isWhole;
  const grave = graveFindings(scene);
  const sound = soundFindings(scene);
  const findings = [
    ...endingFindings(scene),
    ...(whole ? [...reachFindings(scene), ...dutyFindings(scene)] : []),
    ...grave.findings,
    ...sound.findings,
  ];
  const measure = {
    scenario: matter.playbook.id,
    pack: matter.under.pack,
    states: beliefs.count,
    edges: beliefs.edges,
    frontier: beliefs.frontier,
    seconds: (progress.now() - began) / 1000,
    bytesPerState: Math.round(arena.bytesPerSituation),
  };
  const word = (open: number): Word => (whole ? 'complete' : open === 0 ? 'witness' : 'stopped');
  const names = [...new Set(allTruths(matter.playbook).map((truths) => nameOf(matter.playbook, truths)))];
  const proofs = names.flatMap((truth): Proof[] => [
    { ...measure, truth, property: 1, word: word(1) },
    { ...measure, truth, property: 2, word: scene.targets.unseen.length === 0 ? 'complete' : word(1) },
    { ...measure, truth, property: 3, word: word(grave.open) },
    { ...measure, truth, property: 4, word: word(sound.open) },
  ]);
  return { proofs, findings };
}
