/** A scenario around one decision, for tests of how decisions are written. */
import type { Diagnostic } from '#language/diagnostic.ts';
import { readScenario } from '#scenario/read.ts';
import { filesOf } from './pages.ts';

/** One option as far as a test says it. */
export interface OptionWritten {
  readonly say: string;
  readonly acts: string;
  readonly takes: string;
}

/** What is told of it. `spanish` is the question and then the options; a list shorter than those leaves the rest untranslated. */
export function problemsOfDecision(
  ask: string,
  options: readonly OptionWritten[],
  spanish: readonly string[] = [],
): readonly Diagnostic[] {
  const written = options.map(
    ({ say, acts, takes }, n) =>
      `              - { id: o${n}, say: ${JSON.stringify(say)}, acts: [${acts}], takes: ${takes} }\n`,
  );
  const text = `story:
  contact:
    start: rolling
    states:
      rolling:
        after: { 1m: [{ end: true }] }
        decide:
          - id: approach
            seat: patrol
            ask: ${JSON.stringify(ask)}
            within: 40s
            options:
${written.join('')}`;
  const { files } = filesOf([{ kind: 'broken', line: 1, column: 1, file: null, text }]);
  if (spanish.length > 0) files.set('base/text.es.yaml', spanishOf(spanish));
  return readScenario(files, 'base').problems;
}

function spanishOf([ask, ...says]: readonly string[]): string {
  const at = 'story.contact.states.rolling.decide.approach';
  const lines = says.map((say, n) => `${at}.options.o${n}.say: ${JSON.stringify(say)}\n`);
  return `${at}.ask: ${JSON.stringify(ask)}\n${lines.join('')}`;
}
