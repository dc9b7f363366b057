/** The library of an author's page: what stands in the author's folder now, brought anew after each save. */
import type { Law } from '#law/pack.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Library, ListedPack, Listing } from '../library/library.ts';
import type { News } from './news.ts';

/** What `author/library` answers. */
interface Listed {
  readonly scenarios: readonly (Omit<Listing, 'load' | 'map'> & { readonly hasMap: boolean })[];
  readonly packs: readonly ListedPack[];
}

/** Fetches below `./author/`; throws where the watching program cannot be reached or has no such thing, as a text saved over since. */
export type Fetch = (name: string) => Promise<unknown>;

export class AuthorLibrary implements Library {
  readonly follows = true;
  readonly #fetch: Fetch;
  /** Playbooks by hash, so that a run of the text before can still be told in its own words. */
  readonly #playbooks = new Map<string, Promise<{ readonly default: Playbook }>>();
  readonly #maps = new Map<string, MapPlan>();
  #scenarios: readonly Listing[] = [];
  #packs: readonly ListedPack[] = [];
  #rest = -1;
  #law: Promise<Law> | null = null;

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  get scenarios(): readonly Listing[] {
    return this.#scenarios;
  }
  get packs(): readonly ListedPack[] {
    return this.#packs;
  }
  law(): Promise<Law> {
    this.#law ??= this.#fetch('law') as Promise<Law>;
    return this.#law;
  }
  /** A playbook that this page has used; null for any other. */
  async known(hash: string): Promise<Playbook | null> {
    return (await this.#playbooks.get(hash))?.default ?? null;
  }

  /** Takes in what the news are of; the answer is whether anything that the page shows is another. */
  async take(news: News): Promise<boolean> {
    const isSame =
      news.rest === this.#rest &&
      Object.keys(news.playbooks).length === this.#scenarios.length &&
      this.#scenarios.every(({ info, hash }) => news.playbooks[info.id] === hash);
    if (isSame) return false;
    const { scenarios, packs } = (await this.#fetch('library')) as Listed;
    this.#scenarios = scenarios.map((listed) => this.#listing(listed, news.rest));
    this.#packs = packs;
    if (news.rest !== this.#rest) this.#law = null;
    this.#rest = news.rest;
    return true;
  }

  /** A listing whose text and map have not changed stays the same object, so that nothing is drawn anew for it. */
  #listing({ hasMap, ...listed }: Listed['scenarios'][number], rest: number): Listing {
    const before = this.#scenarios.find(({ info }) => info.id === listed.info.id);
    if (before?.hash === listed.hash && rest === this.#rest) return before;
    const { id } = listed.info;
    return {
      ...listed,
      load: () => this.#load(id, listed.hash),
      ...(hasMap ? { map: async () => ({ default: await this.#map(id) }) } : {}),
    };
  }

  /** The map as it is now; the same object for as long as it says the same, so that the sand table is not laid anew. */
  async #map(id: string): Promise<MapPlan> {
    const now = (await this.#fetch(`map/${id}`)) as MapPlan;
    const before = this.#maps.get(id);
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(now)) return before;
    this.#maps.set(id, now);
    return now;
  }

  /** Asked for by its hash: of a text saved over meanwhile nothing comes, and the news of that save are on their way. */
  #load(id: string, hash: string): Promise<{ readonly default: Playbook }> {
    let loading = this.#playbooks.get(hash);
    if (loading === undefined) {
      loading = this.#fetch(`playbook/${id}/${hash}`).then((playbook) => ({ default: playbook as Playbook }));
      this.#playbooks.set(hash, loading);
      loading.catch(() => this.#playbooks.delete(hash));
    }
    return loading;
  }
}
