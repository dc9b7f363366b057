/** Three standings in words, never added up: each with its count, its weightiest finding, its aims. */
import type { DebriefReport } from '#debrief/report.ts';
import { AXES, type Axis } from '#law/trace.ts';
import controls from './controls.module.css';
import { Icon } from './icons.tsx';
import styles from './standings.module.css';
import { useDesk } from './words.ts';

/** Three regions named by their axis; the standing is text, its sign only repeats it. */
export function Standings({ report }: { readonly report: DebriefReport }) {
  const desk = useDesk();
  return (
    <div className={styles.axes}>
      <h2 id="standings" className={controls.hidden} tabIndex={-1}>
        {desk.contents.standings}
      </h2>
      {AXES.map((axis) => (
        <One key={axis} axis={axis} report={report} />
      ))}
    </div>
  );
}

function One({ axis, report }: { readonly axis: Axis; readonly report: DebriefReport }) {
  const desk = useDesk();
  const t = desk.debrief;
  const { standing, kept, due } = report.ruling.axes[axis];
  const weightiest = report.findings.find(({ finding }) => finding.axis === axis && finding.counts);
  return (
    <section
      className={styles.axis}
      aria-label={desk.axes[axis]}
      data-part={`axis-${axis}`}
      data-axis={axis}
      data-standing={standing}
    >
      <h3>{desk.axes[axis]}</h3>
      <p className={styles.standing}>
        <Icon name={standing} size={26} />
        {desk.standings[standing]}
      </p>
      <p className={styles.count}>
        <b>{t.kept(kept, due)}</b>
        <small>{t.keptNote}</small>
      </p>
      <p className={styles.first}>{weightiest ? weightiest.finding.title : t.none}</p>
      <ul className={styles.aims}>
        {report.objectives
          .filter((aim) => aim.axis === axis)
          .map((aim) => (
            <li key={aim.id} data-met={aim.met}>
              <Icon name={aim.met ? 'kept' : 'missed'} size={16} />
              <span>
                <b>
                  {t.objective} {aim.met ? t.objectiveMet : t.objectiveMissed}:
                </b>{' '}
                {aim.text}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
