/** Which runs a version of the page can go on with, told by their list alone: nothing that plays is needed for it. */
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import type { Opening } from '#exercise/entries.ts';
import type { OwnBodies } from '#journal/run-store.ts';
import type { Library } from '../library/library.ts';

/** What of a version of the page says which runs go on in it. */
export interface VersionFacts {
  readonly engine: string;
  readonly scenarios: readonly { readonly id: string; readonly hash: string }[];
  readonly packs: readonly string[];
  /** True where it plays runs with what it has and never with what was kept beside them. */
  readonly follows: boolean;
}

/** Of this page. */
export function factsOf({ scenarios, packs, follows = false }: Library): VersionFacts {
  return {
    engine: ENGINE_VERSION,
    scenarios: scenarios.map(({ info, hash }) => ({ id: info.id, hash })),
    packs: packs.map(({ id }) => id),
    follows,
  };
}

/** Whether a run that is listed can go on in that version, without reading it: whether all of it is there is seen when it is opened. */
export function canGoOn(facts: VersionFacts, opening: Opening, bodies: OwnBodies | null): boolean {
  const { engine, scenarios, packs, follows } = facts;
  const listed = scenarios.find(({ id }) => id === opening.scenario);
  // The address of a run names its scenario and its pack, and so the page must have ones of these names.
  if (opening.engine !== engine || listed === undefined || !packs.includes(opening.pack.id)) return false;
  return listed.hash === opening.playbook || (!follows && bodies?.playbook === opening.playbook);
}
