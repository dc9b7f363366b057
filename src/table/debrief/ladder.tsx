/** Who knew what, when: rows of facts, columns of seats. */
import type { Ladder as Rows, ToldOthers } from '#debrief/report.ts';
import { Fold } from '../ui/fold.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import { quotedWords } from '../words/shown-words.ts';
import page from './debrief.module.css';
import styles from './ladder.module.css';

/** Each cell says when, on what basis, and whether it was delivered or reported; an empty one says "not recorded". Seats of which nothing is recorded are named once, below. */
export function Ladder(props: { readonly ladder: Rows; readonly told?: readonly ToldOthers[] | undefined }) {
  const { ladder, told } = props;
  const desk = useDesk();
  const t = desk.debrief;
  const all = ladder.seats.map((seat, column) => ({ ...seat, column }));
  const knew = all.filter(({ column }) => ladder.rows.some((row) => (row.cells[column] ?? null) !== null));
  const others = all.filter((seat) => !knew.includes(seat));
  const names = new Set(knew.map((seat) => seat.name));
  const silent = [...new Set(others.map((seat) => seat.name))].filter((name) => !names.has(name));
  return (
    <section className={page.box} aria-labelledby="ladder">
      <h2 id="ladder">{t.ladder}</h2>
      {ladder.rows.length === 0 ? (
        <p className={page.text}>{t.ladderNone}</p>
      ) : (
        <>
          <Table rows={ladder.rows.slice(0, FIRST)} seats={knew} />
          {ladder.rows.length > FIRST ? (
            <Fold label={desk.contents.moreCould(ladder.rows.length - FIRST)}>
              <Table rows={ladder.rows.slice(FIRST)} seats={knew} />
            </Fold>
          ) : null}
        </>
      )}
      {ladder.rows.length === 0 || silent.length === 0 ? null : (
        <p className={page.dim}>{t.ladderOthers(silent.map(quotedWords).join(', '))}</p>
      )}
      {told === undefined ? null : <Told told={told} />}
    </section>
  );
}

/** Whom the seat told what, in order of time. */
function Told({ told }: { readonly told: readonly ToldOthers[] }) {
  const desk = useDesk();
  const t = desk.debrief;
  return (
    <div className={styles.told} data-part="told-others">
      <h3 className={page.small}>{t.toldOthers}</h3>
      {told.length === 0 ? <p className={page.text}>{t.toldOthersNone}</p> : null}
      <ToldLines of={told.slice(0, FIRST_TOLD)} />
      {told.length > FIRST_TOLD ? (
        <Fold small label={desk.contents.moreCould(told.length - FIRST_TOLD)}>
          <ToldLines of={told.slice(FIRST_TOLD)} />
        </Fold>
      ) : null}
    </div>
  );
}

/** As many as are read at once. */
const FIRST_TOLD = 5;

function ToldLines({ of }: { readonly of: readonly ToldOthers[] }) {
  const desk = useDesk();
  const t = desk.debrief;
  return (
    <ul className={page.lines}>
      {of.map((one, i) => (
        <li key={i}>
          <p>
            <time>{mmss(one.at)}</time>{' '}
            <b>{one.whom.map((who) => t.whom[who] ?? quotedWords(who)).join(', ')}:</b>{' '}
            <Theirs words={one.did} />
          </p>
          {one.knew === null ? null : <p className={page.dim}>{t.toldKnew(quotedWords(one.knew))}</p>}
        </li>
      ))}
    </ul>
  );
}

/** As many facts as are read at once. */
const FIRST = 10;

function Table(props: {
  readonly rows: Rows['rows'];
  readonly seats: readonly (Rows['seats'][number] & { readonly column: number })[];
}) {
  const t = useDesk().debrief;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form fields are grouped here
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby="ladder">
      <table className={styles.ladder}>
        <thead>
          <tr>
            <th scope="col">{t.ladderFact}</th>
            {props.seats.map((seat) => (
              <th key={seat.id} scope="col">
                <Theirs words={seat.name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                <Theirs words={row.label} />
              </th>
              {props.seats.map((seat) => (
                <Cell key={seat.id} of={row.cells[seat.column] ?? null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
        {desk.bases[of.basis]}, {{ told: t.told, reported: t.reported, heard: t.heard }[of.how]}
      </small>
    </td>
  );
}
