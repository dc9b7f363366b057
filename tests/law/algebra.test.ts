/** The law's integers against what SPEC says in words, over every value they can take. */
import { expect, test } from 'vitest';
import {
  FOUND,
  foundOf,
  HOW,
  heavier,
  isBreach,
  isMerit,
  NOT,
  openDuty,
  SIGN,
  STANDS,
  signOf,
  standingOf,
  stepDuty,
  VERDICTS,
  WORDS,
} from '#law/algebra.ts';

const FLAGS = [false, true] as const;

test('[LW7] grave outweighs forbidden, then discouraged, required, commended, permitted; the first of equals leads; silence is lightest', () => {
  const order = ['permitted', 'commended', 'required', 'discouraged', 'forbidden'] as const;
  const signs = [-1, ...order.map((one) => signOf(one, false, true)), signOf('forbidden', true, true)];
  for (const [i, a] of signs.entries()) {
    for (const [j, b] of signs.entries()) expect(heavier(a, b), `${i} ${j}`).toBe(j > i ? b : a);
  }
  const [counting, shown] = [signOf('required', false, true), signOf('required', false, false)];
  expect([heavier(counting, shown), heavier(shown, counting)]).toEqual([counting, shown]);
  expect(VERDICTS.filter(isBreach)).toEqual(['discouraged', 'forbidden']);
  expect(VERDICTS.filter(isMerit)).toEqual(['commended', 'required']);
  expect(signOf('commended', true, true) & SIGN.verdict).toBe(VERDICTS.indexOf('commended'));
});

test('[LW13] the word of an axis is the first that fits, for everything that can have been found', () => {
  for (let found = 0; found < 32; found++) {
    for (const duties of [-1, 0, 1]) {
      for (const questions of [-1, 0, 1]) {
        const has = (bit: number) => (found & bit) !== 0;
        const fell = has(FOUND.unmet) || has(FOUND.forbidden) || duties < 0 || questions > 0;
        const wanted = has(FOUND.grave)
          ? 'grave'
          : fell
            ? 'unsound'
            : has(FOUND.gaps)
              ? 'gaps'
              : has(FOUND.any)
                ? 'sound'
                : 'not-exercised';
        expect(WORDS[standingOf(found, duties, questions)]).toBe(wanted);
      }
    }
  }
  expect(foundOf(signOf('discouraged', false, true), false)).toBe(FOUND.any | FOUND.gaps);
  expect(foundOf(signOf('forbidden', true, true), false)).toBe(FOUND.any | FOUND.grave | FOUND.forbidden);
  expect(foundOf(signOf('commended', false, true), true)).toBe(FOUND.any | FOUND.gaps);
});

test('[LW10] no chance, no miss: a duty is late or missed only where it was due and could have been met', () => {
  for (const stands of [STANDS.open, STANDS.overdue]) {
    for (const had of FLAGS) {
      for (const mayBeLate of FLAGS) {
        const held = stands === STANDS.overdue && had;
        expect(stepDuty(stands, 'acted', had, mayBeLate)).toBe(!held ? HOW.met : mayBeLate ? HOW.late : NOT);
        expect(stepDuty(stands, 'lapsed', had, mayBeLate)).toBe(held ? HOW.missed : NOT);
      }
    }
  }
});

test('[LW29] what a choice gave up is missed, whatever else was on offer; made good before it was due it is late, or in time where nothing is late', () => {
  for (const had of FLAGS) {
    expect(stepDuty(STANDS.waived, 'lapsed', had, had)).toBe(HOW.missed);
    expect(stepDuty(STANDS.waived, 'acted', had, true)).toBe(HOW.late);
    expect(stepDuty(STANDS.waived, 'acted', had, false)).toBe(HOW.met);
  }
});

test('[LW9] an earlier act meets a duty at once where it counts, one that met it before settles it, or only for its own time', () => {
  for (const isOver of FLAGS) {
    const open = isOver ? NOT : STANDS.open;
    for (const wasMet of FLAGS) {
      expect(openDuty('ignored', true, wasMet, isOver)).toBe(open);
      expect(openDuty('counts', true, wasMet, isOver)).toBe(HOW.met);
      expect(openDuty('once', true, wasMet, isOver)).toBe(HOW.met);
      expect(openDuty('once', false, wasMet, isOver)).toBe(open);
    }
    expect(openDuty('counts', false, true, isOver)).toBe(NOT);
    expect(openDuty('counts', false, false, isOver)).toBe(open);
  }
});
