/** The run as a strip: one lane an axis, one sign a finding, over exercise time. The timeline says the same in words. */
import type { DebriefReport } from '#debrief/report.ts';
import type { Finding } from '#law/findings.ts';
import { AXES } from '#law/trace.ts';
import { desk } from '#table/texts/en/desk.ts';
import { mmss } from './durations.ts';
import styles from './strip.module.css';
import { type Tone, toneOf } from './verdicts.ts';

/** Height of a lane in pixels. */
const LANE = 24;

/** Hidden from screen readers and on narrow pages; nothing in it is not also said in the list. */
export function Strip({ report }: { readonly report: DebriefReport }) {
  const whole = Math.max(60_000, report.endedAt);
  const x = (at: number) => (Math.min(at, whole) / whole) * 100;
  const minutes = Math.floor(whole / 60_000);
  const every = minutes > 12 ? 3 : minutes > 5 ? 2 : 1;
  const ticks = Array.from({ length: Math.floor(minutes / every) + 1 }, (_, i) => i * every);
  return (
    <figure className={styles.strip} aria-hidden="true">
      <div className={styles.names}>
        {AXES.map((axis) => (
          <span key={axis} data-axis={axis}>
            {desk.axes[axis]}
          </span>
        ))}
      </div>
      <div className={styles.signs}>
        {AXES.map((axis, lane) => (
          <span key={axis} className={styles.lane} style={{ top: lane * LANE + LANE / 2 }} />
        ))}
        {report.ruling.findings.map((finding) => (
          <Sign
            key={`${finding.at} ${finding.axis} ${finding.rule} ${finding.seq}`}
            finding={finding}
            left={x(finding.at)}
          />
        ))}
        {ticks.map((minute) => (
          <span key={minute} className={styles.tick} style={{ left: `${x(minute * 60_000)}%` }}>
            {mmss(minute * 60_000)}
          </span>
        ))}
      </div>
    </figure>
  );
}

const SHAPES: Readonly<Record<Tone, string>> = {
  breach: 'M8 1l7 7-7 7-7-7z',
  lapse: 'M8 2l7 12H1z',
  kept: 'M8 2a6 6 0 110 12A6 6 0 018 2',
  plain: 'M8 5a3 3 0 110 6 3 3 0 010-6',
};

function Sign({ finding, left }: { readonly finding: Finding; readonly left: number }) {
  const tone = toneOf(finding);
  return (
    <svg
      aria-hidden="true"
      className={styles.sign}
      data-axis={finding.axis}
      data-tone={tone}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      style={{ left: `${left}%`, top: AXES.indexOf(finding.axis) * LANE + 4 }}
    >
      <path d={SHAPES[tone]} />
    </svg>
  );
}
