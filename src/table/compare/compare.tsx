/** One run under several laws and days, side by side, with its warning: a deliberate step, on a screen of its own (SPEC TB33). */
import type { CSSProperties } from 'react';
import type { ComparedLaw, Comparison } from '#debrief/compare.ts';
import { AXES } from '#law/trace.ts';
import { LayerDoor } from '#table/ui/guide-door.tsx';
import { day } from '#table/words/format.ts';
import { Display } from '../preferences/display.tsx';
import type { CompareProps } from '../props/screen-props.ts';
import { CoachingMark } from '../ui/coaching-mark.tsx';
import { Button, Notices } from '../ui/controls.tsx';
import { Icon } from '../ui/icons.tsx';
import { PaperFoot } from '../ui/paper-foot.tsx';
import report from '../ui/report.module.css';
import { ReportPage } from '../ui/report-page.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { quotedWords } from '../words/shown-words.ts';
import { switchesInWords } from '../words/switch-words.ts';
import styles from './compare.module.css';
import { CompareChoice } from './compare-choice.tsx';
import { CompareRow } from './compare-row.tsx';

/** A column a law, the run's own first; a row an act or duty on which they differ. */
export function Compare(props: CompareProps) {
  const desk = useDesk();
  const t = desk.compare;
  const { comparison, onColumns } = props;
  return (
    <ReportPage
      part="compare"
      title={t.title}
      about={<Theirs words={props.scenario.title} />}
      ways={
        <>
          <Display language={props.language} />
          <Button small onPress={props.onDebrief}>
            {t.back}
          </Button>
          <Button small onPress={props.onHome}>
            {desk.debrief.home}
          </Button>
          <Button small onPress={() => print()}>
            <Icon name="print" size={16} />
            {desk.debrief.print}
          </Button>
        </>
      }
    >
      {props.level === 'coaching' ? <CoachingMark why /> : null}
      <p className={styles.warning}>
        <Icon name="unsound" size={18} />
        <span>
          <b>{t.warning}</b> {t.note}
        </span>
      </p>
      <Notices notices={props.notices} />
      <CompareChoice packs={props.packs} columns={comparison.columns} onColumns={onColumns} />
      <Table comparison={comparison} />
      <p className={report.dim}>{t.alike(comparison.alike)}</p>
      <LayerDoor />
      <PaperFoot
        words={[
          ...(props.level === 'coaching' ? [desk.coaching.mark] : []),
          t.title,
          quotedWords(props.scenario.title),
          t.warning,
        ]}
      />
    </ReportPage>
  );
}

function Table({ comparison }: { readonly comparison: Comparison }) {
  const t = useDesk().compare;
  const { columns, rows } = comparison;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form fields are grouped here
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t.title}>
      <table className={styles.table} style={{ '--columns': columns.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="col">{t.what}</th>
            {columns.map((column) => (
              <th key={nameOf(column)} scope="col" data-own={column.isOwn}>
                <Law of={column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.standings}</th>
            {columns.map((column) => (
              <td key={nameOf(column)} data-own={column.isOwn}>
                <Standings of={column} />
              </td>
            ))}
          </tr>
          {rows.map((row) => (
            <CompareRow key={`${row.on} ${row.at} ${row.seq} ${row.did}`} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className={styles.none}>{t.rowsNone}</p> : null}
    </div>
  );
}

function Law({ of }: { readonly of: ComparedLaw }) {
  const t = useDesk().compare;
  const lang = document.documentElement.lang || 'en';
  return (
    <>
      <span className={styles.law}>
        <Theirs words={of.title} />
      </span>
      <small>{[day(of.asOf, lang), ...switchesInWords(t, of.switches)].join(' · ')}</small>
      {of.isOwn ? <small className={styles.own}>{t.own}</small> : null}
      <small>
        <Theirs words={of.review} />
      </small>
    </>
  );
}

function Standings({ of }: { readonly of: ComparedLaw }) {
  const desk = useDesk();
  return (
    <dl className={styles.standings}>
      {AXES.map((axis) => {
        const { standing, kept, due } = of.axes[axis];
        return (
          <div key={axis} data-axis={axis}>
            <dt>{desk.axes[axis]}</dt>
            <dd>
              <Icon name={standing} size={16} />
              {desk.standings[standing]} <small>{desk.debrief.kept(kept, due)}</small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** A column is one law on one day with its switches. */
function nameOf({ pack, asOf, switches }: ComparedLaw): string {
  return `${pack} ${asOf} ${JSON.stringify(switches)}`;
}
