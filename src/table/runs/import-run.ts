/** Takes in a file from anywhere, of one run or of all runs of a device: each is played again and compared before it is kept (TB11). */
import { JournalFailure } from '#journal/journal-failure.ts';
import type { RunMeta } from '#journal/run-store.ts';
import { canonicalJson } from '#language/canonical.ts';
import type { RefusedImport } from '../trouble/refused-import.ts';
import type { CheckedFile, CheckedRun, Lend } from './check-file.ts';
import { type Check, inWorker, type PickedFile } from './in-worker.ts';
import { keepBodies } from './keep-bodies.ts';
import type { Room } from './open-run.ts';
import { stageOf } from './stage.ts';

/** Bigger files are not even opened; the readers have limits of their own. */
export const LARGEST_FILE = 256_000_000;

export interface Imported {
  readonly ok: true;
  /** The run that was taken in, and how it is listed; of all runs of a device, the first. Empty where there was none. */
  readonly run: string;
  readonly title: string;
  /** It was here already. */
  readonly twice: boolean;
  /** For a file of all runs: how many were taken in, were here already, and were refused. */
  readonly all: { readonly taken: number; readonly twice: number; readonly refused: number } | null;
}

/** How it is told and stopped. */
export interface ImportControls {
  readonly tell?: (share: number) => void;
  readonly stop?: AbortSignal;
  readonly check?: Check;
}

/**
 * Never throws for what is in the file; throws the signal's reason when it is stopped, and then nothing is kept. A run from a run file gets
 * a name made of its content, so that the same file is taken in once.
 */
export async function importRun(
  room: Room,
  picked: PickedFile,
  { tell = () => {}, stop = new AbortController().signal, check = inWorker }: ImportControls = {},
): Promise<Imported | RefusedImport> {
  if (picked.size > LARGEST_FILE) return refused('too-big');
  let unknown: string | null = null;
  const lend: Lend = async (opening) => {
    const isHere = room.library.scenarios.some(({ info }) => info.id === opening.scenario);
    unknown = isHere ? null : opening.scenario;
    const stage = await stageOf(room.library, room.storage.journal, { opening, bodies: null });
    return stage && { playbook: stage.playbook, words: stage.pack.words, seat: stage.listing.seat };
  };
  const checked = await check(picked, lend, tell, stop);
  stop.throwIfAborted();
  if (!checked.ok) {
    return checked.problem === 'other-version' && unknown !== null
      ? refused('unknown-scenario', unknown)
      : refused(checked.problem, checked.why);
  }
  try {
    return await keepAll(room, checked);
  } catch (cause) {
    return refused('not-kept', cause instanceof Error ? cause.message : String(cause));
  }
}

async function keepAll(room: Room, file: Extract<CheckedFile, { ok: true }>): Promise<Imported> {
  /** What runs of the file are called here. */
  const names = new Map<string, string>();
  const here = { taken: new Set<string>(), named: new Set(file.runs.flatMap(({ id }) => id ?? [])) };
  const took: { readonly run: string; readonly title: string; readonly twice: boolean }[] = [];
  for (const run of parentsFirst(file.runs)) {
    const one = await keepOne(room, run, names, here);
    here.taken.add(one.run);
    if (run.id !== null) names.set(run.id, one.run);
    took.push(one);
  }
  if (file.nextTime.length > 0) {
    const { journal } = room.storage;
    await journal.keepNextTime([...new Set([...(await journal.nextTime()), ...file.nextTime])]);
  }
  const [first] = took;
  const twice = took.filter((one) => one.twice).length;
  await keepBodies(room);
  return {
    ok: true,
    run: first?.run ?? '',
    title: first?.title ?? '',
    twice: first?.twice ?? false,
    all: file.isAll ? { taken: took.length - twice, twice, refused: file.refused } : null,
  };
}

