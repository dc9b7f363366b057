/** Which unfinished runs go on in the version of the page that waits to be used (SPEC TB135). */
import type { Room } from './open-run.ts';
import { canGoOn, factsOf, type VersionFacts } from './version-facts.ts';

/** How many runs are not over and go on now, and how many of them will not in the version that waits; null where that cannot be known. */
export interface Stopping {
  readonly unfinished: number;
  readonly stopped: number | null;
}

/** Asks the server what it has now, else what the browser has already fetched of the new version. Never throws, and does not wait long. */
export async function stopping(room: Room): Promise<Stopping> {
  const now = factsOf(room.library);
  const going = (await room.storage.journal.list().catch(() => [])).flatMap((card) =>
    card.state === 'running' && canGoOn(now, card.opening, card.bodies) ? [card] : [],
  );
  if (going.length === 0) return { unfinished: 0, stopped: 0 };
  const waiting = await Promise.race([waitingFacts(now), after(PATIENCE_MS)]);
  if (waiting.length === 0) return { unfinished: going.length, stopped: null };
  const stopped = going.filter(
    ({ opening, bodies }) => !waiting.every((next) => canGoOn(next, opening, bodies)),
  );
  return { unfinished: going.length, stopped: stopped.length };
}

const PATIENCE_MS = 3_000;

function after(ms: number): Promise<readonly VersionFacts[]> {
  return new Promise((resolve) => setTimeout(() => resolve([]), ms));
}

async function waitingFacts(now: VersionFacts): Promise<readonly VersionFacts[]> {
  try {
    // The service worker does not keep this one: the server answers.
    const answer = await fetch('./version.json', { cache: 'no-store' });
    const facts = answer.ok ? readFacts(await answer.json()) : null;
    if (facts !== null) return [facts];
  } catch {
    // Without the server there is still what was fetched before.
  }
  try {
    return (await keptFacts()).filter((facts) => JSON.stringify(facts) !== JSON.stringify(now));
  } catch {
    return [];
  }
}

/** Of every version whose files the browser keeps, this one among them. */
async function keptFacts(): Promise<readonly VersionFacts[]> {
  const found: VersionFacts[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!new URL(request.url).pathname.endsWith('/version-kept.json')) continue;
      const facts = readFacts(await (await cache.match(request))?.json());
      if (facts !== null) found.push(facts);
    }
  }
  return found;
}

/** Null where it is not what a build of this page says of itself. */
function readFacts(value: unknown): VersionFacts | null {
  if (typeof value !== 'object' || value === null) return null;
  const { engine, scenarios, packs } = value as Partial<VersionFacts>;
  if (typeof engine !== 'string' || !Array.isArray(scenarios) || !Array.isArray(packs)) return null;
  return {
    engine,
    scenarios: scenarios.map(({ id, hash }) => ({ id: String(id), hash: String(hash) })),
    packs: packs.map(String),
    follows: false,
  };
}
