/** Bytes that are not UTF-8 and characters that steer: where they stand, and how they are shown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runCharacterProblems } from '#language/characters.ts';
import { printDiagnostic } from '#language/diagnostic.ts';
import { shown, shownInLine } from '#language/shown.ts';
import { textOfBytes } from '#language/utf8.ts';
import { readYaml } from '#language/yaml-reader.ts';
import { bytesOf } from '../scenario/pages.ts';

const told = (text: string) =>
  readYaml('a.yaml', text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
const bytes = (...all: readonly (string | readonly number[])[]) =>
  Buffer.concat(all.map((one) => (typeof one === 'string' ? Buffer.from(one) : Buffer.from(one))));

test('[LG8] a byte that is not UTF-8 is told where it stands, whatever makes it none', () => {
  const wrong: readonly (readonly number[])[] = [
    [0xfa],
    [0x80],
    [0xc3],
    [0xe2, 0x82],
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xf8, 0x88],
  ];
  for (const some of wrong) {
    const text = textOfBytes(bytes('a: 1\nb: ñ', some, 'x\n'));
    expect(told(text), some.map((one) => one.toString(16)).join(' ')).toEqual(['LG0011 2:5']);
    expect(Buffer.from(bytesOf(text)).equals(bytes('a: 1\nb: ñ', some, 'x\n'))).toBe(true);
  }
  expect(readYaml('a.yaml', textOfBytes(bytes('a: ', [0xfa, 0xed]))).problems[0]?.message).toBe(
    'The byte FA is not UTF-8, the first of 2 such bytes in this file.',
  );
});

test('[LG8] a file of UTF-16 is told as that, once; a byte order mark of UTF-8 is none of this', () => {
  const text = 'title: El autobús\n';
  const swapped = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  for (const file of [Buffer.from(text, 'utf16le'), Buffer.from(`\uFEFF${text}`, 'utf16le'), swapped]) {
    expect(told(textOfBytes(file))).toEqual(['LG0011 1:1']);
  }
  expect(textOfBytes(bytes([0xef, 0xbb, 0xbf], text))).toBe(text);
  expect(told(`\uFEFF${text}`)).toEqual([]);
});

test('[LG8] any text comes through its bytes, and any bytes through their text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textOfBytes(Buffer.from(`x${text}`))).toBe(`x${text}`);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (some) => {
      expect(Buffer.from(bytesOf(textOfBytes(bytes('x', [...some])))).equals(bytes('x', [...some]))).toBe(
        true,
      );
    }),
  );
});

test('[LG8] what steers is told at its place, written or as an escape, in keys and values; tab and line break are fine', () => {
  expect(told('a: x\u0007y\nb: z\u009b\n')).toEqual(['LG0012 1:5', 'LG0012 2:5']);
  expect(told('a: "x\\e[2J"\n"k\\u202E": 1\nb: "\\r"\n')).toEqual(['LG0012 1:6', 'LG0012 2:3', 'LG0012 3:5']);
  expect(told('a: x\u2028y\u202ez\u007f')).toEqual(['LG0012 1:5', 'LG0012 1:7', 'LG0012 1:9']);
  expect(told('a: "\\ud800"')).toEqual(['LG0012 1:5']);
  expect(told('a: "x\\ty\\nz"\r\nb:\t|\r\n  one\ttwo\r\n')).toEqual([]);
});

test('[LG8] a run file is held to its bytes and to JSON; what people typed may be anything', () => {
  const said = (text: string) =>
    runCharacterProblems('a.run.json', text).map(({ code, line, column }) => `${code} ${line}:${column}`);
  expect(said('{"words":"\u202e\u0085\u2028"}')).toEqual([]);
  expect(said('{\n"words":"\u0007"}')).toEqual(['LG0012 2:10']);
  expect(said(textOfBytes(bytes('{"words":"', [0xfa], '"}')))).toEqual(['LG0011 1:11']);
});

test('[LG9] a diagnostic steers no terminal and begins no line but its own', () => {
  const hostile = '\u001b[31m\u009b\u007f\u202e\u2066\u2028\u{e0041}\r\n9:9  OK';
  const place = { file: `${hostile}.yaml`, line: 1, column: 1 };
  const problem = { ...place, code: 'LG0101', severity: 'error', message: hostile, repair: hostile } as const;
  const printed = printDiagnostic({ ...problem, notes: [{ ...place, message: hostile }] });
  expect(printed.split('\n')).toHaveLength(3);
  expect(printed.replaceAll('\n', '')).not.toMatch(/(?![\u00ad\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/u);
  expect(shownInLine('\u001b[31m\n')).toBe('\\u001b[31m\\u000a');
});

test('[LG9] JSON stays the same JSON', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = shown(JSON.stringify({ text }, null, 1));
      expect(JSON.parse(json)).toEqual({ text });
      expect(json).not.toMatch(/[\p{Cs}\p{Zl}\p{Zp}\u007f-\u009f\u202a-\u202e]/u);
    }),
  );
});
