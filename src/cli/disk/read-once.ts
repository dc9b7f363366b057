/** Reads the texts of authors as often as the verbs of a process ask, and each text only once: a folder of scenarios has one law. */
import { rememberingYaml } from '#language/yaml-memory.ts';
import { readLaw } from '#law/read.ts';
import { type Files, readScenario } from '#scenario/read.ts';

const yaml = rememberingYaml();
let last: { readonly texts: Files; readonly read: ReturnType<typeof readLaw> } | null = null;

/** What `readLaw` reads among these texts. Its answers are shared: nobody writes in them. */
export function lawAmong(files: Files): ReturnType<typeof readLaw> {
  const texts = new Map([...files].filter(([path]) => path.startsWith('law/')));
  if (last === null || !isSame(last.texts, texts)) last = { texts, read: readLaw(texts, yaml) };
  return last.read;
}

/** What `readScenario` reads of a scenario among these texts. */
export function scenarioAmong(files: Files, id: string): ReturnType<typeof readScenario> {
  return readScenario(files, id, yaml);
}

function isSame(some: Files, others: Files): boolean {
  return some.size === others.size && [...some].every(([path, text]) => others.get(path) === text);
}
