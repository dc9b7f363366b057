/** The law that a folder of scenarios is checked against. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readLaw } from '#law/read.ts';
import type { LawRead } from '#rehearsal/law-coverage.ts';
import { readSources, SCENARIOS } from './sources.ts';

/** A law as read, and the folder that its `law/` lies in. */
export interface LawBeside extends LawRead {
  readonly home: string;
}

/** The law in `home/law`, else the shipped one. Null where it has errors: they are told when the law itself is checked. */
export function lawBeside(home: string): LawBeside | null {
  const from = existsSync(join(home, 'law')) ? resolve(home) : SCENARIOS;
  const texts = [...readSources(join(from, 'law'))];
  const files = new Map(texts.map(([path, text]) => [`law/${path}`, text]));
  const law = isLast(files) ? last.law : readLaw(files).law;
  last = { files, law };
  return law === null ? null : { law, files, home: from };
}

/** The law read last: a folder of many scenarios asks for the same one again and again. */
let last: { readonly files: ReadonlyMap<string, string>; readonly law: LawRead['law'] | null } = {
  files: new Map(),
  law: null,
};

function isLast(files: ReadonlyMap<string, string>): boolean {
  return files.size === last.files.size && [...files].every(([path, text]) => last.files.get(path) === text);
}
