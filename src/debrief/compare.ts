/**
 * One run under several laws and days, side by side (SPEC DB8): a row for each act or duty on which they do not all say the same.
 *
 * For comparison only: nobody is judged by a law that is not that of the place where they work.
 */
import { makeEngine } from '#exercise/engine.ts';
import type { Opening } from '#exercise/entries.ts';
import { openExercise } from '#exercise/open.ts';
import type { RenderLocale } from '#exercise/words.ts';
import type { Finding, Standing, Verdict } from '#law/findings.ts';
import { judge } from '#law/judge.ts';
import { type Law, packOf } from '#law/pack.ts';
import { toldAs } from '#law/told.ts';
import { AXES, type Axis, type TraceEvent } from '#law/trace.ts';
import { lawIn } from '#law/translations.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { authorityNote } from './authority-note.ts';
import type { AuthorityNote } from './report.ts';
import { actWords } from './timeline.ts';
import { whatWasSo } from './what-was-so.ts';
import { wordingOf } from './wording.ts';

/** A law to rule under: a pack, a day, and the switches that stand otherwise than where the pack starts them. */
export interface Column {
  readonly pack: string;
  readonly asOf: string;
  readonly switches: Readonly<Record<string, string>>;
}
export interface CompareOf {
  readonly playbook: Playbook;
  readonly opening: Opening;
  readonly trace: readonly TraceEvent[];
  readonly seat: string;
  readonly law: Law;
  /** The law the run was played under, where `law` holds another by now: its own column is ruled by it. */
  readonly ownLaw?: Law;
  /** At least one; each gives a column, in this order. */
  readonly columns: readonly Column[];
  readonly locale: RenderLocale;
}

/** Plain JSON; texts in the reader's language. */
export interface Comparison {
  readonly columns: readonly ComparedLaw[];
  /** Acts and duties on which at least two columns differ, in order of time; acts before duties of the same moment. */
  readonly rows: readonly ComparedRow[];
  /** How many acts and duties were ruled alike in every column, and so have no row. */
  readonly alike: number;
}
export interface ComparedLaw extends Column {
  readonly title: string;
  readonly review: string;
  /** True where this is the pack, day and switches that the run was played under. */
  readonly isOwn: boolean;
  readonly axes: Readonly<Record<Axis, Standing>>;
}
export interface ComparedRow {
  readonly on: 'act' | 'duty';
  readonly at: number;
  readonly seq: number;
  /** What was done, in the words of the desk; empty for a duty that no act met. */
  readonly did: string;
  /** True where only the reasons differ: every column gives the same verdicts. */
  readonly sameWorth: boolean;
  /** One for each column; null where that law says nothing of it. */
  readonly cells: readonly (ComparedCell | null)[];
}
export interface ComparedCell {
  readonly verdicts: Readonly<Partial<Record<Axis, { readonly verdict: Verdict; readonly grave: boolean }>>>;
  /** For a duty, how it went. */
  readonly outcome: 'met' | 'late' | 'missed' | null;
  /** The findings' sentences, each once: what was done or left undone, and why it is so. */
  readonly says: readonly { readonly title: string; readonly because: string; readonly rule: string }[];
  readonly authorities: readonly AuthorityNote[];
}

/** Rules the run under each column. Deterministic and pure; throws for an unknown pack. */
export function compare(of: CompareOf): Comparison {
  const { playbook, opening, trace, seat, columns, locale } = of;
  const [law, ownLaw] = [lawIn(of.law, locale.lang), lawIn(of.ownLaw ?? of.law, locale.lang)];
  const laws = columns.map((column) => (isOwn(column, opening) ? ownLaw : law));
  const lawAt = (n: number) => laws[n] ?? law;
  const engine = makeEngine(playbook, opening, 'grid');
  const words = wordingOf(engine, locale);
  const really = whatWasSo(playbook, openExercise(engine).exercise.slots);
  const rulings = columns.map((column, n) =>
    toldAs(lawAt(n), judge(trace, { law: lawAt(n), seat, ...column }), really),
  );
  const matters = new Map<string, Finding[][]>();
  rulings.forEach(({ findings }, n) => {
    for (const finding of findings) {
      const key = keyOf(finding);
      const cells = matters.get(key) ?? columns.map(() => []);
      cells[n]?.push(finding);
      matters.set(key, cells);
    }
  });
  const differing = [...matters.values()].filter((cells) => new Set(cells.map(saying)).size > 1);
  return {
    columns: columns.map((column, n) => {
      const { title, review } = packOf(lawAt(n), column.pack);
      const axes = rulings[n]?.axes;
      if (axes === undefined) throw new Error('DB8: a column without a ruling.');
      return { ...column, title, review, isOwn: isOwn(column, opening), axes };
    }),
    rows: differing
      .map((cells) => {
        const [first] = cells.flat();
        if (first === undefined) throw new Error('DB8: a row without a finding.');
        return {
          on: 'duty' in first.on ? ('duty' as const) : ('act' as const),
          at: first.at,
          seq: first.seq,
          did: first.on.act === null ? '' : actWords(trace, first.on.act, words),
          sameWorth: new Set(cells.map(worth)).size === 1,
          cells: cells.map((cell, n) => cellOf(cell, lawAt(n), columns[n]?.asOf ?? '')),
        };
      })
      .sort((a, b) => a.at - b.at || a.seq - b.seq || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    alike: matters.size - differing.length,
  };
}

/** An act is one matter whatever rules speak of it; a duty is one each time it opens. */
function keyOf({ on, rule }: Finding): string {
  return 'duty' in on ? `duty ${rule} ${on.opened}` : `act ${on.act}`;
}

function isOwn({ pack, asOf, switches }: Column, opening: Opening): boolean {
  const names = new Set([...Object.keys(switches), ...Object.keys(opening.switches)]);
  const same = [...names].every(
    (name) => (switches[name] ?? opening.switches[name]) === opening.switches[name],
  );
  return pack === opening.pack.id && asOf === opening.pack.asOf && same;
}

/** What a column says of a matter, for telling whether another says the same. */
function saying(cell: readonly Finding[]): string {
  return cell
    .map((one) => `${one.axis} ${one.verdict} ${one.grave} ${one.rule} ${outcomeOf(one)}`)
    .join('\n');
}
function worth(cell: readonly Finding[]): string {
  return cell.map((one) => `${one.axis} ${one.verdict} ${one.grave}`).join('\n');
}
function outcomeOf({ on }: Finding): ComparedCell['outcome'] {
  return 'duty' in on ? on.outcome : null;
}

function cellOf(cell: readonly Finding[], law: Law, asOf: string): ComparedCell | null {
  const [first] = cell;
  if (first === undefined) return null;
  const ofAxis = AXES.flatMap((axis) => {
    const found = cell.find((one) => one.axis === axis);
    return found ? [[axis, { verdict: found.verdict, grave: found.grave }] as const] : [];
  });
  const says = cell.map(({ title, because, rule }) => ({ title, because, rule }));
  const cited = new Set(cell.flatMap(({ authorities }) => authorities));
  return {
    verdicts: Object.fromEntries(ofAxis),
    outcome: outcomeOf(first),
    says: says.filter((one, n) => says.findIndex((other) => other.rule === one.rule) === n),
    authorities: [...cited].map((id) => authorityNote(law, id, asOf)),
  };
}
