/** One act or duty under every law compared: verdicts in words, sentences, reasons, authorities. */
import type { ComparedCell, ComparedLaw, ComparedRow } from '#debrief/compare.ts';
import { AXES } from '#law/trace.ts';
import { Authorities } from '../ui/authorities.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import styles from './compare.module.css';

/** Cells in the order of the columns; a law that says nothing of it says so. */
export function CompareRow({
  row,
  columns,
}: {
  readonly row: ComparedRow;
  readonly columns: readonly ComparedLaw[];
}) {
  const t = useDesk().compare;
  const title =
    row.did === '' ? (row.cells.find((cell) => cell !== null)?.says[0]?.title ?? t.duty) : row.did;
  return (
    <tr data-part="compared">
      <th scope="row">
        <time>{mmss(row.at)}</time>
        <span className={styles.did}>
          <Theirs words={title} />
        </span>
        {row.sameWorth ? <small>{t.sameWorth}</small> : null}
      </th>
      {columns.map((column, i) => {
        const cell = row.cells[i] ?? null;
        return (
          <td
            key={`${column.pack} ${column.asOf} ${JSON.stringify(column.switches)}`}
            data-own={column.isOwn}
          >
            {cell === null ? <p className={styles.silent}>{t.silent}</p> : <Cell of={cell} />}
          </td>
        );
      })}
    </tr>
  );
}

function Cell({ of }: { readonly of: ComparedCell }) {
  const desk = useDesk();
  const { outcome } = of;
  return (
    <div className={styles.cell}>
      <ul className={styles.verdicts}>
        {AXES.map((axis) => {
          const found = of.verdicts[axis];
          if (found === undefined) return null;
          const word = outcome === null ? desk.verdicts[found.verdict] : desk.duties[outcome];
          return (
            <li key={axis} data-axis={axis}>
              <b>{desk.axes[axis]}:</b> {found.grave ? `${desk.grave}, ${word}` : word}
            </li>
          );
        })}
      </ul>
      {of.says.map((one) => (
        <p key={one.rule}>
          <b>
            <Theirs words={one.title} />
          </b>{' '}
          <Theirs words={one.because} />
        </p>
      ))}
      <Authorities of={of.authorities} />
    </div>
  );
}
