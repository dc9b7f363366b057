/** Keys of the reader's own: what may be one, what is refused, what is kept. */
import { expect, test } from 'vitest';
import {
  FIRST_KEYS,
  keysNow,
  readOwnKeys,
  rebind,
  SHORTCUTS,
  shortcutOf,
} from '#table/preferences/key-map.ts';

test('[TB62] every shortcut has a first key, no two the same, none a digit', () => {
  const keys = SHORTCUTS.map((one) => FIRST_KEYS[one]);
  expect(new Set(keys).size).toBe(SHORTCUTS.length);
  expect(keys.filter((key) => /\d/.test(key))).toEqual([]);
  for (const one of SHORTCUTS) expect(shortcutOf({}, FIRST_KEYS[one])).toBe(one);
});

test('[TB62] every shortcut can have another key; the old one is then free', () => {
  for (const one of SHORTCUTS) {
    const made = rebind({}, one, 'x');
    if (!made.ok) throw new Error(`${one}: ${made.why}`);
    expect(keysNow(made.own)[one]).toBe('X');
    expect(shortcutOf(made.own, FIRST_KEYS[one])).toBeNull();
    const other = SHORTCUTS.find((each) => each !== one) ?? one;
    const taken = rebind(made.own, other, FIRST_KEYS[one]);
    expect(taken.ok).toBe(true);
  }
});

test('[TB62] a key that another shortcut has is refused and named; digits and named keys are no keys', () => {
  expect(rebind({}, 'radio', 'v')).toEqual({ ok: false, why: 'taken', by: 'verify', key: 'V' });
  expect(rebind({ verify: 'X' }, 'radio', 'x')).toMatchObject({ why: 'taken', by: 'verify' });
  expect(rebind({}, 'radio', '5')).toEqual({ ok: false, why: 'digit' });
  for (const pressed of ['Enter', 'Tab', 'Escape', 'ArrowUp', 'F5', '', '\t', '\u00A0', '٣']) {
    expect(rebind({}, 'radio', pressed), pressed).toEqual({ ok: false, why: 'not-one' });
  }
  // The very key it has already, and Space where it is free.
  expect(rebind({ radio: 'X' }, 'radio', 'r')).toEqual({ ok: true, own: {}, key: 'R' });
  expect(rebind({ pause: 'X' }, 'table', ' ')).toMatchObject({ ok: true, own: { pause: 'X', table: ' ' } });
});

test('[TB62] kept keys are taken up again; damaged or doubled ones are the first keys', () => {
  expect(readOwnKeys({ radio: 'X', pause: 'ñ'.toUpperCase() })).toEqual({ radio: 'X', pause: 'Ñ' });
  // An exchange of two keys is no conflict.
  expect(readOwnKeys({ radio: 'V', verify: 'R' })).toEqual({ radio: 'V', verify: 'R' });
  const bad = [null, [], 'R', { radio: 'V' }, { radio: 5 }, { radio: 'x' }, { radio: 'XY' }, { nobody: 'X' }];
  for (const kept of bad) expect(readOwnKeys(kept), JSON.stringify(kept)).toEqual({});
});
