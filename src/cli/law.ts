/** `deconflict law explain | stale | disagreements`: the law itself, and what instructors say of its findings (SPEC CL62, CL63, CL64). Of `law/` where the command is run, else the shipped one. */
import { disagreements } from './law/disagreements.ts';
import { explainLaw } from './law/explain-law.ts';
import { staleLaw } from './law/stale-law.ts';
import { WrongUse } from './terminal/wrong-use.ts';

const VERBS: Readonly<Record<string, (args: readonly string[]) => number>> = {
  explain: explainLaw,
  stale: staleLaw,
  disagreements,
};

/** 0 when it is told. */
export function run([name = '', ...args]: readonly string[]): number {
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (verb === undefined) {
    const known = Object.keys(VERBS).join(', ');
    throw new WrongUse(`${name === '' ? 'Say what' : `There is no "law ${name}"`}. Choose one: ${known}.`);
  }
  return verb(args);
}
