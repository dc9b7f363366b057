/** Runs that begin, go on, or branch off: each becomes a local session over the journal that holds it. */
import { ENGINE_VERSION, makeEngine } from '#exercise/engine.ts';
import type { Opening } from '#exercise/entries.ts';
import type { Exercise } from '#exercise/exercise.ts';
import { JournalFailure, type KeptRun } from '#journal/journal.ts';
import { type Law, packOf, packPin } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { PlaySettings } from '#table/desk/props.ts';
import type { Library, Listing } from '../library.ts';
import { type Core, type Played, replay } from '../session/core.ts';
import { exerciseCore } from '../session/exercise-core.ts';
import { notedMoment } from '../session/last-moment.ts';
import { LocalSession } from '../session/local-session.ts';
import type { Tempo } from '../session/tempo.ts';
import { TableTrouble } from '../trouble-found.ts';
import type { Shelf } from './shelf.ts';

/** What every run needs of the world. `newId` draws a name no run has. */
export interface Room {
  readonly library: Library;
  readonly shelf: Shelf;
  readonly tempo: Tempo;
  readonly newId: () => string;
  /** False where the browser allows neither a service worker nor lasting storage: on plain HTTP (TB16). */
  readonly canInstall: boolean;
}
export interface OpenRun {
  readonly run: string;
  readonly opening: Opening;
  readonly session: LocalSession<Exercise>;
  /** Tells the run in another language from now on. */
  readonly speak: (lang: string) => void;
}
/** A kept run with everything that is a function of it. */
export interface Reopened {
  readonly kept: KeptRun;
  readonly listing: Listing;
  readonly playbook: Playbook;
  readonly core: Core<Exercise>;
  readonly played: Played<Exercise>;
}

/** STARTEX: pins what the run is a function of, keeps it, and opens it. */
export async function startRun(room: Room, listing: Listing, settings: PlaySettings): Promise<OpenRun> {
  const [{ default: playbook }, law] = await Promise.all([listing.load(), room.library.law()]);
  const opening: Opening = {
    engine: ENGINE_VERSION,
    scenario: listing.info.id,
    playbook: listing.hash,
    pack: packPin(law, settings.pack, settings.asOf),
    switches: startOfSwitches(law, settings.pack),
    seed: settings.seed,
    extended: settings.extended,
    language: settings.lang,
    seats: [listing.seat],
    level: settings.level,
    clock: settings.clock,
    parent: null,
  };
  const core = coreOf(room.library, playbook, opening);
  const run = room.newId();
  const meta = { title: listing.info.title, touched: room.tempo.date(), at: 0, state: 'running' as const };
  await room.shelf.journal.create(run, opening, meta);
  const played = { ...core.start(), entries: [] };
  const session = sessionOf(room, run, opening, listing, core, played, 0, false);
  return { run, opening, session, speak: speaking(room, playbook, opening, session) };
}

/** Takes a kept run up exactly where it was (TB5). Throws TableTrouble if that cannot be. */
export async function resumeRun(room: Room, run: string): Promise<OpenRun & { readonly reopened: Reopened }> {
  const reopened = await reopen(room, run);
  const { kept, listing, playbook, core, played } = reopened;
  const at = Math.max(kept.meta.at, notedMoment(run));
  const session = sessionOf(room, run, kept.opening, listing, core, played, at, true);
  const speak = speaking(room, playbook, kept.opening, session);
  return { run, opening: kept.opening, session, speak, reopened };
}

/** A new run that shares everything up to the entry `seq` with another, which stays as it is (TB9). */
export async function branchRun(room: Room, from: string, seq: number): Promise<string> {
  const { kept, listing, core } = await reopen(room, from);
  const { branch } = await import('#debrief/branch.ts');
  const { opening, entries } = branch(kept.opening, kept.entries, seq);
  const replayed = replay(core, entries);
  if (!replayed.ok) throw new TableTrouble('doesNotReplay', { subject: String(replayed.seq), run: from });
  const at = core.at(replayed.played.state);
  const run = room.newId();
  const { title } = listing.info;
  const meta = { title, touched: room.tempo.date(), at, state: 'running' as const, parent: from };
  await room.shelf.journal.create(run, opening, meta, entries);
  return run;
}

/** Reads a kept run and plays it again, comparing every digest. Throws TableTrouble with what is wrong. */
export async function reopen(room: Room, run: string): Promise<Reopened> {
  let kept: KeptRun | null;
  try {
    kept = await room.shelf.of(run).read(run);
  } catch (cause) {
    if (cause instanceof JournalFailure && cause.kind === 'damaged') {
      throw new TableTrouble('damagedRun', { run, details: cause.message });
    }
    throw cause;
  }
  if (!kept) throw new TableTrouble('unknownRun');
  const { opening, entries } = kept;
  const listing = room.library.scenarios.find(({ info }) => info.id === opening.scenario);
  if (!listing) throw new TableTrouble('unknownScenario', { subject: opening.scenario, run });
  if (!fits(room.library, listing, opening)) {
    const details = `engine ${opening.engine}, playbook ${opening.playbook}, pack ${opening.pack.id}`;
    throw new TableTrouble('otherVersion', { run, details });
  }
  const { default: playbook } = await listing.load();
  const core = coreOf(room.library, playbook, opening);
  const replayed = replay(core, entries);
  if (!replayed.ok) throw new TableTrouble('doesNotReplay', { subject: String(replayed.seq), run });
  return { kept, listing, playbook, core, played: replayed.played };
}

/** Whether this page can play the run again exactly as it was. */
export function fits(library: Library, listing: Listing, opening: Opening): boolean {
  return (
    opening.engine === ENGINE_VERSION &&
    opening.playbook === listing.hash &&
    opening.seats.length === 1 &&
    opening.seats[0] === listing.seat &&
    library.packs.some((pack) => pack.id === opening.pack.id)
  );
}

/** The exercise of an opening, seen from its only seat, in the words of its pack. */
export function coreOf(
  library: Library,
  playbook: Playbook,
  opening: Opening,
  lang: string = opening.language,
): Core<Exercise> {
  const words = library.packs.find((pack) => pack.id === opening.pack.id)?.words ?? 'plain';
  const engine = makeEngine(playbook, opening);
  return exerciseCore(engine, opening.seats[0] ?? '', { lang, words });
}

function speaking(room: Room, playbook: Playbook, opening: Opening, session: LocalSession<Exercise>) {
  return (lang: string) => session.retell(coreOf(room.library, playbook, opening, lang).view);
}

function startOfSwitches(law: Law, pack: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(packOf(law, pack).switches).map(([name, { start }]) => [name, start]),
  );
}

function sessionOf(
  { shelf, tempo }: Room,
  run: string,
  opening: Opening,
  { info }: Listing,
  core: Core<Exercise>,
  played: Played<Exercise>,
  at: number,
  resumed: boolean,
): LocalSession<Exercise> {
  const journal = shelf.of(run);
  return new LocalSession({ core, journal, tempo, run, opening, title: info.title, played, at, resumed });
}
