/**
 * The page's addresses (CONTRACTS.md, The page): read with care and written back whole.
 *
 * Reading never fails: a wrong value gets a sentence and the default (TB6); an address that names nothing leads to a clear screen.
 */
import { LEVELS } from '#exercise/entries.ts';
import type { Notice, PlaySettings } from '#table/props/screen-props.ts';
import type { ShellTexts } from '../words/en/shell.ts';
import { FIRST_LANGUAGE, langOf } from '../words/languages.ts';
import { quotedWords } from '../words/shown-words.ts';

/** What an address may name, and the defaults. */
export interface Known {
  readonly scenarios: readonly {
    readonly id: string;
    readonly asOf: string;
    readonly languages: readonly string[];
  }[];
  readonly packs: readonly { readonly id: string; readonly title: string }[];
  /** The language the reader reads in: the default where a scenario has it. */
  readonly lang?: PlaySettings['lang'];
}

export type Route =
  | { readonly screen: 'home'; readonly notices: readonly Notice[] }
  | { readonly screen: 'parts' }
  /** `part` is the id of a heading in it; null for its top. */
  | { readonly screen: 'guide'; readonly part: string | null }
  | {
      readonly screen: 'play';
      readonly scenario: string;
      readonly settings: PlaySettings;
      /** Whether the address itself says in which language. */
      readonly saysLang?: boolean;
      /** The run that is going on at this address; null before Start. */
      readonly run: string | null;
      readonly notices: readonly Notice[];
    }
  | { readonly screen: 'debrief'; readonly run: string }
  /** `columns` as asked for; whether packs and days exist is seen when the run is read. */
  | { readonly screen: 'compare'; readonly run: string; readonly columns: readonly AskedColumn[] }
  | { readonly screen: 'unknown-scenario'; readonly scenario: string }
  | { readonly screen: 'nowhere'; readonly address: string };

/** A law to compare with, as an address asks for it: `pack=…&as-of=…&with=name:value,…`, once for each. Null is the run's own. */
export interface AskedColumn {
  readonly pack: string;
  readonly asOf: string | null;
  readonly switches: Readonly<Record<string, string>>;
}

/** The pack of a first visit, where it is shipped. */
const FIRST_PACK = 'ca-los-angeles';
/** Solo play gives half as much time again unless told otherwise (DESIGN.md §4). */
const FIRST_EXTENDED = 150;
const EXTENDED: ReadonlyMap<string, PlaySettings['extended']> = new Map([
  ['1', 100],
  ['1.5', 150],
  ['2', 200],
]);
const SETTINGS = ['seed', 'clock', 'level', 'pack', 'as-of', 'lang', 'extended', 'run'];
const RUN_ID = /^[0-9a-z-]{1,64}$/;

/**
 * Where a hash leads.
 *
 * @param hash As the browser gives it, with or without `#`.
 * @param drawSeed Called once if the address has no seed that can be used.
 */
