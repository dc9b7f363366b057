import { expect, test } from 'vitest';
import { quotedWords, shownWords } from '#table/desk/shown-words.ts';

test('[TB114] signs that nobody sees are named; what scripts and faces are written with stays', () => {
  expect(shownWords('pay\u202e001\u2066x')).toBe('pay‹U+202E›001‹U+2066›x');
  expect(shownWords('a\u0000b\u001b[31mc\u200bd\ufeffe\u00adf\u{e0041}')).toBe(
    'a‹U+0000›b‹U+001B›[31mc‹U+200B›d‹U+FEFF›e‹U+00AD›f‹U+E0041›',
  );
  for (const whole of ['two\nlines\tof it', 'می\u200cخواهم', '👩‍🚒 ¿Qué día…?', 'שלום', ''])
    expect(shownWords(whole)).toBe(whole);
});

test('[TB114] within a sentence what runs the other way turns nothing around it', () => {
  expect(quotedWords('mars')).toBe('mars');
  expect(quotedWords('ما رس')).toBe('\u2068ما رس\u2069');
  expect(quotedWords('\u2069ש')).toBe('\u2068‹U+2069›ש\u2069');
});
