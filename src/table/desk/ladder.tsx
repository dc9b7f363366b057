/** Who knew what, when: rows of facts, columns of seats. */
import type { Ladder as Rows } from '#debrief/report.ts';
import styles from './debrief.module.css';
import { mmss } from './durations.ts';
import { useDesk } from './words.ts';

/** Each cell says when, on what basis, and whether it was delivered or reported; an empty one says "not recorded". Seats of which nothing is recorded are named once, below. */
export function Ladder({ ladder }: { readonly ladder: Rows }) {
  const desk = useDesk();
  const t = desk.debrief;
  const all = ladder.seats.map((seat, column) => ({ ...seat, column }));
  const knew = all.filter(({ column }) => ladder.rows.some((row) => (row.cells[column] ?? null) !== null));
  const others = all.filter((seat) => !knew.includes(seat));
  return (
    <section className={styles.box} aria-labelledby="ladder">
      <h2 id="ladder">{t.ladder}</h2>
      {ladder.rows.length === 0 ? (
        <p className={styles.text}>{t.ladderNone}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: no form fields are grouped here
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
        <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby="ladder">
          <table className={styles.ladder}>
            <thead>
              <tr>
                <th scope="col">{t.ladderFact}</th>
                {knew.map((seat) => (
                  <th key={seat.id} scope="col">
                    {seat.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ladder.rows.map((row) => (
                <tr key={row.label}>
                  <th scope="row">{row.label}</th>
                  {knew.map((seat) => (
                    <Cell key={seat.id} of={row.cells[seat.column] ?? null} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {ladder.rows.length === 0 || others.length === 0 ? null : (
        <p className={styles.dim}>{t.ladderOthers(others.map((seat) => seat.name).join(', '))}</p>
      )}
    </section>
  );
}

function Cell({ of }: { readonly of: Rows['rows'][number]['cells'][number] }) {
  const desk = useDesk();
  const t = desk.debrief;
  if (of === null) {
    return (
      <td data-known="false">
        <span className={styles.dash}>{t.notRecorded}</span>
      </td>
    );
  }
  return (
    <td data-known="true">
      <time>{mmss(of.at)}</time>
      <small>
        {desk.bases[of.basis]}, {of.how === 'told' ? t.told : t.reported}
      </small>
    </td>
  );
}
