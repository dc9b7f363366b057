/**
 * Prints how far the packs agree with the reference over F01 to F35, as it was written and as corrected: `node tests/law/print-agreement.ts`.
 *
 * A cell is an axis, or whether grave, of an option under a pack; the 19 options that the reference leaves to the packs have none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { probedLaw } from '#cli/disk/shipped.ts';
import { PRINTED_PACKS, probeRows } from '#cli/judge.ts';
import { AXES } from '#law/trace.ts';

const FOLDER = join(import.meta.dirname, 'reference');
/** A pack's name in the reference. */
const THEIRS: Readonly<Record<string, string>> = { 'texas-city': 'cooperative' };
const said = z.union([z.string(), z.boolean()]);
const REFERENCE = z.object({
  scenarios: z.array(
    z.object({
      id: z.string(),
      decisions: z.array(
        z.object({
          options: z.array(
            z.object({
              ref: z.string(),
              ruling: z.union([z.string(), z.record(z.string(), z.record(z.string(), said))]),
            }),
          ),
        }),
      ),
    }),
  ),
});
const CORRECTIONS = z.object({
  corrections: z.array(
    z.object({ ref: z.string(), pack: z.string(), axis: z.string(), to: said, authority: z.string() }),
  ),
});

/** The figures: of all cells and of those that are not 0 how many are equal, how many are + against −, and in how many graves differ. */
export interface Agreement {
  readonly of: string;
  readonly cells: number;
  readonly equal: number;
  readonly signs: number;
  readonly signsEqual: number;
  readonly opposed: number;
  readonly otherGrave: number;
}

/** Agreement over all packs and under each, uncorrected and corrected; how many cells are corrected, and of these how many by an authority without a quote. */
export function agreement(): {
  readonly rows: readonly Agreement[];
  readonly corrected: number;
  readonly unquoted: readonly string[];
} {
  const law = probedLaw();
  const probes = law.probes.filter(({ situation }) => situation === 'flagship');
  const ours = new Map(probeRows({ ...law, probes }).map((row) => [`${row.ref} ${row.pack}`, row]));
  const { scenarios } = REFERENCE.parse(JSON.parse(readFileSync(join(FOLDER, 'decisions.json'), 'utf8')));
  const { corrections } = CORRECTIONS.parse(parse(readFileSync(join(FOLDER, 'corrections.yaml'), 'utf8')));
  const corrected = new Map(corrections.map((one) => [`${one.ref} ${one.pack} ${one.axis}`, one.to]));
  const options = scenarios
    .filter(({ id }) => id === 'flagship')
    .flatMap(({ decisions }) => decisions.flatMap((decision) => decision.options));
  const cells = options.flatMap(({ ref, ruling }) =>
    typeof ruling === 'string'
      ? []
      : PRINTED_PACKS.flatMap((pack) =>
          [...AXES, 'grave' as const].map((axis) => {
            const written = ruling[THEIRS[pack] ?? pack]?.[axis];
            const right = corrected.get(`${ref} ${pack} ${axis}`) ?? written;
            return { pack, axis, written, right, our: ours.get(`${ref} ${pack}`)?.[axis] };
          }),
        ),
  );
  const rows = [null, ...PRINTED_PACKS].flatMap((pack) =>
    (['written', 'right'] as const).map((which): Agreement => {
      const own = cells.filter((one) => pack === null || one.pack === pack);
      const signs = own.filter((one) => one.axis !== 'grave' && one[which] !== '0');
      return {
        of: `${pack ?? 'all packs'}, ${which === 'written' ? 'uncorrected' : 'corrected'}`,
        cells: own.length,
        equal: own.filter((one) => one[which] === one.our).length,
        signs: signs.length,
        signsEqual: signs.filter((one) => one[which] === one.our).length,
        opposed: own.filter((one) => [one[which], one.our].sort().join('') === '+-').length,
        otherGrave: own.filter((one) => one.axis === 'grave' && one[which] !== one.our).length,
      };
    }),
  );
  const unquoted = corrections.filter(
    ({ authority }) => (law.authorities[authority]?.quote ?? null) === null,
  );
  return {
    rows,
    corrected: corrections.length,
    unquoted: unquoted.map(({ ref, pack, axis, authority }) => `${ref} ${pack} ${axis}: ${authority}`),
  };
}

if (import.meta.main) {
  const { rows, corrected, unquoted } = agreement();
  const share = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
  for (const row of rows) {
    const figures = [
      `${row.equal} of ${row.cells} cells equal (${share(row.equal, row.cells)})`,
      `${row.signsEqual} of ${row.signs} that are not 0 (${share(row.signsEqual, row.signs)})`,
      `${row.opposed} + against −`,
      `${row.otherGrave} graves differ`,
    ];
    process.stdout.write(`${row.of.padEnd(28)} ${figures.join('; ')}\n`);
  }
  const all = rows[0]?.cells ?? 0;
  process.stdout.write(
    `${corrected} cells corrected (${share(corrected, all)}); without a quote of the authority: ${unquoted.length}\n`,
  );
  for (const one of unquoted) process.stdout.write(`  ${one}\n`);
}
