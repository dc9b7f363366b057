/** `deconflict rehearse`: what it can be asked, what it prints, and the page it writes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writableOrSay } from '#cli/disk/on-disk.ts';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { toldOf } from '#cli/rehearse/rehearse-names.ts';
import { rehearsalPage } from '#cli/rehearse/rehearse-page.ts';
import { rehearsalProse } from '#cli/rehearse/rehearse-prose.ts';
import { sentencesOf } from '#cli/rehearse/rehearse-sentences.ts';
import { STYLE } from '#cli/rehearse/rehearse-style.ts';
import { english } from '#cli/rehearse/rehearse-words.ts';
import { spanish } from '#cli/rehearse/rehearse-words-es.ts';
import { run } from '#cli/rehearse.ts';
import { CannotDo, WrongUse } from '#cli/terminal/wrong-use.ts';
import { BOTS } from '#playtest/bot.ts';
import { type Rehearsal, rehearse } from '#playtest/rehearse.ts';
import { deconflict, folder, heardNow } from './deconflict.ts';

vi.setConfig({ testTimeout: 120_000 });

const SCENARIO = 'residence-207';
const playbook = shippedPlaybook(SCENARIO);
const law = shippedLaw();
const laws = Object.keys(law.packs).map((pack) => ({ law, pack, asOf: playbook.asOf, switches: {} }));
/** All bots, so few runs that only the shape can be told from them. */
const few = rehearse(playbook, { seat: 'patrol', laws, bots: BOTS, runs: 2, seed: 1, extended: 100 });

/** What the verb prints in this process. */
function said(...args: string[]) {
  return heardNow(() => run([SCENARIO, ...args]));
}

test('[CL35] it plays the bots, runs, seeds, packs and time asked for', () => {
  const { code, out } = said(
    ...['--bot', 'hasty,by-the-book', '--runs', '4', '--seed', '9', '--pack', 'neutral', '--extended', '150'],
    '--json',
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(
    rehearse(playbook, {
      ...{
        seat: 'patrol',
        laws: laws.filter(({ pack }) => pack === 'neutral'),
        bots: ['hasty', 'by-the-book'],
      },
      ...{ runs: 4, seed: 9, extended: 150 },
    }),
  );
});

test('[CL35] what it cannot be asked is wrong use; a scenario there is not is one sentence', () => {
  for (const args of [
    ['--bot', 'clever'],
    ['--pack', 'mars'],
    ['--runs', '1'],
    ['--runs', 'many'],
    ['--seed', '-1'],
    ['--seat', 'nobody'],
    ['--lang', 'fr'],
    ['--extended', '120'],
    ['--fast'],
  ]) {
    expect(() => run([SCENARIO, ...args]), args.join(' ')).toThrow(WrongUse);
  }
  expect(() => run(['nowhere'])).toThrow(CannotDo);
});

test('[CL37] a page that cannot be written is told before the runs are played; looking whether it can leaves all as it was', () => {
  const at = folder();
  // So many runs would outlast this test by far.
  const asked = (page: string) => () => run([SCENARIO, '--runs', '100000', '--html', page]);
  expect(asked(join(at, 'nowhere/a.html'))).toThrow('there is nothing with that name');
  expect(asked(at)).toThrow('that is a folder');
  const page = join(at, 'a.html');
  writableOrSay(page, 'The report');
  expect(existsSync(page)).toBe(false);
  writeFileSync(page, 'mine');
  writableOrSay(page, 'The report');
  expect(readFileSync(page, 'utf8')).toBe('mine');
});

test('[CL35] from the command line: JSON alone on standard output, the rest on standard error', async () => {
  const page = join(folder(), 'a.html');
  const { code, out, err } = await deconflict(
    ...[
      'rehearse',
      SCENARIO,
      '--bot',
      'careful',
      '--runs',
      '2',
      '--pack',
      'neutral',
      '--html',
      page,
      '--json',
    ],
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    ...{ scenario: SCENARIO, runs: 2, seed: 1, packs: ['neutral'] },
    bots: [
      {
        bot: 'careful',
        runs: 2,
        durations: { median: expect.any(Number) },
        packs: [
          {
            pack: 'neutral',
            axes: {
              jurisdiction: {
                standings: { sound: expect.any(Number) },
                kept: expect.any(Number),
                due: expect.any(Number),
              },
            },
          },
        ],
      },
    ],
  });
  expect(err).toBe(`The report is in ${page}.\n`);
  expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/);
});

const MISSED = { duty: 'practice/camera', met: 3, late: 0, missed: 1 };

