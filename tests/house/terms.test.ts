/** The terms of TERMS.md, held over everything a person reads in either language. */
import { describe, expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { scenarioIds } from '#scenario/read.ts';
import { codeOf, filesBelow, textOf } from './source-files.ts';

interface Row {
  readonly english: string;
  readonly spanish: string;
  readonly never: Readonly<Record<'en' | 'es', readonly RegExp[]>>;
  readonly notForIt: readonly RegExp[];
}
/** A text with where it stands. */
interface Read {
  readonly at: string;
  readonly text: string;
}

const rows = readTerms(textOf('src/table/words/TERMS.md'));
const playbooks = scenarioIds(readSources()).map((id) => shippedPlaybook(id));
/** What an instructor reads in English only: the pages, the words of the command line, and every message of a reader or a proof. */
const PAGES = ['README.md', 'CONTRIBUTING.md', 'scenarios/GUIDE.md', 'scenarios/law/VOCABULARY.md'];
const ROOMS_WITH_PAGES = ['language', 'scenario', 'law'];
const ROOMS_THAT_TELL = [...ROOMS_WITH_PAGES, 'cli', 'plans', 'playtest', 'verify'];
const SPANISH_REPORT = /rehearse-words-es\.ts$/;
const ENGLISH = /^(?!.*rehearse-(words-es|style)\.ts$)/;
const read: Readonly<Record<'en' | 'es', readonly Read[]>> = {
  en: [
    ...wordsIn('src/table/words/en', /\.ts$/),
    ...PAGES.flatMap(proseOf),
    ...ROOMS_WITH_PAGES.flatMap((room) =>
      filesBelow(`src/${room}`, /\.md$/).flatMap((file) => proseOf(`src/${room}/${file}`)),
    ),
    ...ROOMS_THAT_TELL.flatMap((room) => wordsIn(`src/${room}`, ENGLISH)),
    ...playbooks.flatMap(({ id, texts }) => textsOf(id, texts)),
  ],
  es: [
    ...wordsIn('src/table/words/es', /\.ts$/),
    ...wordsIn('src/cli', SPANISH_REPORT),
    ...playbooks.flatMap(({ id, translations }) => textsOf(id, translations.es ?? {})),
  ],
};

describe.each(['en', 'es'] as const)('[TB116] in %s', (lang) => {
  test.each(rows.filter(({ never }) => never[lang].length > 0))(
    'no text uses another word for “$english”',
    ({ never }) => {
      const wrong = read[lang].flatMap(({ at, text }) =>
        never[lang].flatMap((word) => {
          const found = text.match(word);
          return found === null
            ? []
            : [`${at}: ${text.slice(Math.max(0, (found.index ?? 0) - 40), (found.index ?? 0) + 60)}`];
        }),
      );
      expect(wrong).toEqual([]);
    },
  );
});

test('[TB116] where the English has a term, the Spanish has no word that means something else', () => {
  const wrong = playbooks.flatMap(({ id, texts, translations }) =>
    Object.entries(texts).flatMap(([key, text]) => {
      const said = translations.es?.[key] ?? '';
      const terms = rows.filter(({ english }) => hasTerm(text, english));
      return terms.flatMap(({ english, notForIt }) => {
        const found = notForIt.flatMap((word) => said.match(word)?.[0].toLowerCase() ?? []);
        // A text that speaks of both a badge and a plate has both words.
        const others = found.filter(
          (word) => !terms.some(({ spanish }) => spanish.split(', ').includes(word)),
        );
        return others.length === 0 ? [] : [`${id} ${key} (${english}): ${said}`];
      });
    }),
  );
  expect(wrong).toEqual([]);
});

test('[TB116] only federal agents are agentes: where the English says officer alone, the Spanish says oficial', () => {
  const wrong = playbooks.flatMap(({ texts, translations }) =>
    Object.entries(texts).flatMap(([key, text]) => {
      const isLocal =
        /\bofficers?\b/i.test(text) &&
        !/federal|agents?\b|not officers|posed as|weren't officers|false officers/i.test(text);
      return isLocal && /\bagentes?\b/i.test(translations.es?.[key] ?? '')
        ? [`${key}: ${translations.es?.[key]}`]
        : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test('[TB116] the check sees what it reads, and a planted word', () => {
  expect(rows.length).toBeGreaterThan(35);
  expect(read.en.length).toBeGreaterThan(1_500);
  expect(read.es.length).toBeGreaterThan(1_200);
  for (const part of [
    ...PAGES,
    'src/scenario/LANGUAGE.md',
    'src/law/diagnostics/',
    'src/cli/',
    'src/verify/',
  ])
    expect(
      read.en.some(({ at }) => at.startsWith(part)),
      part,
    ).toBe(true);
  expect(read.es.some(({ at }) => at.endsWith('rehearse-words-es.ts'))).toBe(true);
  const van = rows.find(({ english }) => english === 'van');
  expect(van?.never.es.some((word) => word.test('Una furgoneta gris.'))).toBe(true);
  expect(van?.never.es.some((word) => word.test('Una van gris.'))).toBe(false);
});

function readTerms(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| English'))
    .map((line) => {
      const cells = line
        .replaceAll('\\|', '\0')
        .split('|')
        .map((cell) => cell.replaceAll('\0', '|').trim());
      return {
        english: cells[1] ?? '',
        spanish: cells[2] ?? '',
        never: { en: patterns(cells[4]), es: patterns(cells[5]) },
        notForIt: patterns(cells[6]),
      };
    });
}

function patterns(cell = ''): RegExp[] {
  return [...cell.matchAll(/\/([^/]+)\/|([^,/]+)/g)].flatMap(([, pattern, word]) => {
    if (pattern !== undefined) return [new RegExp(pattern, 'i')];
    const plain = word?.trim() ?? '';
    return plain === '' ? [] : [new RegExp(`(?<![\\p{L}])${plain}(?![\\p{L}])`, 'iu')];
  });
}

function hasTerm(text: string, english: string): boolean {
  return english.split(',').some((word) => new RegExp(`\\b${word.trim()}\\b`, 'i').test(text));
}

/** Every text between quotes of the files, without code and comments. */
function wordsIn(folder: string, files: RegExp): Read[] {
  return filesBelow(folder, /\.ts$/)
    .filter((file) => files.test(file))
    .flatMap((file) =>
      [
        ...codeOf(textOf(`${folder}/${file}`)).matchAll(
          /'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\])*)`/g,
        ),
      ]
        .map((m) => ({ at: `${folder}/${file}`, text: m[1] ?? m[2] ?? m[3] ?? '' }))
        .filter(({ text }) => /\s/.test(text) || /^\p{Lu}/u.test(text)),
    );
}

/** The lines of a page that a person reads: blocks of code, code in a line and what it names in a link are left out, and words cited as wrong. */
function proseOf(path: string): Read[] {
  let isCode = false;
  return textOf(path)
    .split('\n')
    .flatMap((line, n) => {
      if (line.trimStart().startsWith('```')) isCode = !isCode;
      else if (!isCode) {
        const text = line.replace(/`[^`]*`/g, '…').replace(/\]\([^)]*\)/g, ']');
        const cited = path === 'CONTRIBUTING.md' ? text.replace(/\*[^*]+\*/g, '…') : text;
        return cited.trim() === '' ? [] : [{ at: `${path}:${n + 1}`, text: cited }];
      }
      return [];
    });
}

function textsOf(id: string, texts: Readonly<Record<string, string>>): Read[] {
  return Object.entries(texts).map(([key, text]) => ({ at: `${id} ${key}`, text }));
}
