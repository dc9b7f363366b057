/** What the packs make of forty acts beside what two rulers made of them, blind. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { readSources } from '#cli/disk/sources.ts';
import { PROBE_DAY } from '#cli/judge.ts';
import { judgeActs, type Sign } from '#law/judge-acts.ts';
import { readLaw } from '#law/read.ts';
import { AXES, type Axis } from '#law/trace.ts';

/** The packs that the rulers ruled under. */
export const BLIND_PACKS = ['ca-los-angeles', 'texas-city', 'florida-287g', 'neutral'] as const;

/** An act under a pack on an axis: the judge's sign beside both rulers'. */
export interface Cell {
  readonly act: string;
  readonly pack: string;
  readonly axis: Axis;
  readonly judge: Sign;
  readonly rulers: readonly [Sign, Sign];
}

const FOLDER = join(import.meta.dirname, 'blind');
const acts = z
  .object({ acts: z.array(z.looseObject({ id: z.string(), act: z.unknown() })) })
  .parse(parse(readFileSync(join(FOLDER, 'acts.yaml'), 'utf8'))).acts;
const cell = z.enum(['+', '0', '-', '-!']).transform((text): Sign => (text === '-!' ? '-' : text));

/** Every cell of the forty acts, by act, pack and axis. Throws where an act, a ruling or the law does not read. */
export function blindCells(): readonly Cell[] {
  const law = lawWithActs();
  const [first, second] = [rulings(1), rulings(2)];
  return law.probes.flatMap((probe) =>
    BLIND_PACKS.flatMap((pack) => {
      const { signs } = judgeActs({ law, pack, asOf: PROBE_DAY, switches: {} }, probe);
      const [one, two] = [first, second].map((ruler) => ruler.get(`${probe.ref} ${pack}`));
      if (one === undefined || two === undefined) throw new Error(`no ruling of ${probe.ref} under ${pack}`);
      return AXES.map((axis): Cell => {
        const rulers = [one[axis], two[axis]] as const;
        return { act: probe.ref, pack, axis, judge: signs[axis], rulers };
      });
    }),
  );
}

/** How many of the cells have the sign that `of` reads off them, between 0 and 1. */
export function share(cells: readonly Cell[], of: (cell: Cell) => boolean): number {
  return cells.filter(of).length / cells.length;
}

function lawWithActs() {
  const files = new Map([...readSources()].filter(([path]) => !path.startsWith('law/probes/')));
  const probes = acts.map(({ id, told: _, act, ...situation }) => ({
    knowing: {},
    seeing: [],
    ...situation,
    ref: id,
    situation: 'blind',
    acts: [act],
    expect: { neutral: '000' },
  }));
  files.set('law/probes/blind.yaml', stringify({ format: 1, probes }));
  const { law, problems } = readLaw(files);
  if (law === null) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return law;
}

function rulings(ruler: number): ReadonlyMap<string, Readonly<Record<Axis, Sign>>> {
  const lines = readFileSync(join(FOLDER, `ruler-${ruler}.tsv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return new Map(
    lines.map((line) => {
      const [act, pack, ...rest] = line.split('\t');
      const [jurisdiction, constitutional, safety] = z.tuple([cell, cell, cell]).parse(rest.slice(0, 3));
      return [`${act} ${pack}`, { jurisdiction, constitutional, 'crowd-safety': safety }];
    }),
  );
}
