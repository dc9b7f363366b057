/** What an author's page does when a save is told: it follows, takes the run along where that holds, and offers ways on where not (TB95, TB96). */
import type { Opening } from '#exercise/entries.ts';
import type { PageNow } from '../flow/overlay.ts';
import type { PlayScreen, Screen } from '../flow/screens.ts';
import type { Listing } from '../library/library.ts';
import { pocketLaw } from '../library/pocket-law-index.ts';
import type { Room } from '../runs/open-run.ts';
import { TableTrouble } from '../trouble/trouble-found.ts';
import type { Lang } from '../words/languages.ts';
import type { AuthorLibrary } from './author-library.ts';
import {
  type Carried,
  inWords,
  keepCarried,
  type RunSoFar,
  type Stopped,
  tryInChanged,
} from './carry-run.ts';
import type { News } from './news.ts';

/** Ways on where a run does not hold in the changed scenario. */
export interface Offer extends Stopped {
  /** The moment of the input that fails, and the input in words; null for one without. */
  readonly at: number;
  readonly did: string | null;
  /** From the last moment that holds; null where the run cannot even begin. */
  readonly goOn: (() => Promise<void>) | null;
  readonly again: (() => Promise<void>) | null;
  readonly stay: () => void;
}

/** What the strip shows. */
export interface HandNow {
  readonly news: News | null;
  /** False while the watching program cannot be reached. */
  readonly heard: boolean;
  readonly said: { readonly kind: 'went-on'; readonly at: number } | { readonly kind: 'follows' } | null;
  readonly offer: Offer | null;
}

