/** Runs that begin, go on, or branch off: each becomes a local session over the journal that holds it. */
import { makeEngine } from '#exercise/engine.ts';
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import type { Opening } from '#exercise/entries.ts';
import type { Exercise } from '#exercise/exercise.ts';
import type { RenderLocale } from '#exercise/words.ts';
import { type Core, type Played, replay } from '#host/core.ts';
import { exerciseCore } from '#host/exercise-core.ts';
import { settingsNow } from '#host/settings-now.ts';
import type { Tempo } from '#host/tempo.ts';
import type { KeptRun } from '#journal/journal.ts';
import { JournalFailure } from '#journal/journal-failure.ts';
import { type Law, packOf, packPin } from '#law/pack.ts';
import type { PlaySettings } from '#table/props/screen-props.ts';
import type { Library, Listing } from '../library/library.ts';
import { notedMoment } from '../session/last-moment.ts';
import { LocalSession } from '../session/local-session.ts';
import type { Start } from '../session/start.ts';
import { TableTrouble } from '../trouble/trouble-found.ts';
import { nextAttempt } from './attempt.ts';
import { bodiesOf } from './bodies.ts';
import type { RunStorage } from './run-storage.ts';
import { type Stage, stageOf } from './stage.ts';

/** What every run needs of the world. `newId` draws a name no run has. */
export interface Room {
  readonly library: Library;
  readonly storage: RunStorage;
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
/** A kept run with what it is played with and everything that is a function of it. */
export interface Reopened extends Stage {
  readonly kept: KeptRun;
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
  const core = exerciseCore(makeEngine(playbook, opening));
  const run = room.newId();
  const { title } = listing.info;
  const bodies = bodiesOf(playbook, law, settings.pack);
  const attempt = nextAttempt(await room.storage.journal.list(), opening);
  const meta = { title, touched: room.tempo.date(), at: 0, state: 'running' as const, ...attempt };
  await room.storage.journal.create(run, opening, meta, [], bodies);
  const played = { ...core.start(), entries: [] };
  const speaks = localesOf(room.library, opening);
  const about = { run, opening, title, bodies, locale: speaks(opening.language) };
  const session = sessionOf(room, about, core, played, 0, false);
  return { run, opening, session, speak: (lang) => session.retell(speaks(lang)) };
}

/** Takes a kept run up exactly where it was (TB5). Throws TableTrouble if that cannot be. */
export async function resumeRun(room: Room, run: string): Promise<OpenRun & { readonly reopened: Reopened }> {
  const reopened = await reopen(room, run);
  const { kept, law, pack, core, played } = reopened;
  const { opening } = kept;
  const at = Math.max(kept.meta.at, notedMoment(run));
  const bodies = law === null ? null : bodiesOf(reopened.playbook, law, pack.id);
  // A run that was kept before bodies were gets those it still fits.
  if (kept.bodies === null && bodies !== null) await room.storage.of(run).keepBodies(run, bodies);
  const speaks = localesOf({ packs: [pack] }, opening);
  const { language } = settingsNow(opening, kept.entries, opening.seats[0] ?? '');
  const about = { run, opening, title: kept.meta.title, bodies, locale: speaks(language) };
  const session = sessionOf(room, about, core, played, at, true);
  return { run, opening, session, speak: (lang) => session.retell(speaks(lang)), reopened };
}

/** A new run that shares everything up to the entry `seq` with another, which stays as it is (TB9). */
export async function branchRun(room: Room, from: string, seq: number): Promise<string> {
  const { kept, playbook, law, pack, core } = await reopen(room, from);
  const { branch } = await import('#debrief/branch.ts');
  const { opening, entries } = branch(kept.opening, kept.entries, seq);
  const replayed = replay(core, entries);
  if (!replayed.ok) throw new TableTrouble('doesNotReplay', { subject: String(replayed.seq), run: from });
  const at = core.at(replayed.played.state);
  const run = room.newId();
  const { title } = kept.meta;
  const attempt = nextAttempt(await room.storage.journal.list(), opening);
  const meta = { title, touched: room.tempo.date(), at, state: 'running' as const, parent: from, ...attempt };
  const bodies = law === null ? null : bodiesOf(playbook, law, pack.id);
  await room.storage.journal.create(run, opening, meta, entries, bodies);
  return run;
}

/** Reads a kept run and plays it again, comparing every digest. Throws TableTrouble with what is wrong. */
export async function reopen(room: Room, run: string): Promise<Reopened> {
  return replayed(await readKept(room, run), room);
}

/** A kept run as it is. Throws TableTrouble where there is none, or it is damaged. */
export async function readKept(room: Room, run: string): Promise<KeptRun> {
  let kept: KeptRun | null;
  try {
    kept = await room.storage.of(run).read(run);
  } catch (cause) {
    if (cause instanceof JournalFailure && cause.kind === 'damaged') {
      throw new TableTrouble('damagedRun', { run, details: cause.message });
    }
    throw cause;
  }
  if (!kept) throw new TableTrouble('unknownRun');
  return kept;
}

/** The run played again with what it was played with. Throws TableTrouble where that is not here, or leads elsewhere. */
export async function replayed(kept: KeptRun, room: Room): Promise<Reopened> {
  const { opening, entries, id: run } = kept;
  const stage = await stageOf(room.library, room.storage.of(run), kept);
  if (stage === null) {
    if (room.library.scenarios.every(({ info }) => info.id !== opening.scenario)) {
      throw new TableTrouble('unknownScenario', { subject: opening.scenario, run });
    }
    const details = `engine ${opening.engine}, playbook ${opening.playbook}, pack ${opening.pack.id}`;
    throw new TableTrouble('otherVersion', { run, details });
  }
  const core = exerciseCore(makeEngine(stage.playbook, opening));
  const again = replay(core, entries);
  if (!again.ok) throw new TableTrouble('doesNotReplay', { subject: String(again.seq), run });
  return { ...stage, kept, core, played: again.played };
}

/** How a reader of the run is spoken to in a language, in the words of its pack. */
function localesOf({ packs }: Pick<Library, 'packs'>, { pack }: Opening): (lang: string) => RenderLocale {
  const words = packs.find(({ id }) => id === pack.id)?.words ?? 'plain';
  return (lang) => ({ lang, words });
}

function startOfSwitches(law: Law, pack: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(packOf(law, pack).switches).map(([name, { start }]) => [name, start]),
  );
}

function sessionOf(
  { storage, tempo }: Room,
  about: Pick<Start<Exercise>, 'run' | 'opening' | 'title' | 'bodies' | 'locale'>,
  core: Core<Exercise>,
  played: Played<Exercise>,
  at: number,
  resumed: boolean,
): LocalSession<Exercise> {
  return new LocalSession({ ...about, core, journal: storage.of(about.run), tempo, played, at, resumed });
}
