/** Who knew what, when: one row for each thing that was learnt, one column for each seat (SPEC DB3). */
import type { TraceEvent } from '#law/trace.ts';
import type { Ladder } from './report.ts';
import type { Wording } from './wording.ts';

type Learnt = Extract<TraceEvent, { readonly kind: 'learnt' }>;
type Told = Extract<TraceEvent, { readonly kind: 'told' }>;

/**
 * The ladder of a run. Rows stand in the order in which anybody first learnt them; a cell is null where the run holds no record.
 *
 * `reported` means that the source was a seat which itself had learnt the same before; `heard`, that the words by which somebody else
 * learnt it reached this seat whole as well; all else was told by the story.
 * @param seats Every seat, in playbook order.
 * @param seatOf The seat a speaker is, or null.
 */
export function knowledgeLadder(
  trace: readonly TraceEvent[],
  seats: readonly string[],
  seatOf: (speaker: string) => string | null,
  words: Wording,
): Ladder {
  const rows = new Map<string, Learnt[]>();
  const told: Told[] = [];
  for (const event of trace) {
    if (event.kind === 'told') told.push(event);
    if (event.kind !== 'learnt') continue;
    const key = `${event.fact}=${event.value}`;
    const row = rows.get(key) ?? [];
    if (!row.some((one) => one.seat === event.seat)) row.push(event);
    rows.set(key, row);
  }
  return {
    seats: seats.map((id) => ({ id, name: words.seat(id) })),
    rows: [...rows.values()].map((row) => ({
      label: rowLabel(row, words),
      cells: seats.map((seat) => cellOf(row, seat, seatOf) ?? heardBy(row, seat, told)),
    })),
  };
}

function rowLabel(row: readonly Learnt[], words: Wording): string {
  const first = row[0];
  return first ? `${words.fact(first.fact)}: ${words.value(first.fact, first.value)}` : '';
}

function cellOf(
  row: readonly Learnt[],
  seat: string,
  seatOf: (speaker: string) => string | null,
): Ladder['rows'][number]['cells'][number] {
  const learnt = row.find((one) => one.seat === seat);
  if (!learnt) return null;
  const source = seatOf(learnt.from);
  const before = row.slice(0, row.indexOf(learnt));
  const reported = source !== null && source !== seat && before.some((one) => one.seat === source);
  return { at: learnt.at, basis: learnt.basis, how: reported ? 'reported' : 'told' };
}

/** The line by which another learnt it, where this seat was among those it was told to; null where there is none. */
function heardBy(
  row: readonly Learnt[],
  seat: string,
  told: readonly Told[],
): Ladder['rows'][number]['cells'][number] {
  for (const { at, seq, from } of row) {
    const line = told.find(
      (one) => one.at === at && one.seq === seq && one.from === from && one.to.includes(seat) && !one.missed,
    );
    if (line !== undefined) return { at: line.at, basis: 'heard', how: 'heard' };
  }
  return null;
}
