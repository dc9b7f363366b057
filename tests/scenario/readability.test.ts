/** Whether a person under stress can read what a scenario says: school grades, measured over every text shown in play. */

import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { scenarioIds } from '#scenario/read.ts';
import { halves } from '#scenario/texts/reading-time.ts';

const HIGHEST_MEAN = 9;
const HIGHEST_LINE = 12;
/** The formula was made for passages; in a line of fewer words one long name decides it. Short lines count in the mean of their kind. */
const FEWEST_WORDS = 5;

/**
 * Flesch-Kincaid grade level: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * Source: Kincaid, Fishburne, Rogers, Chissom (1975), Derivation of new readability formulas for Navy enlisted personnel,
 * Research Branch Report 8-75.
 */
function grade(texts: readonly string[]): number {
  let [sentences, words, syllables] = [0, 0, 0];
  for (const text of texts) {
    const found = wordsOf(text);
    if (found.length === 0) continue;
    words += found.length;
    sentences += Math.max(
      1,
      text.split(/[.!?;:…]+(?=\s|$|[”"])/).filter((part) => /[a-zñáéíóú]/i.test(part)).length,
    );
    syllables += found.reduce((sum, word) => sum + syllablesOf(word), 0);
  }
  return (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59;
}

/** Words of letters. Call-signs, codes and numbers (4-Adam-31, 1-1-4-0, 4471) are heard as signs, not read as words. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s—]+/)
    .filter((word) => !/\d/.test(word))
    .map((word) => word.replace(/[^a-záéíóúñü'’-]/gi, '').replace(/['’]/g, ''))
    .flatMap((word) => word.split('-'))
    .filter((word) => word !== '');
}

/** Groups of vowels; a silent e at the end and the e of -ed do not count. The usual estimate, right for some nine words of ten. */
function syllablesOf(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (end) => end.slice(0, 1));
  return Math.max(1, plain.match(/[aeiouyáéíóúü]+/g)?.length ?? 1);
}

/** What is read in play, by kind. Titles, names and places are names; the debrief is read afterwards. */
function kindsOf(playbook: Playbook): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, string[]>();
  const add = (kind: string, id: string) => {
    const text = playbook.texts[id];
    if (text !== undefined) kinds.set(kind, [...(kinds.get(kind) ?? []), ...new Set(halves(text))]);
  };
  for (const { ask, options } of playbook.decisions) {
    add('questions', ask);
    for (const { say } of options) add('options', say);
  }
  for (const { say } of playbook.actions) add('actions', say);
  for (const list of playbook.lists) {
    for (const effect of list) {
      if (effect.do !== 'line') continue;
      add(effect.channel, effect.text);
      if (effect.heard !== undefined) add('broken calls', effect.heard.text);
    }
  }
  for (const { text } of playbook.endings) add('endings', text);
  add('brief', playbook.brief.situation);
  add('brief', playbook.brief.note);
  return kinds;
}

const files = readSources();
const scenarios = scenarioIds(files).map((id) => {
  const playbook = shippedPlaybook(id);
  return { id, kinds: kindsOf(playbook) };
});

test('[SC17] the measure tells easy from hard', () => {
  expect(grade(['The cat sat on the mat. It was warm.'])).toBeLessThan(2);
  expect(
    grade([
      'Notwithstanding jurisdictional considerations, immediate operational coordination necessitates authorization.',
    ]),
  ).toBeGreaterThan(20);
  expect(grade(['Put up tape and keep people behind it.'])).toBeLessThan(5);
});

test.each(scenarios)('[SC17] $id: every kind of text is of grade 9 or below', ({ kinds }) => {
  expect(kinds.size).toBeGreaterThan(5);
  const hard = [...kinds]
    .map(([kind, texts]) => [kind, grade(texts)] as const)
    .filter(([, level]) => level > HIGHEST_MEAN);
  expect(hard).toEqual([]);
});

test.each(scenarios)('[SC17] $id: no line is above grade 12', ({ kinds }) => {
  const hard = [...kinds].flatMap(([kind, texts]) =>
    texts
      .filter((text) => wordsOf(text).length >= FEWEST_WORDS && grade([text]) > HIGHEST_LINE)
      .map((text) => `${kind}, ${grade([text]).toFixed(1)}: ${text}`),
  );
  expect(hard).toEqual([]);
});
