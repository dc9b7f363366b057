import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printDiagnostic } from '#language/diagnostic.ts';
import { editDistance, nearest, suggest } from '#language/did-you-mean.ts';
import { printDuration, readDuration } from '#language/duration.ts';
import { readYaml } from '#language/yaml-reader.ts';

const codes = (text: string) => readYaml('a.yaml', text).problems.map((problem) => problem.code);

describe('[LG2] hostile texts are diagnostics', () => {
  test('[LG2] an alias bomb, endless aliases, depth and length are refused quickly', () => {
    const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]'];
    for (let n = 1; n < 12; n++)
      bomb.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(',')}]`,
      );
    expect(codes(bomb.join('\n'))).toContain('LG0003');
    expect(codes('a: &a [*a]')).toContain('LG0003');
    expect(codes('['.repeat(100_000))).toEqual(['LG0003']);
    expect(codes('- '.repeat(5_000))).toContain('LG0003');
    expect(codes(`a: ${'x'.repeat(5_000_000)}`)).toEqual(['LG0003']);
  });

  test('[LG2] keys of the machinery never reach an object', () => {
    const { source, problems } = readYaml('a.yaml', '__proto__: { polluted: true }\nconstructor: 1\nok: 2\n');
    expect(problems.map(({ code, line }) => ({ code, line }))).toEqual([
      { code: 'LG0004', line: 1 },
      { code: 'LG0004', line: 2 },
    ]);
    expect(source.value).toEqual({ ok: 2 });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('[LG2] repeated keys and unknown aliases are found where they stand', () => {
    const { problems } = readYaml('a.yaml', 'a: 1\nb: *nothing\na: 2\n');
    expect(problems.map(({ code, line }) => ({ code, line }))).toContainEqual({ code: 'LG0002', line: 3 });
    expect(problems.some(({ code, line }) => code === 'LG0001' && line === 2)).toBe(true);
  });
});

describe('[LG3] everything has its place', () => {
  const TEXT = 'a:\n  - b: 1\n    "c": two\n';
  test('[LG3] values, keys, and for what is missing the nearest parent', () => {
    const { source } = readYaml('a.yaml', TEXT);
    expect(source.at(['a', 0, 'b'])).toEqual({ file: 'a.yaml', line: 2, column: 8 });
    expect(source.atKey(['a', 0, 'c'])).toEqual({ file: 'a.yaml', line: 3, column: 5 });
    expect(source.at(['a', 0, 'missing'])).toEqual({ file: 'a.yaml', line: 2, column: 5 });
    expect(source.has(['a', 0, 'missing'])).toBe(false);
  });

  test('[LG3] a character inside a text is found whatever the quoting', () => {
    const forms: [string, string][] = [
      ['k: one two three', 'three'],
      ['k: "one \\"two\\" three"', 'three'],
      ["k: 'one ''two'' three'", 'three'],
      ['k: >-\n  one two\n  three', 'three'],
      ['k: |\n  one two\n    three', 'three'],
      ['k: one\n  two\n  three', 'three'],
      ['k: "one\n  two\n  three"', 'three'],
    ];
    for (const [text, word] of forms) {
      const { source } = readYaml('a.yaml', text);
      const value = (source.value as { k: string }).k;
      const place = source.inside(['k'], value.indexOf(word));
      const lines = text.split('\n');
      expect(lines[place.line - 1]?.slice(place.column - 1, place.column - 1 + word.length), text).toBe(word);
    }
  });
});

test('[LG1] no text makes the YAML reader throw', () => {
  let withValue = 0;
  const bits = fc.constantFrom(
    'a: ',
    '- ',
    '\n',
    '  ',
    '"',
    '{',
    '}',
    '[',
    ']',
    '&x ',
    '*x',
    '? ',
    '|',
    '>',
    '!!map ',
    '%YAML 1.2\n',
    '---\n',
    '\t',
    '#',
    "'",
    ',',
    'b',
    '<<: ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(bits, { maxLength: 20 }).map((all) => all.join('')),
      ),
      (text) => {
        const { source, problems } = readYaml('a.yaml', text);
        JSON.stringify(source.value);
        for (const { line, column } of problems) expect(line >= 1 && column >= 1).toBe(true);
        if (source.value !== null) withValue++;
      },
    ),
    { seed: 207, numRuns: 2000 },
  );
  expect(withValue).toBeGreaterThan(300);
});

describe('[LG6] repairs', () => {
  test('[LG6] the nearest declared name is suggested, and none that is far', () => {
    expect(nearest('identiy', ['identity', 'paper'])).toBe('identity');
    expect(nearest('papre', ['identity', 'paper'])).toBe('paper');
    expect(nearest('zebra', ['identity', 'paper'])).toBeNull();
    expect(suggest('zebra', ['identity', 'paper'])).toBe('Write one of: identity, paper.');
    expect(editDistance('ab', 'ba')).toBe(1);
  });

  test('[LG6] a diagnostic prints as one line with its repair below', () => {
    const printed = printDiagnostic({
      file: 'a.yaml',
      line: 7,
      column: 11,
      code: 'SC0101',
      severity: 'error',
      message: 'There is no state `x`.',
      repair: 'Did you mean `y`?',
    });
    expect(printed).toBe('a.yaml:7:11  SC0101 error  There is no state `x`.\n    Did you mean `y`?');
  });
});

test('[LG7] times are read as written and nothing else is a time', () => {
  expect(['45s', '4m', '1m30s', '0s'].map(readDuration)).toEqual([45_000, 240_000, 90_000, 0]);
  expect(['', 's', '1h', '1.5s', '-4s', '30', '1s4m', ' 4s'].map(readDuration)).toEqual(Array(8).fill(null));
  fc.assert(
    fc.property(fc.nat(9_000), (seconds) => {
      expect(readDuration(printDuration(seconds * 1000))).toBe(seconds * 1000);
    }),
    { seed: 207 },
  );
});
