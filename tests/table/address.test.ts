import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  briefAddress,
  debriefAddress,
  type Known,
  playAddress,
  type Route,
  readAddress,
} from '#table/navigation/address.ts';
import type { PlaySettings } from '#table/props/screen-props.ts';
import { shell } from '#table/words/en/shell.ts';

const known: Known = {
  scenarios: [{ id: 'residence-207', asOf: '2026-06-30', languages: ['en'] }],
  packs: [
    { id: 'neutral', title: 'Port Halden' },
    { id: 'ca-los-angeles', title: 'California · Los Angeles' },
  ],
};
const defaults: PlaySettings = {
  seed: 42,
  clock: 'live',
  level: 'guided',
  pack: 'ca-los-angeles',
  asOf: '2026-06-30',
  lang: 'en',
  extended: 150,
};
const read = (hash: string, drawSeed = () => 42) => readAddress(hash, known, shell, drawSeed);
const play = (query: string): Extract<Route, { screen: 'play' }> => {
  const route = read(`#/play/residence-207?${query}`);
  if (route.screen !== 'play') throw new Error(`${query} leads to ${route.screen}`);
  return route;
};

describe('an address', () => {
  test.each(['', '#', '#/', '/'])('[TB6] %j is home', (hash) => {
    expect(read(hash)).toEqual({ screen: 'home', notices: [] });
  });

  test('[TB6] a scenario alone gets every default and no sentence', () => {
    expect(read(briefAddress('residence-207'))).toEqual({
      screen: 'play',
      scenario: 'residence-207',
      settings: defaults,
      saysLang: false,
      run: null,
      notices: [],
    });
  });

  test('[TB6] every setting is read, and the address written from it leads to the same', () => {
    const route = play(
      'seed=7&clock=discussion&level=say-first&pack=neutral&as-of=2025-01-31&lang=en&extended=2&run=ab-1',
    );
    expect(route.settings).toEqual({
      seed: 7,
      clock: 'discussion',
      level: 'say-first',
      pack: 'neutral',
      asOf: '2025-01-31',
      lang: 'en',
      extended: 200,
    });
    expect(route.run).toBe('ab-1');
    expect(route.notices).toEqual([]);
    expect(read(playAddress('residence-207', route.settings, 'ab-1'))).toEqual(route);
  });

  test.each([
    ['seed', '-1', 'seed'],
    ['seed', '1.5', 'seed'],
    ['seed', '1e3', 'seed'],
    ['seed', '99999999999999999', 'seed'],
    ['seed', '', 'seed'],
    ['seed', ' 7', 'seed'],
    ['clock', 'fast', 'clock'],
    ['clock', 'Live', 'clock'],
    ['level', '9', 'level'],
    ['pack', 'mars', 'California · Los Angeles'],
    ['pack', '__proto__', 'California · Los Angeles'],
    ['as-of', 'today', 'June 30, 2026'],
    ['as-of', '2026-02-31', 'June 30, 2026'],
    ['as-of', '2026-13-01', 'June 30, 2026'],
    ['as-of', '0001-01-01', 'June 30, 2026'],
    ['as-of', '2026-6-3', 'June 30, 2026'],
    ['lang', 'tlh', 'English'],
    ['lang', 'es', 'English'],
    ['extended', '7', '1.5'],
    ['extended', '0', '1.5'],
    ['extended', 'toString', '1.5'],
    ['run', '../../x', 'Start'],
    ['run', 'x'.repeat(200), 'Start'],
  ])('[TB6] %s=%s gets one sentence and the default', (name, value, says) => {
    const route = play(new URLSearchParams({ [name]: value }).toString());
    expect(route.settings).toEqual(defaults);
    expect(route.run).toBeNull();
    expect(route.notices).toEqual([{ tone: 'warning', text: expect.stringContaining(says) }]);
    expect(route.notices[0]?.text.length).toBeLessThan(200);
  });

  test('[TB6] a setting nobody knows and one said twice each get a sentence', () => {
    const route = play('speed=9&seed=3&seed=4');
    expect(route.settings.seed).toBe(3);
    expect(route.notices.map(({ text }) => text)).toEqual([
      expect.stringContaining('“speed”'),
      expect.stringContaining('“seed” more than once'),
    ]);
  });

  test('[TB6] a seed is drawn only where none can be used', () => {
    const draw = vi.fn(() => 42);
    read('#/play/residence-207?seed=3', draw);
    read('#/', draw);
    expect(draw).not.toHaveBeenCalled();
    read('#/play/residence-207?seed=x', draw);
    expect(draw).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['#/play/nope', 'unknown-scenario'],
    ['#/play/', 'nowhere'],
    ['#/play/residence-207/extra', 'nowhere'],
    ['#/debrief/', 'nowhere'],
    ['#/debrief/a%20b', 'nowhere'],
    ['#/parts', 'parts'],
    ['#/parts/x', 'nowhere'],
    ['#/%E0%A4%A', 'nowhere'],
    ['#/constructor/x', 'nowhere'],
    [debriefAddress('run-1'), 'debrief'],
  ])('[TB6] [TB66] %s leads to %s', (hash, screen) => {
    expect(read(hash).screen).toBe(screen);
  });

  test('[TB6] nothing that can be typed makes reading throw or gives settings that cannot be played', {
    timeout: 30_000,
  }, () => {
    let playable = 0;
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('live', '2', '%', '&&', '=='),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('seed', 'clock', 'pack', 'as-of', 'run', 'x'), part)),
        (pairs) => {
          const route = read(`#/play/residence-207?${pairs.map((pair) => pair.join('=')).join('&')}`);
          if (route.screen !== 'play') throw new Error('not play');
          playable += 1;
          expect(Number.isSafeInteger(route.settings.seed)).toBe(true);
          expect(known.packs.map(({ id }) => id)).toContain(route.settings.pack);
          expect(read(playAddress('residence-207', route.settings))).toMatchObject({
            settings: route.settings,
            notices: [],
          });
        },
      ),
      { numRuns: 300, seed: 5 },
    );
    expect(playable).toBe(300);
  });
});
