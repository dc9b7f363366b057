/** Reads an author's YAML again and again, as a program does that watches a folder: what has not changed is not read anew. */
import { type ReadYaml, readYaml } from './yaml-reader.ts';

/** A reader that remembers the last text of each file and what was read from it, and no older one. Its answers are shared: nobody writes in them. */
export function rememberingYaml(): ReadYaml {
  const last = new Map<string, { readonly text: string; readonly read: ReturnType<ReadYaml> }>();
  return (file, text) => {
    const known = last.get(file);
    if (known?.text === text) return known.read;
    const read = readYaml(file, text);
    last.set(file, { text, read });
    return read;
  };
}
