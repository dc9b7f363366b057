/** A folder with a broken file for every diagnostic there is, scenario, library, map, plan, translation and law: `check` names each, and nothing else. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { deconflict } from '../cli/deconflict.ts';
import { around } from '../law/around.ts';
import { bytesOf, filesOf, readPages } from './pages.ts';

const HOME = mkdtempSync(join(tmpdir(), 'broken-'));
afterAll(() => rmSync(HOME, { recursive: true }));

interface Wanted {
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
}

function put(home: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(HOME, home, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytesOf(text));
  }
}

const PROVED = /^SC080[1-7]$/;

/** Scenario pages: each broken example in a home of its own, so that libraries do not meet. */
function putScenarios(): Wanted[] {
  return readPages().flatMap(({ code, severity, examples }) => {
    // What takes a proof is shown example by example in diagnostics.test.ts: any other example would be found unfair as well.
    if (PROVED.test(code)) return [];
    const given = examples.filter((example) => example.kind === 'given');
    return examples
      .filter((example) => example.kind === 'broken')
      .map((example, n) => {
        const home = `${code.toLowerCase()}-${n}`;
        const { files, shift } = filesOf([...given, example]);
        put(home, files);
        const line = example.line + (example.file === null ? shift : 0);
        const file = join(HOME, home, example.file ?? 'base/scenario.yaml');
        return { code, file, line, column: example.column, severity };
      });
  });
}

/** Law pages: the small law of the law's own tests with one file broken, or (for a file that is not there) left out. */
function putLaw(): Wanted[] {
  const folder = new URL('../../src/law/diagnostics/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const page = readFileSync(new URL(name, folder), 'utf8');
      const code = name.slice(0, 6);
      const fixed = /^```yaml fixed file=(\S+)$/m.exec(page)?.[1] ?? '';
      const broken = /^```yaml broken (\d+):(\d+) file=(\S+)\n([\s\S]*?)^```$/m.exec(page);
      const home = code.toLowerCase();
      put(home, around(broken?.[3] ?? fixed, broken?.[4] ?? null));
      return {
        code,
        file: join(HOME, home, broken?.[3] ?? fixed),
        line: Number(broken?.[1] ?? 1),
        column: Number(broken?.[2] ?? 1),
        severity: /^Severity: (\w+)$/m.exec(page)?.[1] ?? '',
      };
    });
}

test('[SC14] check on a folder with a broken file for every diagnostic names each at its place, with a repair, and nothing else', async () => {
  const wanted = [...putScenarios(), ...putLaw()];
  expect(new Set(wanted.map(({ code }) => code)).size).toBeGreaterThan(70);
  const { out } = await deconflict('check', HOME, '--no-proof', '--json');
  const { ok, problems }: { ok: boolean; problems: (Wanted & { message: string; repair: string })[] } =
    JSON.parse(out);
  expect(ok).toBe(false);
  const key = ({ file, line, column, code, severity }: Wanted) =>
    `${resolve(file)}:${line}:${column} ${code} ${severity}`;
  expect(problems.map(key).sort()).toEqual(wanted.map(key).sort());
  for (const { message, repair, code } of problems) {
    expect(message, code).toMatch(/\S.*[.)]$/s);
    expect(repair, code).toMatch(/^[A-Z`].*\S$/s);
  }
}, 60_000);
