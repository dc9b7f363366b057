/** What the page can play and by which law: a small list at once, playbooks and law when they are asked for. */
import type { Law } from '#law/pack.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { PackInfo, ScenarioInfo } from './scenario-info.ts';

/** A scenario as listed; `hash` pins the playbook that `load` brings, `seat` is the one played alone. */
export interface Listing {
  readonly info: ScenarioInfo;
  /** The same in other words: by language in radio codes, by `<language>/plain` in plain words. */
  readonly translated?: Readonly<Record<string, ScenarioInfo>>;
  readonly seat: string;
  readonly hash: string;
  readonly languages: readonly string[];
  readonly load: () => Promise<{ readonly default: Playbook }>;
  /** Absent for a scenario without a map. */
  readonly map?: () => Promise<{ readonly default: MapPlan | null }>;
}
export interface ListedPack extends PackInfo {
  readonly words: 'codes' | 'plain';
  /** The same in the languages the law is translated to. */
  readonly translated?: Readonly<Record<string, PackInfo>>;
}

export interface Library {
  readonly scenarios: readonly Listing[];
  readonly packs: readonly ListedPack[];
  /** True where authors change it while it is open: runs are told with what it has now, never with what was kept beside them. */
  readonly follows?: boolean;
  law(): Promise<Law>;
}

/** What home and brief show of a scenario in the reader's language and the pack's way of speaking, English where it has none. */
export function infoIn(
  { info, translated }: Listing,
  lang: string,
  words: ListedPack['words'] = 'codes',
): ScenarioInfo {
  return translated?.[words === 'plain' ? `${lang}/plain` : lang] ?? info;
}

/** The map of a scenario; null where it has none or it does not come, for the desk is complete without it. Never throws. */
export async function mapOf({ map }: Pick<Listing, 'map'>): Promise<MapPlan | null> {
  try {
    return map ? (await map()).default : null;
  } catch {
    return null;
  }
}

/** A pack's title and review sentence in the reader's language, English where it has none. */
export function packIn(pack: ListedPack, lang: string): PackInfo {
  return { ...(pack.translated?.[lang] ?? pack), words: pack.words };
}

/** The library that was built into the page. */
export async function shippedLibrary(): Promise<Library> {
  const { scenarios, packs } = await import('virtual:scenarios');
  return { scenarios, packs, law: async () => (await import('virtual:law')).default };
}
