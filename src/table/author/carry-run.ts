/** A run on an author's page whose scenario has changed: taken over as far as it holds, as a run of its own beside the old one (TB95). */
import { wordingOf } from '#debrief/wording.ts';
import { makeEngine } from '#exercise/engine.ts';
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import { packPin } from '#law/pack.ts';
import { type Asked, type CarriedOn, carryOn } from '#plans/carry-on.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Listing } from '../library/library.ts';
import type { Room } from '../runs/open-run.ts';
import type { AuthorTexts } from '../words/en/author.ts';

/** A run as it stands before it is carried: `at` is the moment the page shows, milliseconds since STARTEX. */
export interface RunSoFar {
  readonly opening: Opening;
  readonly entries: readonly Entry[];
  readonly at: number;
}

/** Why a run cannot go on at the same moment. `command` is null where it cannot even begin. */
export interface Stopped {
  readonly why: keyof AuthorTexts['why'];
  readonly command: Asked | null;
}

/** A run in the changed scenario; it is nowhere yet. `stopped` null: all of it holds. */
export interface Carried extends RunSoFar {
  readonly listing: Listing;
  /** Whether it goes on at the same moment: all of it holds, and it has not ended. */
  readonly goesOn: boolean;
  readonly stopped: Stopped | null;
}

/** Gives the run's inputs to the scenario as it is now. Null where the run cannot begin in it at all, with why. */
export async function tryInChanged(
  room: Room,
  listing: Listing,
  run: RunSoFar,
): Promise<Carried | { readonly listing: null; readonly stopped: Stopped }> {
  const [{ default: playbook }, law] = await Promise.all([listing.load(), room.library.law()]);
  if (run.opening.seats[0] !== listing.seat)
    return { listing: null, stopped: { why: 'seat', command: null } };
  const { pack } = run.opening;
  const opening: Opening = {
    ...run.opening,
    engine: ENGINE_VERSION,
    playbook: listing.hash,
    pack: Object.hasOwn(law.packs, pack.id) ? packPin(law, pack.id, pack.asOf) : pack,
    parent: null,
  };
  let carried: CarriedOn;
  try {
    carried = carryOn(makeEngine(playbook, opening, 'grid'), run.entries, run.at);
  } catch {
    return { listing: null, stopped: { why: 'start', command: null } };
  }
  const { entries, exercise, stopped } = carried;
  const goesOn = stopped === null && exercise.ended === -1;
  const at = goesOn ? Math.max(exercise.at, run.at) : exercise.at;
  return { listing, opening, entries, at, goesOn, stopped };
}

/** Keeps it as a run of its own; the answer is its name. The old run is not touched. */
export async function keepCarried(room: Room, { listing, opening, entries, at }: Carried): Promise<string> {
  const run = room.newId();
  const meta = { title: listing.info.title, touched: room.tempo.date(), at, state: 'running' as const };
  await room.storage.journal.create(run, opening, meta, entries);
  return run;
}

/** What an input was, in the words of its card or of the bar; null for one that has none. */
export function inWords(command: Asked, playbook: Playbook, opening: Opening, lang: string): string | null {
  const words = wordingOf(makeEngine(playbook, opening, 'grid'), { lang, words: 'plain' });
  switch (command.kind) {
    case 'choose':
      return words.did(command);
    case 'act':
      return words.did({ action: command.action });
    case 'say':
      return command.words;
    case 'speak':
      return command.words ?? null;
    case 'wait':
    case 'stop':
    case 'fill':
    case 'leave':
    case 'inject':
    case 'end':
      return null;
    default:
      return command satisfies never;
  }
}
