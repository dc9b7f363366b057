/**
 * Names that say nothing, in place of an author's: one table for each seat of each exercise (SPEC HO4). An id such as `refuted-after` or
 * `ambush-north` would tell what its seat may not know.
 */

export interface OpaqueIds {
  /** The opaque name of an author's id, the same each time. */
  of(id: string): string;
  /** The author's id of an opaque name; null for one that was never given out. */
  idOf(name: string): string | null;
}

/**
 * An empty table. Names are drawn when an id is first told, so that not even their number says anything.
 *
 * @param draw A new name at each call, of chance that nobody can work out from anything else: at least 64 random bits.
 */
export function opaqueIds(draw: () => string): OpaqueIds {
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  return {
    of(id) {
      const had = names.get(id);
      if (had !== undefined) return had;
      let name = draw();
      while (ids.has(name)) name = draw();
      names.set(id, name);
      ids.set(name, id);
      return name;
    },
    idOf: (name) => ids.get(name) ?? null,
  };
}
