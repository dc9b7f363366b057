/**
 * The planted faults in `faults/`: each file takes a clean scenario and makes one mistake in it that an instructor could make.
 *
 *     # What the mistake is, for people.
 *     scenario: plain-clothes       # the folder it is made in; `law/` lies beside it
 *     both: [{ find, write }]       # edits of the fault and of its clean twin; `file` where it is not scenario.yaml
 *     wrong: [{ find, write }]      # edits that make the mistake
 *     right: [{ find, write }]      # what its twin has instead; nothing, if the twin is what was there before
 *     found: [{ code, at }]         # every problem that is told: its code, and a text that only its line holds; `file` as above
 *     plan: true                    # whether a plan leads into it
 *
 * `find` stands in its file exactly once: a part of a line, or (as a block) whole lines whatever their indent.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSources } from '#cli/disk/sources.ts';

const FOLDER = new URL('faults/', import.meta.url).pathname;

const edit = z.strictObject({ file: z.string().optional(), find: z.string().min(1), write: z.string() });
const fault = z.strictObject({
  scenario: z.string(),
  both: z.array(edit).default([]),
  wrong: z.array(edit).default([]),
  right: z.array(edit).default([]),
  found: z.array(z.strictObject({ code: z.string(), at: z.string(), file: z.string().optional() })).min(1),
  plan: z.boolean().default(false),
});

type Files = ReadonlyMap<string, string>;
type Edit = z.infer<typeof edit>;

export interface Found {
  readonly code: string;
  readonly file: string;
  readonly line: number;
}
export interface Fault {
  readonly name: string;
  readonly scenario: string;
  /** The files of the scenario and the law, with the mistake and without it. */
  readonly wrong: Files;
  readonly right: Files;
  /** By file, then line. */
  readonly found: readonly Found[];
  readonly plan: boolean;
}

/** Every planted fault, by name. Throws where one does not fit what it is planted in. */
export function readFaults(): Fault[] {
  const all = readSources(FOLDER);
  const clean = new Map([...all].filter(([path]) => path.includes('/')));
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.fault.yaml'));
  return names.sort().map((name) => {
    const text = readFileSync(FOLDER + name, 'utf8');
    if (!/^# [A-Z].*\n/.test(text)) throw new Error(`${name} does not say what it is`);
    const { scenario, both, wrong, right, found, plan } = fault.parse(parse(text));
    const own = (file = 'scenario.yaml') => (file.includes('/') ? file : `${scenario}/${file}`);
    const edited = (edits: readonly Edit[]) =>
      edits.reduce(
        (files, { file, find, write }) => {
          const path = own(file);
          return new Map(files).set(path, replaced(files.get(path) ?? '', find, write, `${name}: ${path}`));
        },
        filesFor(clean, scenario),
      );
    const broken = edited([...both, ...wrong]);
    return {
      name: name.replace('.fault.yaml', ''),
      scenario,
      wrong: broken,
      right: edited([...both, ...right]),
      found: found.map(({ code, at, file }) => ({
        code,
        file: own(file),
        line: lineOf(broken.get(own(file)) ?? '', at, name),
      })),
      plan,
    };
  });
}

function filesFor(files: Files, scenario: string): Files {
  return new Map([...files].filter(([path]) => ['law', scenario].includes(path.split('/')[0] ?? '')));
}

function replaced(text: string, find: string, write: string, where: string): string {
  if (!find.endsWith('\n')) {
    if (text.split(find).length !== 2) throw new Error(`${where} does not hold once: ${find}`);
    return text.replace(find, () => write);
  }
  const [lines, wanted] = [text.split('\n'), find.trimEnd().split('\n')];
  const fits = (n: number) => {
    const indent = indentOf(lines[n] ?? '');
    return wanted.every((one, i) => lines[n + i] === indent + one);
  };
  const [at, ...more] = lines.flatMap((_, n) => (fits(n) ? [n] : []));
  if (at === undefined || more.length > 0) throw new Error(`${where} does not hold once:\n${find}`);
  const indent = indentOf(lines[at] ?? '');
  const put =
    write === ''
      ? []
      : write
          .trimEnd()
          .split('\n')
          .map((line) => indent + line);
  return [...lines.slice(0, at), ...put, ...lines.slice(at + wanted.length)].join('\n');
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}

function lineOf(text: string, at: string, name: string): number {
  const lines = text.split('\n').flatMap((line, n) => (line.includes(at) ? [n + 1] : []));
  const [line, ...more] = lines;
  if (line === undefined || more.length > 0) throw new Error(`${name}: not on one line: ${at}`);
  return line;
}
