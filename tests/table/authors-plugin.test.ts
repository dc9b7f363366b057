import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { readSources, SCENARIOS } from '#cli/disk/sources.ts';
import { authorsPlugin } from '#cli/page/authors-plugin.ts';
import { readMapPlan } from '#scenario/map/read-map.ts';
import { mapOf } from '#table/library/library.ts';

/** Builds a page that is nothing but the authors' modules. */
async function built(root?: string): Promise<string> {
  const entry = 'virtual:entry';
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root: tmpdir(),
    plugins: [
      authorsPlugin(root),
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? `\0${id}` : undefined),
        load: (id) =>
          id === `\0${entry}`
            ? "import { scenarios, packs } from 'virtual:scenarios'; globalThis.all = [scenarios, packs, () => import('virtual:law')];"
            : undefined,
      },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: entry } },
  });
  const one = (Array.isArray(output) ? output[0] : output) as Rolldown.RolldownOutput;
  return one.output.map((chunk) => ('code' in chunk ? `// ${chunk.fileName}\n${chunk.code}` : '')).join('\n');
}

describe('the authors of the page', () => {
  test('[TB12] scenarios and law are read when the page is built; playbooks and law come lazily', {
    timeout: 60_000,
  }, async () => {
    const code = await built();
    expect(code).toContain('residence-207');
    expect(code).toMatch(/import\("\.\/.*residence-207/);
    expect(code).toMatch(/import\("\.\/.*law/);
  });

  test('[TB40] the map of a scenario is read when the page is built and comes lazily, in a chunk of its own', {
    timeout: 60_000,
  }, async () => {
    const code = await built();
    const chunks = code.split(/^\/\/ (?=assets\/|entry)/m);
    const map = chunks.filter((chunk) => chunk.includes('metresPerPixel'));
    expect(map.length).toBe(1);
    expect(map[0]?.includes('Larkspur Court') && map[0].length < 60_000).toBe(true);
    const file = map[0]?.split('\n')[0]?.split('/').at(-1) ?? '';
    expect(code.includes(`import("./${file}")`), 'asked for when it is needed').toBe(true);
    expect(code.includes('objectgroup'), 'Tiled itself stays behind').toBe(false);
  });

  test('[TB40] a map that does not come is no map, and a scenario without one has none', async () => {
    expect(await mapOf({})).toBeNull();
    expect(await mapOf({ map: () => Promise.reject(new Error('cut')) })).toBeNull();
    const plan = readMapPlan(readSources().get('residence-207/map.tmj') ?? '');
    expect(await mapOf({ map: async () => ({ default: plan }) })).toBe(plan);
    expect(plan).not.toBeNull();
  });

  test('[TB12] an error stops the build with its file, line and column', async () => {
    const root = mkdtempSync(join(tmpdir(), 'deconflict-authors-'));
    try {
      cpSync(SCENARIOS, root, { recursive: true });
      const file = join(root, 'residence-207/scenario.yaml');
      const lines = readFileSync(file, 'utf8').split('\n');
      const at = lines.findIndex((line) => line.startsWith('minutes:'));
      lines[at] = 'minutes: soon';
      writeFileSync(file, lines.join('\n'));
      await expect(built(root)).rejects.toThrow(new RegExp(`residence-207/scenario\\.yaml:${at + 1}:10`));
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
