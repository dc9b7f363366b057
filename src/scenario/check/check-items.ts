/**
 * Item-writing checks of each decision: what lets a person who is good at tests, and not at the work, tell the options apart.
 *
 * Nothing here knows which option is good: a scenario holds no verdicts. Only texts, acts and effects are compared (SPEC SC15, SC32–SC36).
 */
import type { Source } from '#language/yaml-reader.ts';
import { type DecisionAt, decisionsOf } from '../draft/decisions-written.ts';
import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { down, into, type Site, siteOf } from '../draft/site.ts';
import type { Playbook, TextId } from '../playbook.ts';
import type { ScenarioWritten } from '../schema/schema.ts';
import { ABSOLUTE, findWord, LOADED, unquoted } from '../texts/cue-words.ts';
import { halves } from '../texts/reading-time.ts';
import { repeatedWords } from '../texts/repeated-words.ts';

/** Reports cues of single decisions: SC0407 to SC0412. */
export function checkItems(
  playbook: Playbook,
  written: ScenarioWritten,
  top: Site,
  translations: Readonly<Record<string, Source>>,
  draft: PlaybookDraft,
): void {
  for (const at of decisionsOf(written, top)) {
    for (const read of readings(playbook, at, translations)) {
      checkEven(read, draft);
      checkAbsolute(read, draft);
      checkLoaded(read, draft);
      checkRepeats(read, draft);
    }
    checkDifference(at, draft);
    checkBundle(at, draft);
  }
}

/** A text in one language and where it is written. */
interface Written {
  readonly text: string;
  readonly site: Site;
}
/** A decision as it is read in one language; `language` is a code of two letters. */
interface Reading {
  readonly language: string;
  readonly ask: Written;
  readonly options: readonly (Written & { readonly id: string })[];
}

/** In English, and in each language that has all of its texts: what is half translated is told by SC0702. */
function readings(
  playbook: Playbook,
  { decision, site, says }: DecisionAt,
  translations: Readonly<Record<string, Source>>,
): Reading[] {
  const ask = askOf(says[0] ?? '');
  const english: Reading = {
    language: 'en',
    ask: { text: decision.ask, site: into(site, 'ask') },
    options: decision.options.map(({ id, say }, n) => ({
      id,
      text: say,
      site: down(site, 'options', n, 'say'),
    })),
  };
  const others = Object.entries(translations).flatMap(([language, source]) => {
    const texts = playbook.translations[language] ?? {};
    if (![ask, ...says].every((id) => Object.hasOwn(texts, id))) return [];
    const at = (id: TextId): Written => ({ text: texts[id] ?? '', site: into(siteOf(source), id) });
    const options = decision.options.map((option, n) => ({ id: option.id, ...at(says[n] ?? '') }));
    return [{ language, ask: at(ask), options }];
  });
  return [english, ...others];
}

/** `….<decision>.ask`, from `….<decision>.options.<option>.say`. */
function askOf(say: TextId): TextId {
  return `${say.split('.').slice(0, -3).join('.')}.ask`;
}

/** How much longer than the shortest option of its decision the longest may be, in percent (DESIGN §4: lengths even). */
const MOST_LONGER = 25;

/** Options within 25 % of each other's length, or the longest gives itself away (SC15). */
function checkEven({ options }: Reading, draft: PlaybookDraft): void {
  const byLength = options
    .map(({ id, text, site }) => ({
      id,
      site,
      letters: Math.max(...halves(text).map((half) => half.length)),
    }))
    .sort((a, b) => a.letters - b.letters);
  const [shortest, longest] = [byLength[0], byLength.at(-1)];
  if (shortest === undefined || longest === undefined) return;
  const most = Math.floor((shortest.letters * (100 + MOST_LONGER)) / 100);
  if (longest.letters <= most) return;
  const message = `The longest option has ${longest.letters} characters and the shortest (\`${shortest.id}\`) has ${shortest.letters}: players can tell them apart by length alone.`;
  const least = Math.ceil((longest.letters * 100) / (100 + MOST_LONGER));
  const repair = `Shorten this to ${most} characters, or write at least ${least} for \`${shortest.id}\`.`;
  draft.report('SC0407', longest.site, message, repair, 'warning');
}

