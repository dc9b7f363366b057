/** The timeline: all that happened to the seat, in order, with the findings that rest on each moment. */
import type { DebriefReport, Moment } from '#debrief/report.ts';
import { desk } from '#table/texts/en/desk.ts';
import styles from './debrief.module.css';
import { mmss } from './durations.ts';
import { Icon } from './icons.tsx';
import { toneOf, verdictIcon, verdictWord } from './verdicts.ts';

const t = desk.debrief;

/** A plain list; a mark says its verdict and axis in words. */
export function Timeline({ report }: { readonly report: DebriefReport }) {
  return (
    <section className={styles.box} aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline}</h2>
      <ol className={styles.timeline}>
        {report.timeline.map((moment, i) => (
          <li key={i} data-kind={moment.kind}>
            <time>{mmss(moment.at)}</time>
            <p className={styles.by}>
              {moment.who === '' ? null : <span>{moment.who}</span>}
              <small>{t.kinds[moment.kind]}</small>
            </p>
            <div>
              <p>{moment.text}</p>
              <Marks moment={moment} report={report} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Marks({ moment, report }: { readonly moment: Moment; readonly report: DebriefReport }) {
  if (moment.marks.length === 0) return null;
  return (
    <ul className={styles.marks}>
      {moment.marks.map((mark) => {
        const finding = report.ruling.findings[mark];
        return finding === undefined ? null : (
          <li key={mark} data-axis={finding.axis} data-tone={toneOf(finding)}>
            <Icon name={verdictIcon(finding)} size={14} />
            {verdictWord(finding)}: <span>{desk.axes[finding.axis]}</span>
          </li>
        );
      })}
    </ul>
  );
}
