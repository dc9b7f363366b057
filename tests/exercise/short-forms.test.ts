/** What a seat is told of codes and short forms: where it met them, and none that it has not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formsIn, watchShortForms } from '#exercise/short-forms.ts';
import type { LogItem } from '#exercise/view.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { viewOf } from '../table/seat-at.ts';
import { playbook } from './fixture.ts';

const TEXTS = {
  'a.short': 'RA',
  'a.means': 'rescue ambulance',
  'b.short': 'Code 4',
  'b.means': '{no more|none}',
};
const WITH: Playbook = {
  ...playbook,
  texts: TEXTS,
  translations: { es: { 'b.short': 'Código 4' } },
  glossary: [
    { short: 'b.short', means: 'b.means' },
    { short: 'a.short', means: 'a.means' },
  ],
};
const EN = { lang: 'en', words: 'codes' } as const;
const line = (n: number, name: string, text: string): LogItem => ({
  kind: 'line',
  channel: 'radio',
  from: 'x',
  forYou: false,
  missed: false,
  line: 'x',
  at: n,
  n,
  name,
  text,
});

test('[EX37] a short form is told with the line in which it stood first, in the order of the playbook', () => {
  const view = viewOf({ log: [line(3, 'RA 12', 'Rolling.'), line(5, 'Control', 'RA 12, Code 4. Code 4.')] });
  expect(watchShortForms(WITH, EN)?.(view)).toEqual([
    { short: 'Code 4', means: 'no more', n: 5 },
    { short: 'RA', means: 'rescue ambulance', n: 5 },
  ]);
});

test('[EX37] one that was not met is not told; one that stands on an action alone has no line', () => {
  expect(watchShortForms(WITH, EN)?.(viewOf({ log: [line(1, 'Control', 'HURRAY, Code 44.')] }))).toEqual([]);
  const sent = { codes: 'request an RA', plain: 'need help' };
  const actions = [{ id: 'a', group: 'medical', say: 'Ask.', takes: 0, sent, about: [] }];
  expect(watchShortForms(WITH, EN)?.(viewOf({ actions }))).toEqual([
    { short: 'RA', means: 'rescue ambulance', n: null },
  ]);
});

test('[EX37] each language has its own, and plain words their half of a meaning', () => {
  const view = viewOf({ log: [line(1, 'Control', 'Código 4, sin novedad.')] });
  expect(watchShortForms(WITH, { lang: 'es', words: 'plain' })?.(view)).toEqual([
    { short: 'Código 4', means: 'none', n: 1 },
  ]);
});

test('[EX37] whatever the text, short forms are found whole, in order, and never over each other', () => {
  const forms = ['RA', 'RA 12', '4-L', '12'].map((short) => ({ short }));
  const bit = fc.constantFrom('RA', ' 12', '4-L', ' ', 'x', '.', '\u00e1', '2');
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 14 }), (bits) => {
      const text = bits.join('');
      let end = 0;
      for (const { form, from } of formsIn(text, forms)) {
        expect(text.slice(from, from + form.short.length)).toBe(form.short);
        expect(from).toBeGreaterThanOrEqual(end);
        end = from + form.short.length;
        expect(`${text[from - 1] ?? ''}${text[end] ?? ''}`).not.toMatch(/[\p{L}\p{N}]/u);
      }
    }),
  );
});
