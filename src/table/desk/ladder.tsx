/** Who knew what, when: rows of facts, columns of seats. */
import type { Ladder as Rows } from '#debrief/report.ts';
import styles from './debrief.module.css';
import { mmss } from './durations.ts';
import { useDesk } from './words.ts';

/** Each cell says when, on what basis, and whether it was delivered or reported; an empty one says "not recorded". */
export function Ladder({ ladder }: { readonly ladder: Rows }) {
  const desk = useDesk();
  const t = desk.debrief;
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
                {ladder.seats.map((seat) => (
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
                  {row.cells.map((cell, i) => (
                    <td key={ladder.seats[i]?.id ?? i} data-known={cell !== null}>
                      {cell === null ? (
                        <span className={styles.dash}>{t.notRecorded}</span>
                      ) : (
                        <>
                          <time>{mmss(cell.at)}</time>
                          <small>
                            {desk.bases[cell.basis]}, {cell.how === 'told' ? t.told : t.reported}
                          </small>
                        </>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
