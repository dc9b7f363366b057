/** The pages of src/law/diagnostics: each broken example brings about its code where it says, each fixed one is free of problems. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLaw } from '#law/read.ts';
import { around } from './around.ts';

const SOURCE = join(import.meta.dirname, '../../src/law');
const FOLDER = join(SOURCE, 'diagnostics');
const pages = readdirSync(FOLDER).sort();
const BROKEN = /^```yaml broken (\d+):(\d+) file=(\S+)\n([\s\S]*?)^```$/m;
const FIXED = /^```yaml fixed file=(\S+)\n([\s\S]*?)^```$/m;

test.each(pages)(
  '[LW18] %s: its broken example raises it, and only it, where it says; its fixed one nothing',
  (name) => {
    const page = readFileSync(join(FOLDER, name), 'utf8');
    const code = /^# (LW\d{4}) \S/.exec(page)?.[1] ?? '';
    expect(name.startsWith(`${code}-`)).toBe(true);
    const fixed = FIXED.exec(page);
    const file = fixed?.[1] ?? '';
    // The one page without a broken text is that of a file which is not there.
    const broken = BROKEN.exec(page) ?? ['', '1', '1', file, null];
    const [problem, ...more] = readLaw(around(broken[3] ?? file, broken[4] ?? null)).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code,
      file: broken[3],
      line: Number(broken[1]),
      column: Number(broken[2]),
      severity: /^Severity: (.+)$/m.exec(page)?.[1],
      message: /^Message: (.+)$/m.exec(page)?.[1],
    });
    expect(problem?.repair).toMatch(/^[A-Z].*[.?]$/);
    expect(readLaw(around(file, fixed?.[2] ?? '')).problems).toEqual([]);
    expect(page).toMatch(/^## Why$[\s\S]*^## What to write$/m);
  },
);

test('[LW18] every code that the source can give has a page, and every page a code', () => {
  const source = readdirSync(SOURCE)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(SOURCE, file), 'utf8'))
    .join('\n');
  const given = [...new Set([...source.matchAll(/'(LW\d{4})'/g)].map(([, code]) => code))].sort();
  expect(pages.map((name) => name.slice(0, 6))).toEqual(given);
  expect(given.length).toBeGreaterThan(20);
});