export class AuthorController {
  readonly #library: AuthorLibrary;
  readonly #listeners = new Set<() => void>();
  /** Runs this page has made of others, with how much was asked in them then. */
  readonly #made = new Map<string, number>();
  #now: HandNow = { news: null, heard: true, said: null, offer: null };
  #page: PageNow | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(library: AuthorLibrary) {
    this.#library = library;
  }

  now(): HandNow {
    return this.#now;
  }
  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }
  here(page: PageNow): void {
    this.#page = page;
  }
  /** The watching program came or went. */
  heard(heard: boolean): void {
    if (heard !== this.#now.heard) this.#set({ heard });
  }

  /**
   * Takes in one save after the other; resolves when the page has followed. Never throws: what does not come is asked for at the next
   * save, and where following fails (storage that is full), the page opens its address anew, which says what is in the way.
   */
  hear(news: News): Promise<void> {
    this.#work = this.#work.then(async () => {
      const isOther = await this.#library.take(news).catch(() => null);
      if (isOther === null) return this.#set({ heard: false });
      this.#set({ news });
      const page = this.#page;
      if (isOther && page !== null) await this.#follow(page).catch(() => page.go());
    });
    return this.#work;
  }

  /** Opens a screen; a run of the scenario as it was before is taken along first. */
  async opening(
    room: Room,
    lang: Lang,
    open: () => Promise<Screen>,
    reopen: () => Promise<Screen>,
  ): Promise<Screen> {
    this.#set({ offer: null, said: null });
    try {
      return await open();
    } catch (cause) {
      const run =
        cause instanceof TableTrouble && cause.found.kind === 'otherVersion' ? cause.found.run : null;
      if (run === null || !(await this.#takeKept(room, lang, run))) throw cause;
      return reopen();
    }
  }

  async #follow(page: PageNow): Promise<void> {
    const { screen } = page;
    switch (screen?.kind) {
      case undefined:
        // What was in the way may not be any more.
        page.go();
        return;
      case 'play':
        return this.#followPlay(page, screen);
      case 'debrief':
      case 'compare': {
        await this.#takeKept(page.room, page.lang, screen.run);
        const next = await page.reopen().catch(() => null);
        if (next === null) page.go();
        else
          page.show(
            next.kind === 'debrief' && screen.kind === 'debrief' ? { ...next, visit: screen.visit } : next,
          );
        return;
      }
      default:
        page.show(await page.reopen());
        this.#set({ said: { kind: 'follows' } });
    }
  }

  async #followPlay(page: PageNow, screen: PlayScreen): Promise<void> {
    const { room } = page;
    const listing = this.#listingOf(screen.opening);
    if (listing === undefined) return;
    if (listing.hash === screen.opening.playbook) {
      const law = await room.library.law();
      const pack = room.library.packs.find(({ id }) => id === screen.pack.id) ?? screen.pack;
      const cards = (lang: string) => pocketLaw(law, pack.id, screen.settings.asOf, lang);
      page.show({ ...screen, listing, pack, pocketLaw: cards });
      this.#set({ said: { kind: 'follows' }, offer: null });
      return;
    }
    const { session } = screen;
    const standing = (): RunSoFar => ({
      opening: screen.opening,
      entries: session.played().entries,
      at: session.view().at,
    });
    let before = standing();
    let tried = await tryInChanged(room, listing, before);
    // Something was done meanwhile: then all of it is tried again.
    while (session.saved().state === 'saving' || session.played().entries !== before.entries) {
      await new Promise<void>((done) => room.tempo.after(20, done));
      before = standing();
      tried = await tryInChanged(room, listing, before);
    }
    if (tried.listing === null || tried.stopped !== null) {
      this.#set({ offer: await this.#offer(page.lang, room, listing, before, tried), said: null });
      return;
    }
    const clock = session.clock();
    session.close();
    const at = tried.goesOn ? Math.max(tried.at, session.view().at) : tried.at;
    await this.#keep(room, screen.run, { ...tried, at });
    const next = await page.reopen();
    if (next.kind !== 'play') return page.go();
    page.show({ ...next, visit: screen.visit });
    next.session.speed(clock.speed);
    if (!clock.paused) next.session.pause(false);
    this.#set({ said: { kind: 'went-on', at }, offer: null });
  }

  /** Takes a kept run along where all of it holds and leads the address to it; else offers ways on. The answer is whether it was taken. */
  async #takeKept(room: Room, lang: Lang, run: string): Promise<boolean> {
    const kept = await room.storage.of(run).read(run);
    const listing = kept === null ? undefined : this.#listingOf(kept.opening);
    if (kept === null || listing === undefined || listing.hash === kept.opening.playbook) return false;
    const before = { opening: kept.opening, entries: kept.entries, at: kept.meta.at };
    const tried = await tryInChanged(room, listing, before);
    if (tried.listing === null || tried.stopped !== null) {
      this.#set({ offer: await this.#offer(lang, room, listing, before, tried) });
      return false;
    }
    const made = await this.#keep(room, run, tried);
    const { journal } = room.storage;
    for (const { seq, words } of kept.reasons) await journal.addReason(made, seq, words);
    if (kept.meta.declined === true) await journal.decline(made);
    this.#set({ said: { kind: 'went-on', at: tried.at }, offer: null });
    return true;
  }

  /** Keeps a run that was made of another; that other one is forgotten only where this page made it and nothing was done in it since. */
  async #keep(room: Room, from: string, carried: Carried): Promise<string> {
    const made = await keepCarried(room, carried);
    lead(from, made);
    const asked = askedIn(carried);
    this.#made.set(made, asked);
    if (this.#made.get(from) === asked) {
      this.#made.delete(from);
      await room.storage.of(from).forget(from);
    }
    return made;
  }

  async #offer(
    lang: Lang,
    room: Room,
    listing: Listing,
    before: RunSoFar,
    tried: Carried | { readonly listing: null; readonly stopped: Stopped },
  ): Promise<Offer> {
    const { why, command } = tried.stopped ?? { why: 'start', command: null };
    const playbook = (await this.#library.known(before.opening.playbook)) ?? (await listing.load()).default;
    const anew = await tryInChanged(room, listing, { ...before, entries: [], at: 0 });
    const from = (one: Carried) => async () => {
      const run = await keepCarried(room, one);
      this.#set({ offer: null });
      location.hash = `#/play/${encodeURIComponent(listing.info.id)}?run=${run}`;
    };
    return {
      why,
      command,
      at: command?.at ?? 0,
      did: command === null ? null : inWords(command, playbook, before.opening, lang),
      goOn: tried.listing === null ? null : from(tried),
      again: anew.listing === null ? null : from(anew),
      stay: () => this.#set({ offer: null }),
    };
  }

  #listingOf(opening: Opening): Listing | undefined {
    return this.#library.scenarios.find(({ info }) => info.id === opening.scenario);
  }
  #set(next: Partial<HandNow>): void {
    this.#now = { ...this.#now, ...next };
    for (const changed of [...this.#listeners]) changed();
  }
}

/** The address names the new run in place of the old one; nothing is opened by it. */
function lead(from: string, to: string): void {
  history.replaceState(null, '', location.hash.replace(from, to));
}

function askedIn({ entries }: RunSoFar): number {
  return entries.filter(({ command }) => command.kind !== 'advance').length;
}
