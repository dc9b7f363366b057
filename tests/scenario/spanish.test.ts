/** Every text of a shipped scenario in Spanish, as whole and as even as the English, and a run that no change of language changes. */

import { describe, expect, test, vi } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { openExercise } from '#exercise/open.ts';
import { replay } from '#exercise/replay.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import { canonicalJson } from '#language/canonical.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { scenarioIds } from '#scenario/read.ts';
import { captionMs, halves } from '#scenario/texts/reading-time.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What both languages write alike: names, and what the neighbors and the men say in Spanish anyway. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  'residence-207': [
    'line.knock',
    'line.phone-control.heard',
    'line.we-are-two',
    'line.you-ask-too',
    'people.control.name',
  ],
};
/** Longest option over the shortest, as SC15 has it for English. */
const MOST_LONGER = 1.25;
/** Radio in Spanish may hold the channel this much longer than in English, over all lines. */
const MOST_AIR = 1.1;
/** Szigriszt-Pazos: 65 and more is “rather easy”, below 55 “somewhat hard” (Barrio-Cantalejo 2008, scale INFLESZ). */
const EASY = 65;

const files = readSources();
const scenarios = scenarioIds(files).map((id) => {
  const playbook = shippedPlaybook(id);
  return { id, playbook, english: playbook.texts, spanish: playbook.translations.es ?? {} };
});
const braces = (text: string) => (text.match(/\{[^{}|]+\|[^{}|]+\}/g) ?? []).length;
const count = (text: string, sign: string) => text.split(sign).length - 1;
const figures = (text: string) => (text.match(/\d+/g) ?? []).toSorted();
const longest = (text: string) => Math.max(...halves(text).map((half) => half.length));

