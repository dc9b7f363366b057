/** Reads the texts of authors as often as the verbs of a process ask, and each text only once: a folder of scenarios has one law. */
import { rememberingYaml } from '#language/yaml-memory.ts';
import { readLaw } from '#law/read.ts';
import { type Files, readScenario } from '#scenario/read.ts';

const yaml = rememberingYaml();
type Read = ReturnType<typeof readLaw>;
/** The law read last, with its probes and without. */
const last = new Map<boolean, { readonly texts: Files; readonly read: Read }>();

/** What `readLaw` reads among these texts. Its answers are shared: nobody writes in them. */
export function lawAmong(files: Files): Read {
  return among(files, true);
}

/** The same without the probes, which are as long as all the rest and bear on no ruling. */
export function lawToRuleBy(files: Files): Read {
  return among(files, false);
}

function among(files: Files, withProbes: boolean): Read {
  const isOf = (path: string) => path.startsWith('law/') && (withProbes || !path.startsWith('law/probes/'));
  const texts = new Map([...files].filter(([path]) => isOf(path)));
  const had = last.get(withProbes);
  if (had !== undefined && isSame(had.texts, texts)) return had.read;
  const read = readLaw(texts, yaml);
  last.set(withProbes, { texts, read });
  return read;
}

/** What `readScenario` reads of a scenario among these texts. */
export function scenarioAmong(files: Files, id: string): ReturnType<typeof readScenario> {
  return readScenario(files, id, yaml);
}

function isSame(some: Files, others: Files): boolean {
  return some.size === others.size && [...some].every(([path, text]) => others.get(path) === text);
}
