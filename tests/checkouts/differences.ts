/**
 * What differs between two checkouts, item by item: playbooks, runs, rulings, proofs. Pure: compare.ts asks the checkouts.
 *
 * A difference that comes from nothing but words is told as such: other texts, and the times that reading them takes.
 */
import { canonicalJson, hashOf } from '#language/canonical.ts';

/** What a checkout comes to. Each record is keyed by what its entry is called in the table. */
export interface Facts {
  /** By scenario: the playbook as the checkout compiles it. */
  readonly playbooks: Readonly<Record<string, unknown>>;
  /** By scenario and plan. */
  readonly runs: Readonly<Record<string, RunFacts>>;
  /** By reference and situation, then by pack: signs, gravity and rules. */
  readonly rulings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By scenario, property and truth, then by pack: the word. */
  readonly proofs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
/** One plan, played to its end. */
export interface RunFacts {
  readonly scenario: string;
  readonly seed: number;
  /** What was entered, without its moments. */
  readonly commands: readonly string[];
  /** After each entry. */
  readonly digests: readonly string[];
  readonly ending: string | null;
  /** Where the run did not go as the plan says. */
  readonly failures: readonly string[];
}

/** `words`: different, by nothing but texts and the times that reading them takes. */
export type Verdict = 'equal' | 'words' | 'different';
/** One line of the table. */
export interface Row {
  readonly what: 'playbook' | 'run' | 'ruling' | 'proof' | 'screen';
  readonly item: string;
  readonly verdict: Verdict;
  /** What differs; empty where nothing does. */
  readonly detail: string;
}

/** Compares everything but pictures, in the order of the table. */
export function differences(old: Facts, now: Facts): readonly Row[] {
  const playbooks = paired(old.playbooks, now.playbooks, 'playbook', comparePlaybooks);
  const worded = new Set(playbooks.filter(({ verdict }) => verdict === 'words').map(({ item }) => item));
  return [
    ...playbooks,
    ...paired(old.runs, now.runs, 'run', (a, b) => compareRuns(a, b, worded.has(a.scenario))),
    ...paired(old.rulings, now.rulings, 'ruling', comparePacks),
    ...paired(old.proofs, now.proofs, 'proof', comparePacks),
  ];
}

type Found = Pick<Row, 'verdict' | 'detail'>;
const EQUAL: Found = { verdict: 'equal', detail: '' };
const different = (detail: string): Found => ({ verdict: 'different', detail });

function paired<Of>(
  old: Readonly<Record<string, Of>>,
  now: Readonly<Record<string, Of>>,
  what: Row['what'],
  compare: (old: Of, now: Of) => Found,
): Row[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].map((item) => {
    const [a, b] = [old[item], now[item]];
    if (a === undefined) return { what, item, ...different('is new') };
    if (b === undefined) return { what, item, ...different('is gone') };
    return { what, item, ...compare(a, b) };
  });
}

function comparePlaybooks(old: unknown, now: unknown): Found {
  const [a, b] = [hashOf(old), hashOf(now)];
  if (a === b) return EQUAL;
  const says = `${short(a)} → ${short(b)}`;
  const [quietOld, quietNow] = [withoutTexts(old), withoutTexts(now)];
  if (hashOf(quietOld) === hashOf(quietNow))
    return { verdict: 'words', detail: `${says}; equal with texts blanked: ${short(hashOf(quietOld))}` };
  const [timelessOld, timelessNow] = [withoutTimes(quietOld), withoutTimes(quietNow)];
  if (hashOf(timelessOld) === hashOf(timelessNow)) {
    const quiet = short(hashOf(timelessOld));
    return { verdict: 'words', detail: `${says}; equal with texts and reading times blanked: ${quiet}` };
  }
  return different(`${says}; beside texts: ${partsApart(timelessOld, timelessNow).join(', ')}`);
}

function compareRuns(old: RunFacts, now: RunFacts, isWorded: boolean): Found {
  const parts = [
    old.seed === now.seed ? [] : `seed ${old.seed} → ${now.seed}`,
    sameList(old.commands, now.commands) ? [] : commandsApart(old.commands, now.commands),
    old.ending === now.ending ? [] : `ending ${old.ending} → ${now.ending}`,
    sameList(old.failures, now.failures)
      ? []
      : `unlike the plan: ${old.failures.join(' ') || 'nothing'} → ${now.failures.join(' ') || 'nothing'}`,
  ].flat();
  if (parts.length > 0) return different(parts.join('; '));
  if (sameList(old.digests, now.digests)) return EQUAL;
  const first = old.digests.findIndex((digest, n) => digest !== now.digests[n]) + 1;
  const detail = `same commands and ending; digests differ from entry ${first} of ${old.digests.length} on`;
  return { verdict: isWorded ? 'words' : 'different', detail };
}

function commandsApart(old: readonly string[], now: readonly string[]): string {
  const n = old.findIndex((command, at) => command !== now[at]);
  const at = n < 0 ? old.length : n;
  return `entry ${at + 1}: ${old[at] ?? 'none'} → ${now[at] ?? 'none'}`;
}

/** Packs that changed alike are told together. */
function comparePacks(old: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): Found {
  const changes = new Map<string, string[]>();
  for (const pack of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (old[pack] === now[pack]) continue;
    const change = `${old[pack] ?? 'none'} → ${now[pack] ?? 'none'}`;
    changes.set(change, [...(changes.get(change) ?? []), pack]);
  }
  if (changes.size === 0) return EQUAL;
  return different([...changes].map(([change, packs]) => `${change} (${packs.join(', ')})`).join('; '));
}

/** The playbook with every text empty; which texts there are stays. */
function withoutTexts(playbook: unknown): Record<string, unknown> {
  const { texts, translations, ...rest } = playbook as Record<string, Record<string, unknown>>;
  const blank = (of: unknown) =>
    Object.fromEntries(Object.keys(of as Record<string, unknown>).map((id) => [id, '']));
  const others = Object.entries(translations ?? {}).map(([language, of]) => [language, blank(of)]);
  return { ...rest, texts: blank(texts ?? {}), translations: Object.fromEntries(others) };
}

/** The value with every time that reading takes at 0. */
function withoutTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, of]) => [key, key === 'captionMs' ? 0 : withoutTimes(of)]),
  );
}

/** The parts at the top of a playbook that differ: which ids came and went where things have ids, else how many there are. */
function partsApart(old: unknown, now: unknown): readonly string[] {
  const [a, b] = [old as Record<string, unknown>, now as Record<string, unknown>];
  const apart = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (part) => canonicalJson(a[part] ?? null) !== canonicalJson(b[part] ?? null),
  );
  return apart.map((part) => {
    const [had, has] = [idsOf(a[part]), idsOf(b[part])];
    const came = has.filter((id) => !had.includes(id));
    const went = had.filter((id) => !has.includes(id));
    if (came.length + went.length > 0)
      return `${part} (${[...came.map((id) => `+${id}`), ...went.map((id) => `-${id}`)].join(' ')})`;
    const [from, to] = [sizeOf(a[part]), sizeOf(b[part])];
    return from === to ? part : `${part} (${from} → ${to})`;
  });
}

function idsOf(part: unknown): readonly string[] {
  if (!Array.isArray(part)) return [];
  return part.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'id' in one ? [String(one.id)] : [],
  );
}

function sizeOf(part: unknown): number {
  if (Array.isArray(part)) return part.length;
  return typeof part === 'object' && part !== null ? Object.keys(part).length : 0;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n]);
}

function short(hash: string): string {
  return hash.replace(/^sha256:/, '').slice(0, 12);
}