export function readAddress(hash: string, known: Known, texts: ShellTexts, drawSeed: () => number): Route {
  const [path = '', query = ''] = splitOnce(hash.replace(/^#/, ''), '?');
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  const [screen, name] = parts;
  if (parts.length === 0) return { screen: 'home', notices: [] };
  if (screen === 'parts' && parts.length === 1) return { screen: 'parts' };
  if (screen === 'guide' && parts.length <= 2) return { screen: 'guide', part: name ?? null };
  if (screen === 'play' && name !== undefined && parts.length === 2) {
    return readPlay(name, new URLSearchParams(query), known, texts, drawSeed);
  }
  if (screen === 'debrief' && name !== undefined && parts.length === 2) {
    return RUN_ID.test(name) ? { screen: 'debrief', run: name } : { screen: 'nowhere', address: hash };
  }
  if (screen === 'compare' && name !== undefined && parts.length === 2 && RUN_ID.test(name)) {
    return { screen: 'compare', run: name, columns: askedColumns(new URLSearchParams(query)) };
  }
  return { screen: 'nowhere', address: hash };
}

/** The address of a scenario with its settings, and of the run going on there. */
export function playAddress(scenario: string, settings: PlaySettings, run: string | null = null): string {
  const query = new URLSearchParams({
    seed: String(settings.seed),
    clock: settings.clock,
    level: settings.level,
    pack: settings.pack,
    'as-of': settings.asOf,
    lang: settings.lang,
    extended: String(settings.extended / 100),
    ...(run === null ? {} : { run }),
  });
  return `#/play/${encodeURIComponent(scenario)}?${query}`;
}

/** The address of a scenario's brief, with all defaults. */
export function briefAddress(scenario: string): string {
  return `#/play/${encodeURIComponent(scenario)}`;
}
export function debriefAddress(run: string): string {
  return `#/debrief/${encodeURIComponent(run)}`;
}
/** The address of a run under other laws and days; without columns, under every pack on its own day. */
export function compareAddress(run: string, columns: readonly AskedColumn[] = []): string {
  const query = new URLSearchParams();
  for (const { pack, asOf, switches } of columns) {
    query.append('pack', pack);
    query.append('as-of', asOf ?? '');
    const set = Object.entries(switches).map((pair) => pair.join(':'));
    query.append('with', set.join(','));
  }
  return `#/compare/${encodeURIComponent(run)}${query.size === 0 ? '' : `?${query}`}`;
}
export const HOME_ADDRESS = '#/';
/** The address of the author's guide, or of a heading in it. */
export function guideAddress(part: string | null = null): string {
  return part === null ? '#/guide' : `#/guide/${encodeURIComponent(part)}`;
}

function readPlay(
  id: string,
  query: URLSearchParams,
  known: Known,
  texts: ShellTexts,
  drawSeed: () => number,
): Route {
  const scenario = known.scenarios.find((one) => one.id === id);
  if (!scenario) return { screen: 'unknown-scenario', scenario: id };
  const notices: Notice[] = [];
  const say = (text: string): void => {
    notices.push({ tone: 'warning', text });
  };
  for (const name of new Set(query.keys())) {
    if (!SETTINGS.includes(name)) say(texts.address.unknownSetting(quotedWords(shortened(name))));
    else if (query.getAll(name).length > 1) say(texts.address.twice(name));
  }
  /** The value asked for if it is one of those allowed, else the default with a sentence. */
  const pick = <T>(
    name: string,
    read: (value: string) => T | null,
    fallback: () => T,
    sentence: (value: string, used: T) => string,
  ): T => {
    const asked = query.get(name);
    const value = asked === null ? null : read(asked);
    if (value !== null) return value;
    const used = fallback();
    if (asked !== null) say(sentence(quotedWords(shortened(asked)), used));
    return used;
  };
  const packTitle = (pack: string) => known.packs.find((one) => one.id === pack)?.title ?? pack;
  const settings: PlaySettings = {
    seed: pick('seed', seedOf, drawSeed, texts.address.seed),
    clock: pick('clock', oneOf(['live', 'discussion']), () => 'live', texts.address.clock),
    level: pick('level', oneOf(LEVELS), () => 'guided', texts.address.level),
    pack: pick(
      'pack',
      oneOf(known.packs.map((pack) => pack.id)),
      () => (known.packs.find((pack) => pack.id === FIRST_PACK) ?? known.packs[0])?.id ?? FIRST_PACK,
      (value, used) => texts.address.pack(value, packTitle(used)),
    ),
    asOf: pick('as-of', dayOf, () => scenario.asOf, texts.address.asOf),
    lang: pick(
      'lang',
      (value) => (scenario.languages.includes(value) ? langOf(value) : null),
      () =>
        known.lang !== undefined && scenario.languages.includes(known.lang) ? known.lang : FIRST_LANGUAGE,
      (value) => texts.address.lang(value, langOf(value) !== null),
    ),
    extended: pick(
      'extended',
      (value) => EXTENDED.get(value) ?? null,
      () => FIRST_EXTENDED,
      texts.address.extended,
    ),
  };
  const run = pick(
    'run',
    (value) => (RUN_ID.test(value) ? value : null),
    () => '',
    texts.address.run,
  );
  const saysLang = query.get('lang') === settings.lang;
  return { screen: 'play', scenario: id, settings, saysLang, run: run === '' ? null : run, notices };
}

function askedColumns(query: URLSearchParams): readonly AskedColumn[] {
  const [days, sets] = [query.getAll('as-of'), query.getAll('with')];
  return query.getAll('pack').map((pack, n) => {
    const pairs = (sets[n] ?? '').split(',').filter((one) => one.includes(':'));
    const switches = Object.fromEntries(pairs.map((one) => splitOnce(one, ':')));
    return { pack: shortened(pack), asOf: days[n] || null, switches };
  });
}

function oneOf<const T extends string>(allowed: readonly T[]): (value: string) => T | null {
  return (value) => allowed.find((one) => one === value) ?? null;
}
/** Seeds are safe integers from 0. */
function seedOf(value: string): number | null {
  const seed = Number(value);
  return /^\d{1,16}$/.test(value) && Number.isSafeInteger(seed) ? seed : null;
}
/** A day that the calendar has, from 1789 to 2199. */
export function dayOf(value: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1789 || year > 2199)
    return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.toISOString().startsWith(value) ? value : null;
}
function splitOnce(text: string, at: string): readonly string[] {
  const place = text.indexOf(at);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + at.length)];
}
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
/** What somebody typed is shown back, but not a page of it. */
function shortened(value: string): string {
  const signs = [...value];
  return signs.length > 40 ? `${signs.slice(0, 40).join('')}…` : value;
}
