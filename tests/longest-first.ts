/** In what order test files begin: the long ones first, so that no core waits at the end for the other. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, longest first; measured on two cores. The others follow, by their size. */
const LONG = [
  'browser/axe',
  'browser/play',
  'browser/touch',
  'browser/guide',
  'browser/levels',
  'browser/kill',
  'browser/offline',
  'browser/scene',
  'browser/desk',
  'browser/import',
  'verify/abstraction',
  'playtest/bots-apart',
  'verify/faults',
  'kernel/kernel',
  'verify/evidence',
  'playtest/bots',
  'debrief/contradictions',
  'exercise/properties',
  'scenario/check',
  'plans/shipped-plans',
  'verify/prove-flagship',
  'cli/new',
  'cli/watch-proof',
  'table/import',
  'table/scene',
  'debrief/retry',
  'scenario/large',
  'exercise/shipped',
  'scenario/without-a-card',
  'scenario/expects',
].map((name) => `/${name}.test.ts`);

/** Vitest's own order but for the long files. Files with a process to themselves come before all: between them no other process is kept. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId, project }: TestSpecification): number {
  if (project.config.isolate && project.name !== 'browser') return -1;
  const at = LONG.findIndex((end) => moduleId.endsWith(end));
  return at < 0 ? LONG.length : at;
}