/** The same rehearsal with one axis on which nothing is told apart, a cue, an axis out of reach, one seldom exercised, one never, and runs that never end. */
function spoilt(rehearsal: Rehearsal): Rehearsal {
  return {
    ...rehearsal,
    separations: rehearsal.separations.map((one) => {
      if (one.better === 'careful' && one.than === 'random')
        return { ...one, isApart: one.axis !== 'crowd-safety', share: 0.8 };
      if (one.better === 'careful' && one.than === 'hasty') return { ...one, isApart: false };
      const isNeutral = one.pack === 'neutral';
      return one.better === 'by-the-book' ? { ...one, isApart: !isNeutral, share: 0.7 } : one;
    }),
    cues: rehearsal.cues.map((one) => {
      const isCue = one.pack === 'neutral' && one.axis === 'jurisdiction';
      return {
        ...one,
        share: isCue ? (one.bot === 'first' ? 0.01 : 0.99) : 0.5,
        from: 0.1,
        to: 0.9,
        isWithin: !isCue,
      };
    }),
    bots: rehearsal.bots.map((one) =>
      one.bot === 'careful'
        ? { ...one, packs: one.packs.map((pack) => ({ ...pack, duties: [MISSED] })) }
        : one.bot !== 'by-the-book'
          ? one
          : {
              ...one,
              endings: { endless: 2 },
              packs: one.packs.map((pack) => ({
                ...pack,
                axes: {
                  ...pack.axes,
                  jurisdiction: {
                    ...pack.axes.jurisdiction,
                    standings: { sound: 0.25, gaps: 0, unsound: 0.75, grave: 0, 'not-exercised': 0 },
                  },
                  constitutional: {
                    ...pack.axes.constitutional,
                    standings: { sound: 0.2, gaps: 0.1, unsound: 0.1, grave: 0, 'not-exercised': 0.6 },
                  },
                  'crowd-safety': {
                    ...pack.axes['crowd-safety'],
                    standings: { sound: 0, gaps: 0, unsound: 0, grave: 0, 'not-exercised': 1 },
                  },
                },
              })),
            },
    ),
  };
}

test('[CL36] it says in sentences what the scenario tells apart, what it does not, and what gives answers away', () => {
  const found = sentencesOf(toldOf(spoilt(few), playbook, law, english));
  const ill = found.filter(({ isWell }) => isWell === false).map(({ text }) => text);
  expect(ill).toContain(
    'The scenario tells Careful from Random on Jurisdiction and Constitutional limits under every law (better in 80 of 100 pairs); it does not on Crowd safety under every law.',
  );
  expect(ill).toContain(
    'The scenario does not tell Careful from Hasty on Jurisdiction, Constitutional limits and Crowd safety under every law.',
  );
  expect(found.find(({ text }) => text.includes('By the book from Careful'))).toEqual({
    isWell: null,
    text: expect.stringMatching(
      /under California · Los Angeles, Texas · city police and Florida .* \(better in 70 of 100 pairs\); it does not on .* under Port Halden/,
    ),
  });
  expect(ill).toContain(
    'Length gives answers away: always choosing the longest option does better than choosing by habit, without reading, on Jurisdiction under Port Halden (no state mandate).',
  );
  expect(ill).toContain(
    'Position gives answers away: always choosing the first option does worse than choosing by habit, without reading, on Jurisdiction under Port Halden (no state mandate).',
  );
  expect(ill).toContain(
    'A sound standing may be out of reach on Jurisdiction under Port Halden (no state mandate): By the book reaches it in only 25% of runs that test it.',
  );
  expect(ill.filter((text) => text.startsWith('A sound standing may be out of reach')).length).toBe(
    few.packs.length,
  );
  expect(ill).toContain(
    'Politeness gives answers away: always choosing the most polite option does better than choosing by habit, without reading, on Jurisdiction under Port Halden (no state mandate).',
  );
  expect(ill).toContain('8 runs never reached an ending.');
  expect(
    found.some(({ isWell, text }) => isWell === null && text.startsWith('Careful misses this duty most')),
  ).toBe(true);
});

test('[CL36] the text holds every pack, axis and bot in columns, in either language', () => {
  for (const words of [english, spanish]) {
    const text = rehearsalProse(toldOf(few, playbook, law, words)).join('\n');
    const lines = text.split('\n');
    for (const axis of Object.values(words.axes)) {
      expect(lines.filter((line) => line.startsWith(axis)).length).toBe(laws.length);
    }
    for (const bot of BOTS) {
      const rows = lines.filter(
        (line) => line.startsWith(`  ${words.bots[bot]} `) && /\d+ *%.* \d/.test(line),
      );
      expect(rows.length, words.bots[bot]).toBeGreaterThanOrEqual(laws.length * 3);
    }
    expect(text).not.toMatch(/undefined|NaN|\{[^}]*\|/);
  }
  expect(Object.keys(spanish)).toEqual(Object.keys(english));
});

