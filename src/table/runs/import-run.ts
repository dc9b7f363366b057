/** Takes in a run file from anywhere: it is replayed and every digest compared before it is kept (TB11). */

import type { RunFile } from '#exercise/entries.ts';
import { JournalFailure } from '#journal/journal.ts';
import { canonicalJson } from '#language/canonical.ts';
import { replay } from '../session/core.ts';
import { coreOf, type Room } from './open-run.ts';
import { stageOf } from './stage.ts';

/** Bigger files are not even opened; the reader has a limit of its own. */
export const LARGEST_FILE = 32_000_000;

export interface RefusedImport {
  readonly ok: false;
  readonly problem:
    | 'too-big'
    | 'unreadable'
    | 'not-a-run'
    | 'unknown-scenario'
    | 'other-version'
    | 'does-not-replay'
    | 'not-kept';
  /** What the sentence needs: the reader's own sentence, the scenario, the entry. */
  readonly why: string;
}
export interface Imported {
  readonly ok: true;
  readonly run: string;
  readonly title: string;
  /** It was here already. */
  readonly twice: boolean;
}

/** What a file picker or a drop hands over; a browser's File is one. */
export interface PickedFile {
  readonly size: number;
  text(): Promise<string>;
}

/** Never throws for what is in the file. The run gets a name made of its content, so that the same file is taken in once. */
export async function importRun(room: Room, picked: PickedFile): Promise<Imported | RefusedImport> {
  if (picked.size > LARGEST_FILE) return refused('too-big');
  let text: string;
  try {
    text = await picked.text();
  } catch {
    return refused('unreadable');
  }
  const { readRunFile } = await import('#protocol/run-file.ts');
  const read = readRunFile(text);
  if (!read.ok) return refused('not-a-run', read.why);
  const { opening, entries, sealed } = read.run;
  const listing = room.library.scenarios.find(({ info }) => info.id === opening.scenario);
  if (!listing) return refused('unknown-scenario', opening.scenario);
  const stage = await stageOf(room.library, room.shelf.journal, { opening, bodies: null });
  if (stage === null) return refused('other-version');
  const core = coreOf({ packs: [stage.pack] }, stage.playbook, opening);
  const replayed = replay(core, entries);
  if (!replayed.ok) return refused('does-not-replay', String(replayed.seq));
  const { runDigest } = await import('#debrief/branch.ts');
  const here = await sameRun(room, read.run);
  if (here !== null) return { ok: true, run: here, title: listing.info.title, twice: true };
  const run = `file-${runDigest(opening, entries).slice('sha256:'.length, 'sha256:'.length + 16)}`;
  const { title } = listing.info;
  const at = core.at(replayed.played.state);
  const state = core.ended(replayed.played.state) ? ('ended' as const) : ('running' as const);
  const { journal } = room.shelf;
  try {
    const parent = await parentOf(room, read.run);
    const meta = {
      title,
      touched: room.tempo.date(),
      at,
      state,
      ...(parent === null ? {} : { parent }),
      ...(read.run.attempt === undefined ? {} : { attempt: read.run.attempt }),
    };
    await journal.create(run, opening, meta, entries);
    for (const { seq, words } of sealed?.reasons ?? []) await journal.addReason(run, seq, words);
  } catch (cause) {
    if (cause instanceof JournalFailure && cause.kind === 'taken')
      return { ok: true, run, title, twice: true };
    return refused('not-kept', cause instanceof Error ? cause.message : String(cause));
  }
  return { ok: true, run, title, twice: false };
}

/** The name of a kept run with the same opening and entries; null if there is none. */
async function sameRun(room: Room, { opening, entries }: RunFile): Promise<string | null> {
  const own = canonicalJson(opening);
  for (const card of await room.shelf.journal.list()) {
    if (card.state === 'damaged' || canonicalJson(card.opening) !== own) continue;
    const kept = await room.shelf.journal.read(card.id).catch(() => null);
    if (kept && canonicalJson(kept.entries) === canonicalJson(entries)) return card.id;
  }
  return null;
}

/** The kept run that this one names as its parent, by digest; null if it is not here. */
async function parentOf(room: Room, { opening }: RunFile): Promise<string | null> {
  if (opening.parent === null) return null;
  const { runDigest } = await import('#debrief/branch.ts');
  for (const card of await room.shelf.journal.list()) {
    if (card.state === 'damaged' || card.opening.playbook !== opening.playbook) continue;
    const kept = await room.shelf.journal.read(card.id).catch(() => null);
    if (kept && runDigest(kept.opening, kept.entries) === opening.parent.run) return card.id;
  }
  return null;
}

function refused(problem: RefusedImport['problem'], why = ''): RefusedImport {
  return { ok: false, problem, why };
}
