/** What has to know a new effect, command or kind of event: the compiler says so, in a copy of the source to which a made-up one was added. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, textOf } from './source-files.ts';

const COPY = join(ROOT, 'node_modules/.cache/deconflict/growth');
/** What is added: the file, after which words, and the words. */
const MADE = {
  effect: ['scenario/playbook.ts', 'export type Effect =\n', "  | { readonly do: 'made-up-effect' }\n"],
  command: [
    'exercise/commands.ts',
    'export type Command =\n',
    "  | { readonly kind: 'made-up-command'; readonly at: number; readonly seat: string }\n",
  ],
  event: [
    'law/trace.ts',
    'export type TraceEvent = Stamp &\n  (\n',
    "    | { readonly kind: 'made-up-event'; readonly seat: string }\n",
  ],
} as const;
let told = '';

beforeAll(() => {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  cpSync(join(ROOT, 'src'), join(COPY, 'src'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(ROOT, file), join(COPY, file));
  for (const [file, before, made] of Object.values(MADE)) {
    const text = textOf(`src/${file}`);
    expect(text.split(before), `${file} has changed: say here where to add to it`).toHaveLength(2);
    writeFileSync(join(COPY, 'src', file), text.replace(before, before + made));
  }
  writeFileSync(join(COPY, 'tsconfig.growth.json'), '{"extends":"./tsconfig.json","include":["src"]}');
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const args = [tsc, '-p', 'tsconfig.growth.json', '--pretty', 'false'];
  told = spawnSync(process.execPath, args, { cwd: COPY, encoding: 'utf8' }).stdout;
}, 120_000);
afterAll(() => rmSync(COPY, { recursive: true, force: true }));

for (const what of ['effect', 'command', 'event'] as const)
  test(`[SC80] a new ${what} does not compile until every place that ARCHITECTURE.md lists knows it`, () => {
    expect(wrongWith(what)).toEqual(listed(what));
    expect(wrongWith(what).length).toBeGreaterThan(2);
  });

/** The files that no longer compile for want of the one that was made up: an error and the lines that explain it name it. */
function wrongWith(what: keyof typeof MADE): string[] {
  const errors = told.split(/\n(?=\S)/).filter((error) => error.includes(`made-up-${what}`));
  return [...new Set(errors.map((error) => error.match(/^src\/([^(]+)\(/)?.[1] ?? error))].sort();
}

/** The files that ARCHITECTURE.md says have to know a new one. */
function listed(what: string): string[] {
  const row =
    textOf('src/ARCHITECTURE.md').match(new RegExp(`^\\| a new ${what} \\|([^|]*)\\|`, 'm'))?.[1] ?? '';
  return [...row.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '').sort();
}