describe.each(scenarios)('[SC18] $id', ({ id, playbook, english, spanish }) => {
  test('says everything in Spanish, and translates nothing that it does not hold', () => {
    expect(Object.keys(english).length).toBeGreaterThan(500);
    expect(Object.keys(spanish).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  test('leaves nothing in English or empty', () => {
    // A short form is the same sign in every language; what it means is not.
    const isSign = (key: string) => /(?:^|\.)glossary\.[^.]+\.short$/.test(key);
    const alike = Object.keys(english).filter((key) => spanish[key] === english[key] && !isSign(key));
    expect(alike.toSorted()).toEqual(ALIKE[id] ?? []);
    const left = Object.entries(spanish).filter(
      ([, text]) => text.trim() === '' || /\b(the|and|you|with|your|of|is|are|his|they)\b/i.test(text),
    );
    expect(left).toEqual([]);
  });

  test('has codes and plain words wherever the English has, none of them empty', () => {
    for (const [key, text] of Object.entries(english)) {
      const said = spanish[key] ?? '';
      expect(braces(said), key).toBe(braces(text));
      expect(halves(said).join(''), key).not.toMatch(/[{}|]/);
    }
  });

  test('keeps every figure: units, addresses, badges, minutes written in digits', () => {
    const lost = Object.entries(english).flatMap(([key, text]) => {
      const said = halves(spanish[key] ?? '');
      return halves(text).flatMap((half, n) =>
        figures(half).join() === figures(said[n] ?? '').join() ? [] : [`${key}: ${half} / ${said[n]}`],
      );
    });
    expect(lost).toEqual([]);
  });

  test('is set as Spanish is: «», opening ¿ and ¡, no straight quotes, no double spaces', () => {
    const wrong = Object.entries(spanish).filter(
      ([, text]) =>
        /["“”‘]| {2}|^\s|\s$|\.\.\./.test(text) ||
        count(text, '«') !== count(text, '»') ||
        count(text, '¿') !== count(text, '?') ||
        count(text, '¡') !== count(text, '!'),
    );
    expect(wrong).toEqual([]);
  });

  test('keeps to the words of the glossary in law/text.es.yaml', () => {
    const wrong = Object.entries(spanish).filter(([, text]) =>
      /\b(deten(er|ido|ida|ción)|detuv\w*|furgoneta|matrícula|vosotros|agredid[oa])\b/i.test(text),
    );
    expect(wrong).toEqual([]);
  });

  test('options of a decision are within 25 % of each other’s length', () => {
    const uneven = playbook.decisions.flatMap((decision) => {
      const lengths = decision.options
        .map(({ say }) => longest(spanish[say] ?? ''))
        .toSorted((a, b) => a - b);
      const [shortest = 0, most = 0] = [lengths[0], lengths.at(-1)];
      return most <= Math.floor(shortest * MOST_LONGER) ? [] : [`${decision.id}: ${lengths.join(' ')}`];
    });
    expect(uneven).toEqual([]);
  });

  test('holds the radio channel no longer than a tenth more than the English does', () => {
    const lines = playbook.lists.flat().flatMap((effect) => (effect.do === 'line' ? [effect] : []));
    const radio = [...new Set(lines.filter(({ channel }) => channel === 'radio').map(({ text }) => text))];
    const air = (texts: Readonly<Record<string, string>>) =>
      radio.reduce((sum, key) => sum + captionMs([texts[key] ?? '']), 0);
    expect(radio.length).toBeGreaterThan(50);
    expect(air(spanish) / air(english)).toBeLessThanOrEqual(MOST_AIR);
  });

  test('every kind of text is rather easy to read', () => {
    const hard = [...kindsOf(playbook)]
      .map(
        ([kind, keys]) =>
          [kind, Math.round(ease(keys.flatMap((key) => halves(spanish[key] ?? ''))))] as const,
      )
      .filter(([, level]) => level < EASY);
    expect(hard).toEqual([]);
  });
});

test('[SC18] the measure tells easy Spanish from hard', () => {
  expect(syllables('caótico')).toBe(4);
  expect(syllables('agua')).toBe(2);
  expect(syllables('policía')).toBe(4);
  expect(ease(['No se mueva. Ya voy.'])).toBeGreaterThan(80);
  expect(
    ease([
      'La institucionalización de procedimientos administrativos interjurisdiccionales requiere reconsideración.',
    ]),
  ).toBeLessThan(20);
});

describe('a run read in Spanish, the shipped scenario', () => {
  const [shipped] = scenarios.filter(({ id }) => id === 'residence-207');
  if (shipped === undefined) throw new Error('residence-207 is not shipped.');
  const { playbook, english, spanish } = shipped;
  /** What would tell that a reader of Spanish was shown English: every text but those that are alike, both halves. */
  const foreign = new Set(
    Object.entries(english)
      .filter(([key, text]) => spanish[key] !== text)
      .flatMap(([, text]) => halves(text)),
  );
  for (const text of Object.values(spanish)) for (const half of halves(text)) foreign.delete(half);

  test.each(['careful-federal', 'careful-impostors'])(
    '[SC19] %s shows nothing in English, at any step',
    (name) => {
      const { plan } = readPlanFor(playbook, files, `residence-207/plans/${name}.plan.yaml`);
      if (plan === null) throw new Error(`${name} does not read.`);
      const { engine, entries } = runPlan(playbook, plan, { toEnd: true });
      const opened = openExercise(engine);
      let { exercise } = opened;
      const trace = [...opened.trace];
      const shown = new Set<string>();
      for (const [n, { command, digest }] of entries.entries()) {
        const words = n % 2 === 0 ? 'codes' : 'plain';
        const lang = n % 3 === 0 ? 'en' : 'es';
        const view = seatView(engine, exercise, trace, 'patrol', { lang, words });
        if (lang === 'es') for (const text of stringsOf(view)) shown.add(text);
        const before = canonicalJson(exercise);
        seatView(engine, exercise, trace, 'patrol', { lang: 'en', words });
        expect(canonicalJson(exercise)).toBe(before);
        const stepped = step(engine, exercise, command);
        if (!stepped.ok) throw new Error(`entry ${n} was refused.`);
        expect(stepped.entries.map((entry) => entry.digest)).toEqual([digest]);
        exercise = stepped.exercise;
        trace.push(...stepped.trace);
      }
      const last = seatView(engine, exercise, trace, 'patrol', { lang: 'es', words: 'codes' });
      for (const text of stringsOf(last)) shown.add(text);
      expect(last.ended?.text).toBe(spanish[`endings.${last.ended?.id}.text`]);
      expect(shown.size).toBeGreaterThan(150);
      expect([...shown].filter((text) => foreign.has(text))).toEqual([]);
      expect(replay(engine, entries).equal).toBe(true);
    },
  );
});

/** Fields of a view that a person reads; the others are ids and names of kinds. */
const READ = new Set(['text', 'label', 'name', 'words', 'ask', 'say', 'what', 'title', 'place']);

/** Every text anywhere in a view that a person reads. */
function stringsOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return READ.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((inner) => stringsOf(inner));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => stringsOf(inner, name));
}

/** Text ids of what is read in play, by kind. */
function kindsOf(playbook: Playbook): ReadonlyMap<string, readonly string[]> {
  const lines = playbook.lists.flat().flatMap((effect) => (effect.do === 'line' ? [effect] : []));
  const kinds = new Map<string, readonly string[]>([
    ['questions', playbook.decisions.map(({ ask }) => ask)],
    ['options', playbook.decisions.flatMap(({ options }) => options.map(({ say }) => say))],
    ['actions', playbook.actions.map(({ say }) => say)],
    ['endings', playbook.endings.map(({ text }) => text)],
    ['brief', [playbook.brief.situation, playbook.brief.note]],
  ]);
  for (const { channel, text } of lines) kinds.set(channel, [...(kinds.get(channel) ?? []), text]);
  return kinds;
}

/**
 * Perspicuity after Szigriszt-Pazos (1993): 206.835 − 62.3 × syllables per word − words per sentence. Call-signs, codes and numbers
 * are heard as signs, not read as words, as in readability.test.ts.
 */
function ease(texts: readonly string[]): number {
  let [sentences, words, spoken] = [0, 0, 0];
  for (const text of texts) {
    const found = text.split(/[^\p{L}\d-]+/u).filter((word) => /\p{L}/u.test(word) && !/\d/.test(word));
    if (found.length === 0) continue;
    words += found.length;
    sentences += Math.max(1, text.split(/[.!?;:…]+/).filter((part) => /\p{L}/u.test(part)).length);
    spoken += found.reduce((sum, word) => sum + syllables(word), 0);
  }
  return 206.835 - (62.3 * spoken) / words - words / sentences;
}

/** Vowels that are spoken apart: strong beside strong, and í or ú beside any. The u of que, qui, gue, gui is silent. */
function syllables(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/([qg])u([eéií])/g, '$1$2')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const groups = plain.match(/[iuü]*[aeoáéó][iuü]*|[íú]|[iuü]+/g) ?? [];
  return Math.max(1, groups.length);
}