test('[CL37] the page needs nothing else: no script, no address, nothing brought in', () => {
  const page = rehearsalPage(toldOf(few, playbook, law, english));
  expect(page).not.toMatch(
    /<script|<link|<img|<iframe|\bsrc=|\bhref="(?!#)|@import|url\(|https?:|\bon[a-z]+=/i,
  );
  expect(page).not.toMatch(/undefined|NaN|\{[^{}]*\|[^{}]*\}/);
  const evil = { ...playbook, texts: { ...playbook.texts, [playbook.title]: '<b onclick="x()">&' } };
  const escaped = rehearsalPage(toldOf(few, evil, law, english));
  expect(escaped).not.toContain('<b onclick');
  expect(escaped).toContain('&lt;b onclick=&quot;x()&quot;&gt;&amp;');
});

test('[CL37] it can be read by ear: one heading a part, every picture in words, every table with heads', () => {
  for (const words of [english, spanish]) {
    const page = rehearsalPage(toldOf(few, playbook, law, words));
    expect(page).toContain(`<html lang="${words.lang}">`);
    expect(page.match(/<h1>/g)?.length).toBe(1);
    for (const [id, title] of Object.entries(words.sections)) {
      expect(page).toContain(`<section id="${id}"><h2>${title}</h2>`);
      expect(page).toContain(`<a href="#${id}">${title}</a>`);
    }
    const plots = [...page.matchAll(/<svg class="plot" role="img" aria-label="([^"]*)"/g)].map(
      ([, says]) => says ?? '',
    );
    // Standings of each pack on each axis, pairs on each axis, and durations.
    expect(plots.length).toBe(laws.length * 3 + 3 + 1);
    for (const says of plots) for (const bot of BOTS.slice(0, 3)) expect(says).toContain(words.bots[bot]);
    for (const [table] of page.matchAll(/<table role="table">.*?<\/table>/gs)) {
      expect(table).toMatch(/<caption class="hidden">[^<]+<\/caption>/);
      expect(table.match(/scope="col"/g)?.length).toBe(BOTS.length);
    }
  }
});

test('[CL37] an option that nobody took is marked, and so is one that nobody could', () => {
  const page = rehearsalPage(toldOf(few, playbook, law, english));
  const marks = { taken: 0, offered: 0 };
  playbook.decisions.forEach(({ options }, d) => {
    options.forEach((_, o) => {
      const uses = few.bots.map(({ decisions }) => decisions[d]?.options[o]);
      if (uses.some((use) => (use?.taken ?? 0) > 0)) return;
      const isPut = few.bots.some(({ decisions }) => (decisions[d]?.put ?? 0) > 0);
      if (isPut) marks[uses.some((use) => (use?.offered ?? 0) > 0) ? 'taken' : 'offered'] += 1;
    });
  });
  const choices = page.slice(page.indexOf('id="choices"'), page.indexOf('id="actions"'));
  expect(marks.taken).toBeGreaterThan(0);
  expect(choices.split(english.neverTaken).length - 1).toBe(marks.taken);
  expect(choices.split(english.neverOffered).length - 1).toBe(marks.offered);
});

/** The WCAG contrast of two colours written as #rrggbb. */
function contrast(...colours: readonly [string, string]): number {
  const [a, b] = colours.map((hex) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
    const [red, green, blue] = parts.map((one) =>
      one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) + 0.05;
  });
  return Math.max(a ?? 1, b ?? 1) / Math.min(a ?? 1, b ?? 1);
}

test('[CL37] every number on a bar and every word keeps 4.5 to 1 in light and dark', () => {
  const tokens = new Map(
    [...STYLE.matchAll(/--([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, ...both]) => [
      name ?? '',
      both,
    ]),
  );
  for (const theme of [0, 1]) {
    const of = (name: string) => tokens.get(name)?.[theme] ?? '';
    for (const kind of ['good', 'gap', 'bad', 'alert']) {
      expect(contrast(of(`on-${kind}`), of(kind)), `${kind} ${theme}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const ink of ['ink', 'dim', 'alert', 'local']) {
      for (const ground of ['bg', 'panel'])
        expect(contrast(of(ink), of(ground)), `${ink} on ${ground} ${theme}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(of('ink'), of('bar')), `ink on bar ${theme}`).toBeGreaterThanOrEqual(4.5);
  }
});

test('[CL36] the truth asked for, the day and what is quoted are in the words of the reader', () => {
  const told = (words: typeof english) =>
    toldOf({ ...few, truth: { team: 'federal' } }, playbook, law, words);
  expect([told(english).truth, told(spanish).truth]).toEqual([
    'The four men: federal officers, on duty (team=federal)',
    expect.stringMatching(/^\p{Lu}.*: .* \(team=federal\)$/u),
  ]);
  expect([told(english).day, told(spanish).day]).toEqual(['June 30, 2026', '30 de junio de 2026']);
  expect(told(spanish).truth).not.toContain('federal officers');
  expect(rehearsalPage(told(spanish))).not.toMatch(/“/);
});