/** An absolute word in one option only (SC32). */
function checkAbsolute({ language, options }: Reading, draft: PlaybookDraft): void {
  const list = ABSOLUTE[language];
  if (list === undefined) return;
  const found = options.flatMap(({ text, site }) => {
    const word = firstOf(text, (half) => findWord(half, list));
    return word === null ? [] : [{ word, site }];
  });
  const [only] = found;
  if (found.length !== 1 || only === undefined) return;
  const message = `Only this option says \`${only.word}\`: the word gives it away.`;
  draft.report(
    'SC0408',
    only.site,
    message,
    'Say it without that word, or use such a word in another option too.',
    'warning',
  );
}

/** A word that tells the worth, in the question or an option, outside of what somebody says (SC33). */
function checkLoaded({ language, ask, options }: Reading, draft: PlaybookDraft): void {
  const list = LOADED[language];
  if (list === undefined) return;
  for (const { text, site } of [ask, ...options]) {
    const word = firstOf(text, (half) => findWord(unquoted(half), list));
    if (word === null) continue;
    const message = `\`${word}\` passes judgment on this option; that is for the trainee to do.`;
    draft.report('SC0409', site, message, 'Leave it out, or say what is done or can be seen.', 'warning');
  }
}

/** Two words of the question in one option, and no word of it in any other (SC34). */
function checkRepeats({ ask, options }: Reading, draft: PlaybookDraft): void {
  const repeated = options.map(({ text }) => repeatedWords(ask.text, text));
  const [n, ...more] = repeated.flatMap((words, index) => (words.length > 0 ? [index] : []));
  if (n === undefined || more.length > 0) return;
  const [words, option] = [repeated[n] ?? [], options[n]];
  if (words.length < 2 || option === undefined) return;
  const shown = words.map((word) => `\`${word}\``).join(' and ');
  const message = `Only this option repeats words from the question: ${shown}.`;
  draft.report(
    'SC0410',
    option.site,
    message,
    'Use other words here, or use words from the question in the other options too.',
    'warning',
  );
}

/** Two options with one effect: same acts, time, condition and consequences, whatever the words (SC35). */
function checkDifference({ decision, site }: DecisionAt, draft: PlaybookDraft): void {
  const known = new Map<string, string>();
  for (const [n, option] of decision.options.entries()) {
    const { id, ref: _ref, say: _say, ...done } = option;
    const key = canonical(done);
    const same = known.get(key);
    if (same === undefined) {
      known.set(key, id);
      continue;
    }
    const message = `\`${id}\` does the same as \`${same}\`: the same acts, in the same time, with the same effects.`;
    const repair = 'Give one of the two a different act, time or effect, or remove it.';
    draft.report('SC0411', down(site, 'options', n, 'id'), message, repair, 'warning');
  }
}

/** An option with so many kinds of acts is a bundle, where no other has more than one. */
const BUNDLE = 3;

/** One option does three things of different kinds and each other at most one (SC36). */
function checkBundle({ decision, site }: DecisionAt, draft: PlaybookDraft): void {
  const kinds = decision.options.map(({ acts }) => new Set(acts.flatMap((act) => Object.keys(act))).size);
  const n = kinds.findIndex((count) => count >= BUNDLE);
  if (n < 0 || kinds.some((count, other) => other !== n && count > 1)) return;
  const message = `This option does ${kinds[n]} different things, and no other option does more than one: it stands out.`;
  const repair = 'Ask for one thing at a time, or give the other options as much to do.';
  draft.report('SC0412', down(site, 'options', n, 'acts'), message, repair, 'warning');
}

function firstOf(text: string, find: (half: string) => string | null): string | null {
  const [codes, plain] = halves(text);
  return find(codes) ?? find(plain);
}

/** JSON with keys in order and without the names of lines, so that equal things are equal texts. */
function canonical(value: unknown, key = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const named = ['radio', 'say', 'phone', 'screen'].includes(key);
  const entries = Object.entries(value)
    .filter(([name, inner]) => inner !== undefined && !(named && name === 'id'))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner, name)}`).join(',')}}`;
}
