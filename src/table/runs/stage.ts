/** What a kept run is played and ruled with: what the page has where that is the same, else what was kept beside the run (SPEC TB131). */
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import type { Opening } from '#exercise/entries.ts';
import type { KeptRun } from '#journal/journal.ts';
import type { OwnBodies, RunStore } from '#journal/run-store.ts';
import { canonicalJson } from '#language/canonical.ts';
import { type Law, packPin } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Library, ListedPack, Listing } from '../library/library.ts';
import { listingOf, packsOf } from '../library/listing-of.ts';
import { lawOf, playbookIn } from './bodies.ts';

export interface Stage {
  readonly playbook: Playbook;
  /** Of the playbook: what home and brief say of it. */
  readonly listing: Listing;
  readonly pack: ListedPack;
  /** The law the run was opened under; null where it was kept neither by the page nor beside the run. */
  readonly law: Law | null;
  /** True where the page itself has another version of the playbook or of the law by now. */
  readonly isOlder: boolean;
}

/** Null where this page cannot play the run again exactly as it was. */
export async function stageOf(
  library: Library,
  journal: RunStore,
  kept: Pick<KeptRun, 'opening' | 'bodies'>,
): Promise<Stage | null> {
  const { opening, bodies } = kept;
  if (opening.engine !== ENGINE_VERSION || opening.seats.length !== 1) return null;
  const listed = library.scenarios.find(({ info }) => info.id === opening.scenario);
  const listing = listed?.hash === opening.playbook ? listed : await ownListing(library, journal, opening);
  if (listing === null) return null;
  const { default: playbook } = await listing.load();
  if (listing.seat !== opening.seats[0]) return null;
  const now = await library.law();
  const isSameLaw = Object.hasOwn(now.packs, opening.pack.id) && isPinned(now, opening);
  const own = isSameLaw ? now : await ownLaw(library, journal, opening, bodies);
  const packs = own === null || own === now ? library.packs : packsOf(own);
  const pack = packs.find(({ id }) => id === opening.pack.id);
  if (pack === undefined) return null;
  return { playbook, listing, pack, law: own, isOlder: listing !== listed || !isSameLaw };
}

/** The law the run was opened under, if this is it. */
function isPinned(law: Law, { pack }: Opening): boolean {
  return packPin(law, pack.id, pack.asOf).hash === pack.hash;
}

async function ownListing(library: Library, journal: RunStore, opening: Opening): Promise<Listing | null> {
  if (library.follows === true) return null;
  const playbook = playbookIn(opening.playbook, await journal.body(opening.playbook));
  if (playbook === null) return null;
  const own: Listing = { ...listingOf(playbook), load: async () => ({ default: playbook }) };
  const listed = library.scenarios.find(({ info }) => info.id === opening.scenario);
  if (listed?.map === undefined) return own;
  // The page's map fits where the places are the same; else the desk is whole without one.
  const { places } = (await listed.load()).default;
  return canonicalJson(places) === canonicalJson(playbook.places) ? { ...own, map: listed.map } : own;
}

async function ownLaw(
  library: Library,
  journal: RunStore,
  opening: Opening,
  bodies: OwnBodies | null,
): Promise<Law | null> {
  if (library.follows === true) return library.law();
  if (bodies === null) return null;
  const law = lawOf(bodies.law, await journal.body(bodies.law));
  return law !== null && isPinned(law, opening) ? law : null;
}
