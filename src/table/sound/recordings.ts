/** Spoken lines: which recording belongs to a line in a language and way of speaking (SPEC TB86). Pure. See assets/voices/README.md. */

/** How the run is read: lines said in plain words are other lines than those said in codes. */
export interface Recorded {
  /** The tag of its folder of voices. */
  readonly lang: string;
  readonly words: 'codes' | 'plain';
}
/** By `<folder>/<line>`: addresses, webm before m4a. */
export type Catalogue = ReadonlyMap<string, readonly string[]>;

/** Reads paths such as `…/assets/voices/es/contact.call.webm`, each with its address. Other paths are left out. */
export function catalogued(files: Readonly<Record<string, string>>): Catalogue {
  const found = new Map<string, string[]>();
  for (const [path, address] of Object.entries(files)) {
    const [, folder, line, ending] = /\/voices\/([a-z]+(?:-plain)?)\/(.+)\.(webm|m4a)$/.exec(path) ?? [];
    if (folder === undefined || line === undefined) continue;
    const key = `${folder}/${line}`;
    const before = found.get(key) ?? [];
    found.set(key, ending === 'webm' ? [address, ...before] : [...before, address]);
  }
  return found;
}

/** The addresses of a line's recording, or null. A recording in codes is never played for a reader of plain words. */
export function recordingOf(
  catalogue: Catalogue,
  line: string,
  { lang, words }: Recorded,
): readonly string[] | null {
  return catalogue.get(`${words === 'plain' ? `${lang}-plain` : lang}/${line}`) ?? null;
}