/** So that a second try finds what it grew from. */
function parentsFirst(runs: readonly CheckedRun[]): readonly CheckedRun[] {
  const byName = new Map(runs.map((run) => [run.id, run]));
  const ordered = new Set<CheckedRun>();
  const put = (run: CheckedRun, under: ReadonlySet<CheckedRun>) => {
    const parent = byName.get(run.parent ?? '');
    if (parent !== undefined && !under.has(parent) && !ordered.has(parent))
      put(parent, new Set([...under, run]));
    ordered.add(run);
  };
  for (const run of runs) put(run, new Set([run]));
  return [...ordered];
}

async function keepOne(room: Room, run: CheckedRun, names: ReadonlyMap<string, string>, kept: Here) {
  const { journal } = room.storage;
  const { opening, entries, at, declined } = run;
  const listing = room.library.scenarios.find(({ info }) => info.id === opening.scenario);
  const title = run.title ?? listing?.info.title ?? opening.scenario;
  const here = await sameRun(room, run, kept);
  const made = `file-${run.digest.slice('sha256:'.length, 'sha256:'.length + 16)}`;
  const id =
    here ?? (run.id !== null && (await journal.read(run.id).catch(() => true)) === null ? run.id : made);
  if (here === null) {
    const parent = (run.parent === null ? null : names.get(run.parent)) ?? (await parentOf(room, run));
    const meta: RunMeta = {
      title,
      touched: run.touched ?? room.tempo.date(),
      at,
      state: run.ended ? 'ended' : 'running',
      ...(declined ? { declined } : {}),
      ...(run.isChecked ? {} : { unchecked: true }),
      ...(parent === null ? {} : { parent }),
      ...(run.attempt === null ? {} : { attempt: run.attempt }),
    };
    try {
      await journal.create(id, opening, meta, entries, run.bodies);
    } catch (cause) {
      if (cause instanceof JournalFailure && cause.kind === 'taken') return { run: id, title, twice: true };
      throw cause;
    }
    for (const { seq, words } of run.reasons) await journal.addReason(id, seq, words);
    for (const mark of run.marks ?? []) await journal.mark(id, mark);
    if (run.ended && run.sealed !== null) await journal.seal(id, run.sealed);
  }
  for (const report of run.reports) await journal.keepReport(id, report);
  return { run: id, title, twice: here !== null };
}

/** Opening and entries of what is kept, as they are compared; in `taken` what this file's runs were found to be or became. */
interface Here {
  readonly taken: Set<string>;
  /** Names in the file: what is called so here is that run, and no other run's twin. */
  readonly named: ReadonlySet<string>;
}

/**
 * The name of a kept run with the same opening and entries, the one of the same name first; null if there is none. Two runs of a device may be
 * alike to the last entry, as two that were only begun: each of a file's runs is found to be another one.
 */
async function sameRun(
  room: Room,
  { id, opening, entries }: CheckedRun,
  { taken, named }: Here,
): Promise<string | null> {
  const own = canonicalJson(opening);
  const alike = (await room.storage.journal.list()).filter(
    (card) =>
      card.state !== 'damaged' &&
      !taken.has(card.id) &&
      (card.id === id || !named.has(card.id)) &&
      canonicalJson(card.opening) === own,
  );
  for (const card of alike.sort((a, b) => Number(b.id === id) - Number(a.id === id))) {
    const kept = await room.storage.journal.read(card.id).catch(() => null);
    if (kept && canonicalJson(kept.entries) === canonicalJson(entries)) return card.id;
  }
  return null;
}

/** The kept run that this one names as its parent, by digest; null if it is not here. */
async function parentOf(room: Room, { opening }: CheckedRun): Promise<string | null> {
  if (opening.parent === null) return null;
  const { runDigest } = await import('#debrief/branch.ts');
  for (const card of await room.storage.journal.list()) {
    if (card.state === 'damaged' || card.opening.playbook !== opening.playbook) continue;
    const kept = await room.storage.journal.read(card.id).catch(() => null);
    if (kept && runDigest(kept.opening, kept.entries) === opening.parent.run) return card.id;
  }
  return null;
}

function refused(problem: RefusedImport['problem'], why = ''): RefusedImport {
  return { ok: false, problem, why };
}
