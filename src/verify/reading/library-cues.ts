/**
 * Whether length gives the best answer away over all scenarios that are checked together (DESIGN §4, SPEC SC65).
 *
 * A scenario holds no verdicts, so packs are asked: a decision counts under a pack where some of its answers are best and others are not,
 * ruled where it is first put. If length told nothing, the longest answer would be best as often as an answer drawn by lot. Where an answer
 * is written tells a player nothing: options are shuffled.
 */
import type { Diagnostic, Place } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import type { TraceEvent } from '#law/trace.ts';
import { runPlan } from '#plans/run-plan.ts';
import { settled } from '#plans/unsettled-opening.ts';
import { reopen } from '#scenario/acts-written.ts';
import { decisionsOf } from '#scenario/draft/decisions-written.ts';
import type { Option, Playbook } from '#scenario/playbook.ts';
import type { Files } from '#scenario/read.ts';
import { halves } from '#scenario/texts/reading-time.ts';
import { chanceOfHits } from './chance-of-hits.ts';
import { bestOf, firstPuts, type Put } from './first-put.ts';

/** A scenario of the library with the law it is checked against and the runs of its plans. */
export interface LibraryEntry {
  readonly playbook: Playbook;
  readonly files: Files;
  readonly law: Law;
  readonly traces: readonly (readonly TraceEvent[])[];
  /** What a file of `files` is called in a problem. */
  readonly named: (file: string) => string;
}

/** Fewer decisions show no habit. */
const FEWEST = 5;
/** Told where chance alone does as well in fewer than one library in a hundred. */
const RARE = 0.01;

/** SC0416 for each language in which length gives the best answer away under some pack, at the first decision in which it does. */
export function libraryCues(library: readonly LibraryEntry[]): Diagnostic[] {
  const cards = library.flatMap(cardsOf);
  const languages = [...new Set(library.flatMap(({ playbook }) => Object.keys(playbook.translations)))];
  return ['en', ...languages].flatMap((language) => problem(cards, language));
}

/** A decision where it is first put, with its best answers by pack. */
interface Card {
  readonly playbook: Playbook;
  readonly put: Put;
  readonly best: ReadonlyMap<string, readonly Option[]>;
  readonly place: Place;
}

function cardsOf({ playbook, files, law, traces, named }: LibraryEntry): readonly Card[] {
  const reopened = reopen(playbook, files);
  if (reopened === null) return [];
  const places = new Map(
    [...decisionsOf(reopened.written, reopened.top)].map(({ decision, site }) => [
      decision.id,
      site.source.at([...site.path, 'id']),
    ]),
  );
  return firstPuts(playbook, withSilence(playbook, traces)).flatMap((put) => {
    const place = places.get(put.decision.id);
    if (place === undefined || put.offered.length < 2) return [];
    const best = new Map(
      Object.keys(law.packs).map((pack) => [
        pack,
        bestOf(playbook, put, { law, pack, asOf: playbook.asOf, switches: {} }),
      ]),
    );
    return [{ playbook, put, best, place: { ...place, file: named(place.file) } }];
  });
}

/** After the plans, a run in which nobody answers: it puts what comes by itself, unless the opening does not settle. */
function* withSilence(playbook: Playbook, traces: LibraryEntry['traces']): Generator<readonly TraceEvent[]> {
  yield* traces;
  // biome-ignore lint/suspicious/noThenProperty: a word of the plan language; nothing here is awaited.
  const silence = { scenario: playbook.id, truth: {}, seed: 1, extended: 100, steps: [], then: {} } as const;
  const run = settled(() => runPlan(playbook, silence, { toEnd: true }));
  if (run !== null) yield run.trace;
}

/** What one pack finds. */
interface Found {
  readonly pack: string;
  readonly of: number;
  readonly hits: readonly Card[];
  readonly expected: number;
  readonly p: number;
}

function problem(cards: readonly Card[], language: string): Diagnostic[] {
  const packs = [...new Set(cards.flatMap(({ best }) => [...best.keys()]))];
  const found = packs
    .map((pack) => foundBy(cards, language, pack))
    .filter(({ of, p }) => of >= FEWEST && p < RARE)
    .sort((a, b) => a.p - b.p);
  const [worst, ...others] = found;
  const first = worst?.hits[0];
  if (worst === undefined || first === undefined) return [];
  const also =
    others.length === 0
      ? ''
      : ` The same is true under ${others.map(({ pack }) => `\`${pack}\``).join(', ')}.`;
  const where = language === 'en' ? '' : ` (${language})`;
  return [
    {
      ...first.place,
      code: 'SC0416',
      severity: 'warning',
      message: `In ${worst.hits.length} of ${worst.of} decisions, the longest option${where} is best under \`${worst.pack}\`; by chance, it would be best in ${worst.expected.toFixed(1)} (exact one-sided test: p ${shown(worst.p)}).${also}`,
      repair: 'Make other options longer in some of these decisions.',
      notes: worst.hits
        .slice(1)
        .map(({ place, put }) => ({ ...place, message: `Here too: \`${put.decision.id}\`.` })),
    },
  ];
}

function foundBy(cards: readonly Card[], language: string, pack: string): Found {
  const counted = cards.flatMap((card) => {
    const best = card.best.get(pack) ?? [];
    const { offered } = card.put;
    const picked = longestOf(card, language);
    if (best.length === 0 || best.length === offered.length || picked === null) return [];
    return [{ card, chance: best.length / offered.length, isHit: best.includes(picked) }];
  });
  const hits = counted.filter(({ isHit }) => isHit).map(({ card }) => card);
  const chances = counted.map(({ chance }) => chance);
  return {
    pack,
    of: counted.length,
    hits,
    expected: chances.reduce((sum, chance) => sum + chance, 0),
    p: chanceOfHits(chances, hits.length),
  };
}

/** The option that somebody takes who goes by length alone; null where two are equally long, or the card is not in that language. */
function longestOf({ playbook, put }: Card, language: string): Option | null {
  const texts = language === 'en' ? playbook.texts : playbook.translations[language];
  const lengths = put.offered.map(({ say }) => {
    const text = texts?.[say];
    return text === undefined ? Number.NaN : Math.max(...halves(text).map((half) => half.length));
  });
  const most = Math.max(...lengths);
  const longest = put.offered.filter((_, n) => lengths[n] === most);
  return longest.length === 1 ? (longest[0] ?? null) : null;
}

function shown(p: number): string {
  return p < 0.0001 ? '< 0.0001' : `= ${p.toFixed(4)}`;
}
