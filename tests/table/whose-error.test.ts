import { expect, test } from 'vitest';
import { TableTrouble } from '#table/trouble/trouble-found.ts';
import { whoseError } from '#table/whose-error.ts';

const HOME = 'https://desk.station/training/assets/';
const error = (message: string, stack: string) => Object.assign(new Error(message), { stack });

test('[TB115] the innermost file that a stack names says whose an error is; files of ours alone are ours', () => {
  const of = (message: string, stack: string) => whoseError(error(message, stack), HOME);
  const chrome = (...files: string[]) =>
    ['Error: boom', ...files.map((file) => `    at f (${file}:1:2)`)].join('\n');
  expect(of('boom', chrome(`${HOME}index-a.js`))).toBe('ours');
  expect(of('boom', `f@${HOME}index-a.js:1:2\n@${HOME}b.js:1:1`)).toBe('ours');
  expect(of('boom', chrome('chrome-extension://a/b.js', 'chrome-extension://a/c.js'))).toBe('theirs');
  expect(of('boom', chrome('https://desk.station/cdn-cgi/x.js'))).toBe('theirs');
  expect(of('boom', chrome('blob:https://desk.station/training/assets/1-2'))).toBe('theirs');
  expect(of('boom', chrome(`${HOME}a.js`, 'chrome-extension://a/b.js')), 'called by them').toBe('ours');
  expect(of('boom', chrome('chrome-extension://a/b.js', `${HOME}a.js`)), 'called by us').toBe('unknown');
  expect(of('boom', 'Error: boom\n    at <anonymous>:1:7')).toBe('unknown');
});

test('[TB115] what the message names is no place, but of a part of ours that did not load', () => {
  const failed = (file: string) => `Failed to fetch dynamically imported module: ${file}`;
  expect(whoseError(error(failed(`${HOME}play.js`), `TypeError: ${failed(`${HOME}play.js`)}`), HOME)).toBe(
    'ours',
  );
  const theirs = failed('chrome-extension://a/b.js');
  expect(whoseError(error(theirs, `TypeError: ${theirs}`), HOME)).toBe('unknown');
  const quoted = `no answer from ${HOME}x`;
  expect(whoseError(error(quoted, `Error: ${quoted}\n    at f (moz-extension://a/b.js:1:2)`), HOME)).toBe(
    'theirs',
  );
});

test('[TB115] whatever was thrown is read without throwing', () => {
  const hostile = Object.defineProperty({}, 'stack', {
    get() {
      throw new Error('not yours');
    },
  });
  for (const one of [undefined, null, 7, 'text', {}, hostile, Symbol('x')])
    expect(whoseError(one, HOME)).toBe('unknown');
  expect(whoseError(new TableTrouble('unknownRun'), HOME)).toBe('ours');
});
