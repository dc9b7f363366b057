/** The law that a folder of scenarios is checked against. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import { lawAmong } from './read-once.ts';
import { readSources, SCENARIOS } from './sources.ts';

/** A law as read, and the folder that its `law/` lies in. */
export interface FolderLaw {
  readonly home: string;
  /** Its texts by path: `law/packs.yaml`. */
  readonly files: ReadonlyMap<string, string>;
  /** Null exactly if one of the problems is an error. */
  readonly law: Law | null;
  readonly problems: readonly Diagnostic[];
}

/** The law in `home/law`, else the shipped one. */
export function folderLaw(home: string): FolderLaw {
  const from = existsSync(join(home, 'law')) ? resolve(home) : SCENARIOS;
  const texts = [...readSources(join(from, 'law'))];
  const files = new Map(texts.map(([path, text]) => [`law/${path}`, text]));
  return { home: from, files, ...lawAmong(files) };
}
