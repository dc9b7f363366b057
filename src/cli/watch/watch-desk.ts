/** What a watched folder holds, read again after each save: only what a changed file belongs to, and of that only what has changed (SPEC CL44). */
import { type Diagnostic, inReadingOrder } from '#language/diagnostic.ts';
import { rememberingYaml } from '#language/yaml-memory.ts';
import type { Law } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { type Files, readScenario, scenarioIds } from '#scenario/read.ts';
import type { ListedPack, Listing } from '#table/library/library.ts';
import { listingOf, packsOf } from '#table/library/listing-of.ts';
import { mapIn } from '../page/listing.ts';

/** A scenario as it can be played. */
export interface Playable {
  readonly playbook: Playbook;
  readonly map: MapPlan | null;
  readonly listing: Omit<Listing, 'load' | 'map'>;
}

/** The folder as last read. What cannot be read now stands as it last could; its problems say why. */
export interface Desk {
  readonly files: Files;
  readonly playable: ReadonlyMap<string, Playable>;
  /** The scenarios that cannot be played as they are written now. */
  readonly broken: readonly string[];
  readonly law: Law | null;
  readonly packs: readonly ListedPack[];
  /** What reading alone finds; what is found by playing comes later. */
  readonly problems: readonly Diagnostic[];
}

/** Reads the folder after a save; without `changed`, all of it. Never throws for what authors wrote. */
export type ReadDesk = (files: Files, changed?: readonly string[]) => Desk;

/** A reader of one folder that remembers what it read. */
export function deskReader(): ReadDesk {
  const yaml = rememberingYaml();
  const read = new Map<string, ReturnType<typeof readScenario>>();
  const playable = new Map<string, Playable>();
  let ofLaw: ReturnType<typeof readLaw> | null = null;
  let law: Law | null = null;
  let packs: readonly ListedPack[] = [];
  return (files, changed) => {
    const touches = (folder: string) => changed?.some((file) => file.startsWith(`${folder}/`)) ?? true;
    if (ofLaw === null || touches('law')) {
      ofLaw = readLaw(files, yaml);
      law = ofLaw.law ?? law;
      packs = law === null ? [] : packsOf(law);
    }
    const ids = scenarioIds(files);
    for (const gone of [...read.keys()].filter((id) => !ids.includes(id))) {
      read.delete(gone);
      playable.delete(gone);
    }
    for (const id of ids) {
      if (read.has(id) && !touches('common') && !changed?.some((file) => isOf(id, file))) continue;
      const now = readScenario(files, id, yaml);
      read.set(id, now);
      if (now.playbook === null) continue;
      const map = mapIn(files, id, yaml);
      playable.set(id, { playbook: now.playbook, map, listing: listingOf(now.playbook) });
    }
    return {
      files,
      playable: new Map(playable),
      broken: ids.filter((id) => read.get(id)?.playbook === null),
      law,
      packs,
      problems: inReadingOrder([
        ...[...read.values()].flatMap(({ problems }) => problems),
        ...ofLaw.problems,
      ]),
    };
  };
}

/** Whether reading the scenario looks at the file; its plans are read when they are played. */
function isOf(id: string, file: string): boolean {
  return file.startsWith(`${id}/`) && !file.startsWith(`${id}/plans/`);
}
