import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { plainText, readGuide } from '#cli/page/read-guide.ts';
import { english } from '#cli/rehearse/rehearse-words.ts';
import type { Code, Use } from '#table/library/guide.ts';
import { LAYER_CHAPTER } from '#table/ui/guide-door.tsx';
import { desk } from '#table/words/en/desk.ts';
import type { Word } from '#verify/prove.ts';
import {
  type Answer,
  chapterOf,
  codeOf,
  copyHouse,
  follow,
  GUIDE,
  type Terminal,
  WALK,
} from './guide-walk.ts';

const { bots } = english;

describe('what the page cannot show stops the build', () => {
  const read = (text: string) => () => readGuide(`# A guide\n\n${text}\n`);

  test.each([
    ['markup', 'A <b>word</b>.', /<b>/],
    ['an image', '![a street](street.png)', /street/],
    ['a block for nothing in particular', '```yaml\na: 1\n```', /a: 1/],
    ['a use that there is not', '```yaml keep=a.yaml\na: 1\n```', /a: 1/],
    ['a change without a file', '```yaml end\na: 1\n```', /a: 1/],
    ['a heading four deep', '#### Deep', /Deep/],
    ['a link that leads nowhere', '## One\n\n[on](#two)', /#two/],
    ['a link to a file', '[on](../README.md)', /README/],
    ['two headings of one name', '## One\n\n## One', /“One”/],
    ['an answer that nobody asked for', '```text\n0 errors\n```', /0 errors/],
    ['a change without its place', '## One\n\n```yaml write\na: 1\n```', /after find/],
  ])('[SC50] %s', (_, text, says) => {
    expect(read(text)).toThrow(says);
  });

  test('[SC50] the rest is taken as it is written, to the letter', () => {
    const text =
      'Say *"a & b"* in **[a part](#a-part)**, `<here>`.\n\n## A part\n\n```yaml whole=a.yaml\n a: "<b>"\n```';
    expect(read(text)()).toEqual({
      title: 'A guide',
      lead: [
        {
          kind: 'text',
          words: [
            { kind: 'plain', text: 'Say ' },
            { kind: 'emphasis', words: [{ kind: 'plain', text: '"a & b"' }] },
            { kind: 'plain', text: ' in ' },
            {
              kind: 'strong',
              words: [{ kind: 'link', to: '#a-part', words: [{ kind: 'plain', text: 'a part' }] }],
            },
            { kind: 'plain', text: ', ' },
            { kind: 'code', text: '<here>' },
            { kind: 'plain', text: '.' },
          ],
        },
      ],
      chapters: [
        {
          id: 'a-part',
          name: 'A part',
          blocks: [{ kind: 'code', use: 'whole', file: 'a.yaml', text: ' a: "<b>"' }],
        },
      ],
    });
  });
});

describe('followed from an empty start', () => {
  const here = process.cwd();
  let home = '';

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'deconflict-guide-'));
    copyHouse(home);
    process.chdir(home);
    vi.stubEnv('DECONFLICT_SCENARIOS', join(home, 'scenarios'));
  });
  afterAll(() => {
    process.chdir(here);
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true });
  });

  test('[SC51] every command says what the guide promises, every change finds its place, every mistake is told', async () => {
    const rest = GUIDE.chapters.map(({ id }) => id).filter((id) => !isWalk(id));
    const code = codeOf(...rest);
    expect(code.length, 'the guide has its blocks').toBeGreaterThan(40);
    expect(code.filter(({ use }) => use === 'stays')).toEqual([]);
    await follow(
      home,
      codeOf(...WALK).filter(({ use, text }) => isChange(use) || text.startsWith(NEW)),
      inHere,
    );
    await follow(home, code, inHere);
  }, 60_000);

  test('[SC51] a promise that is not kept is noticed', async () => {
    const doctored = (use: Code['use'], text: string, file: string | null = null): Code => ({
      kind: 'code',
      use,
      file,
      text,
    });
    const check = doctored('type', 'npx deconflict check scenarios/first-call --no-proof');
    const call = 'scenarios/first-call/scenario.yaml';
    for (const blocks of [
      [check, doctored('says', '0 errors, 1 warning')],
      [doctored('fails', check.text)],
      [doctored('find', 'title: Two men at the bus stop', call)],
      [doctored('find', '                takes: 5s', call)],
      [doctored('part', '  - id: filming-started', 'scenarios/law/layers/federal.yaml')],
      [doctored('whole', 'a: 1', call)],
    ]) {
      await expect(follow(home, blocks, inHere)).rejects.toThrow();
    }
  }, 60_000);

  test("[SC52] the department's layer adds one finding to the same run and takes none away", async () => {
    const findings = async (pack: string) => {
      const { said } = await inThisProcess([
        'npx',
        'deconflict',
        'debrief',
        'careful.run.json',
        '--pack',
        pack,
        '--json',
      ]);
      const { findings: all } = JSON.parse(said) as {
        readonly findings: readonly { readonly rule: string }[];
      };
      // What only Port Halden's own layer says is no part of the department's law.
      return all.map(({ rule }) => rule).filter((rule) => !rule.startsWith('port-halden/'));
    };
    const [without, withLayer] = [await findings('neutral'), await findings('harbor-city')];
    expect(withLayer.filter((rule) => rule.startsWith('harbor-city/'))).toEqual([
      'harbor-city/supervisor-asked',
    ]);
    expect(without.filter((rule) => !withLayer.includes(rule))).toEqual([]);
  }, 60_000);
});

test('[SC53] standings, players and codes of the proof are those of the product; the door to a chapter leads to it', () => {
  expect(firstColumns('how-the-law-judges')).toEqual([Object.values(desk.standings)]);
  expect(english.standings).toEqual(desk.standings);
  expect(firstColumns('reading-a-rehearsal')).toEqual([Object.values(bots)]);
  const pages = readdirSync(join(import.meta.dirname, '../../src/scenario/diagnostics'));
  const codes = pages.filter((name) => name.startsWith('SC08')).map((name) => name.slice(0, 6));
  const [questions, words, faults] = firstColumns('reading-a-proof');
  expect(questions).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(words).toEqual(['complete', 'witness', 'stopped'] satisfies Word[]);
  expect(faults).toEqual(codes.sort());
  expect(chapterOf(LAYER_CHAPTER).blocks.length).toBeGreaterThan(5);
});

/** The first column of each table of a chapter. */
function firstColumns(id: string): string[][] {
  return chapterOf(id).blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map(([first]) => plainText(first ?? []))] : [],
  );
}

/** What the walk types first; the rest of what it types is the browser's test. */
const NEW = 'npx deconflict new';

function isWalk(id: string): boolean {
  return WALK.some((one) => one === id);
}

function isChange(use: Use): boolean {
  return !['type', 'fails', 'stays', 'says'].includes(use);
}

/** `npx deconflict <verb> …` without a process of its own for each. */
async function inThisProcess([npx, name, verb, ...args]: readonly string[]): Promise<Answer> {
  expect([npx, name]).toEqual(['npx', 'deconflict']);
  let said = '';
  const hear = (text: unknown) => {
    said += String(text);
    return true;
  };
  const ears = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(hear),
  );
  try {
    const { run } = (await import(`../../src/cli/${verb}.ts`)) as {
      readonly run: (args: readonly string[]) => Promise<number> | number;
    };
    return { code: await run(args), said };
  } finally {
    for (const ear of ears) ear.mockRestore();
  }
}

const inHere: Terminal = {
  run: inThisProcess,
  stay: () => expect.unreachable('nothing is left running here'),
  hear: async () => expect.unreachable('nothing is left running here'),
};
