/** Short forms as the page marks, speaks and lists them, without a browser. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LogItem } from '#exercise/view.ts';
import { Log } from '#table/play/log.tsx';
import { FormsBelow, FormsMet, spokenWithForms } from '#table/play/short-forms.tsx';
import { viewOf } from './seat-at.ts';

const RA = { short: 'RA', means: 'rescue ambulance', n: 1 };
const PA = { short: 'PA', means: 'loudspeaker', n: null };

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const line = (n: number): LogItem => ({
  ...{
    kind: 'line',
    channel: 'radio',
    from: 'control',
    name: 'Control',
    forYou: false,
    missed: false,
    line: 'x',
  },
  ...{ at: n, n, text: 'RA 12 to you. RA 12, roll.' },
});

test('[TB193] a short form is a button once, in the line in which it was met first, with its meaning to be heard beside it', () => {
  const html = renderToStaticMarkup(
    createElement(Log, { view: viewOf({ log: [line(1), line(2)], shortForms: [RA, PA] }) }),
  );
  expect(html.match(/data-part="short-form"/g)).toHaveLength(1);
  const [first = '', second = ''] = html.split('RA 12, roll.');
  expect(first).toMatch(/<button[^>]*data-part="short-form"[^>]*>RA<\/button>/);
  expect(first).toContain('(rescue ambulance)');
  expect(second).not.toContain('rescue ambulance');
});

test('[TB193] a line for the reader is spoken with the meaning, once', () => {
  expect(spokenWithForms('RA 12 to you. RA 12, roll.', [RA])).toBe(
    'RA (rescue ambulance) 12 to you. RA 12, roll.',
  );
  expect(spokenWithForms('Nothing.', [RA])).toBe('Nothing.');
});

test('[TB193] below a card stands only what no line has told; the list has all that were met', () => {
  const below = renderToStaticMarkup(createElement(FormsBelow, { words: ['RA or PA?'], forms: [RA, PA] }));
  expect(below).toContain('loudspeaker');
  expect(below).not.toContain('rescue');
  expect(renderToStaticMarkup(createElement(FormsBelow, { words: ['RA?'], forms: [RA] }))).toBe('');
  const met = renderToStaticMarkup(createElement(FormsMet, { forms: [RA, PA] }));
  expect(met.match(/<dt>/g)).toHaveLength(2);
  expect(renderToStaticMarkup(createElement(FormsMet, {}))).toBe('');
});
