/** `deconflict law disagreements <run.json…>`: by rule, the findings that an instructor does not agree with (SPEC CL64). */
import type { Mark } from '#exercise/marks.ts';
import { readRun } from '../disk/run-on-disk.ts';
import { print } from '../terminal/print.ts';
import { readArguments, WrongUse } from '../terminal/wrong-use.ts';

/** One mark that is no agreement, with where it was given. */
interface Against extends Mark {
  readonly session: string;
  readonly pack: string;
  readonly asOf: string;
  /** What the machine found there, as it was sealed; null where the session was not sealed with such a finding. */
  readonly found: { readonly verdict: string; readonly grave: boolean; readonly title: string } | null;
}

/** 0 when it is told. Throws CannotDo for a file that is no session. */
export function disagreements(args: readonly string[]): number {
  const { at, given } = readArguments(args, null, { json: { type: 'boolean' } });
  if (at.length === 0) throw new WrongUse('Missing: run.json.');
  const runs = at.map((session) => ({ session, run: readRun(session) }));
  const all = runs.flatMap(({ run }) => run.marks ?? []);
  const against = runs.flatMap(({ session, run }) =>
    (run.marks ?? []).flatMap((mark): Against[] => {
      if (mark.says === 'agree') return [];
      const { id: pack, asOf } = run.opening.pack;
      return [{ ...mark, session, pack, asOf, found: foundIn(run.sealed?.findings ?? [], mark) }];
    }),
  );
  const byRule = new Map<string, Against[]>();
  for (const one of against) byRule.set(one.rule, [...(byRule.get(one.rule) ?? []), one]);
  const rules = [...byRule].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const told = rules.map(([rule, marks]) => ({ rule, marks }));
  print(given, { sessions: runs.length, marks: all.length, rules: told }, () => [
    `${against.length} of ${all.length} marks in ${runs.length} ${runs.length === 1 ? 'session' : 'sessions'} do not agree`,
    ...told.flatMap(({ rule, marks }) => ['', `  ${rule}`, ...marks.map(line)]),
  ]);
  return 0;
}

function line({ session, pack, asOf, axis, seq, says, why, found }: Against): string {
  const verdict = found === null ? '' : ` found ${found.grave ? 'grave, ' : ''}${found.verdict},`;
  return `    ${session}, entry ${seq}, ${axis}, ${pack} on ${asOf}:${verdict} marked ${says.replaceAll('-', ' ')}: ${why}`;
}

/** What was sealed may be anything: another version wrote it. */
function foundIn(findings: readonly unknown[], mark: Mark): Against['found'] {
  const own = findings.find(
    (one): one is Record<string, unknown> =>
      typeof one === 'object' &&
      one !== null &&
      'rule' in one &&
      'axis' in one &&
      'seq' in one &&
      one.rule === mark.rule &&
      one.axis === mark.axis &&
      one.seq === mark.seq,
  );
  return own === undefined
    ? null
    : { verdict: String(own.verdict), grave: own.grave === true, title: String(own.title) };
}
