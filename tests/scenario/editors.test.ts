import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LanguageServer, startLanguageServer } from './language-server.ts';

const SCENARIOS = join(import.meta.dirname, '../../scenarios');
let server: LanguageServer;
/** A language server takes its time over 2,000 lines, longer where others work beside it. */
const PATIENCE = 60_000;

beforeAll(async () => {
  server = await startLanguageServer();
});
afterAll(() => server.stop());

test('[SC30] an editor completes acts, fields and their values, and says what they mean', async () => {
  const layer = open('law/layers/try.yaml', [
    '# yaml-language-server: $schema=../layer.schema.json',
    'format: 1',
    'id: try',
    'title: Try',
    'rules:',
    '  - id: one',
    '    of: detain',
    '    gives:',
    '      jurisdiction: ',
    'duties:',
    '  - id: two',
    '    opens: federal-claim',
    '    met-by:',
    '      - ',
  ]);
  expect(await completions(layer, 8, 20)).toEqual(expect.arrayContaining(['required', 'forbidden']));
  expect(await completions(layer, 13, 8)).toEqual(expect.arrayContaining(['verify-identity', 'render-aid']));
  expect(await hover(layer, 6, 10)).toContain('Act kinds');
});

test(
  '[SC30] it completes the vocabulary in a scenario and marks what is misspelt',
  async () => {
    const text = readFileSync(join(SCENARIOS, 'residence-207/scenario.yaml'), 'utf8');
    const uri = pathToFileURL(join(SCENARIOS, 'residence-207/try.yaml')).href;
    const clean = server.problems(uri);
    opened(uri, text);
    expect((await clean).map((one) => one.message)).toEqual([]);
    const lines = text.split('\n');
    const line = lines.findIndex((one) => one.includes('acts: [{'));
    expect(await hover(uri, line, (lines[line] ?? '').indexOf('acts') + 1)).toContain('vocabulary');
    const marked = server.problems(uri);
    server.tell('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: text.replace('acts: [{ ', 'acts: [{ not-an-act: {}, ') }],
    });
    expect((await marked).map((one) => one.message).join(' ')).toContain('not-an-act');
  },
  PATIENCE,
);

test(
  '[SC30] every shipped file names its schema; one of each kind has no mark in an editor',
  async () => {
    const kinds = ['law/layers', 'law/probes', 'law', 'common', 'residence-207/plans'].map((folder) =>
      readdirSync(join(SCENARIOS, folder))
        .filter((name) => name.endsWith('.yaml') && !name.startsWith('text.'))
        .map((name) => `${folder}/${name}`),
    );
    for (const file of kinds.flat()) {
      expect(readFileSync(join(SCENARIOS, file), 'utf8'), file).toMatch(/^# yaml-language-server: \$schema=/);
    }
    for (const file of [...kinds.map(([first = '']) => first), 'law/packs.yaml']) {
      const uri = pathToFileURL(join(SCENARIOS, file)).href;
      const told = server.problems(uri);
      opened(uri, readFileSync(join(SCENARIOS, file), 'utf8'));
      const marks = (await told).map((one) => one.message);
      expect(marks, file).toEqual([]);
    }
  },
  PATIENCE,
);

function open(file: string, lines: readonly string[]): string {
  const uri = pathToFileURL(join(SCENARIOS, file)).href;
  opened(uri, `${lines.join('\n')}\n`);
  return uri;
}

function opened(uri: string, text: string): void {
  server.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
}

async function completions(uri: string, line: number, character: number): Promise<readonly string[]> {
  const found = await server.ask('textDocument/completion', {
    textDocument: { uri },
    position: { line, character },
  });
  const items = (found as { items: { label: string }[] } | null)?.items ?? [];
  return items.map((item) => item.label);
}

async function hover(uri: string, line: number, character: number): Promise<string> {
  return JSON.stringify(
    await server.ask('textDocument/hover', { textDocument: { uri }, position: { line, character } }),
  );
}
