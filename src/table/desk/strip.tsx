/** The run as a strip: one lane an axis, one sign a case, over exercise time. Each sign is a button that leads to its card. */
import { Button as AriaButton, Toolbar } from 'react-aria-components';
import type { DebriefReport } from '#debrief/report.ts';
import type { Finding } from '#law/findings.ts';
import { AXES } from '#law/trace.ts';
import { keyOf } from './cases.ts';
import { cx } from './class-names.ts';
import { mmss } from './durations.ts';
import styles from './strip.module.css';
import { type Tone, toneOf, verdictWord } from './verdicts.ts';
import { useDesk } from './words.ts';

/** Height of a lane in pixels; a sign is a target of the same size. */
const LANE = 28;

/** A toolbar: one stop for Tab, arrows from sign to sign. The chosen case is marked in every lane. */
export function Strip(props: {
  readonly report: DebriefReport;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}) {
  const desk = useDesk();
  const { report } = props;
  const whole = Math.max(60_000, report.endedAt);
  const x = (at: number) => (Math.min(at, whole) / whole) * 100;
  const minutes = Math.floor(whole / 60_000);
  const every = minutes > 12 ? 3 : minutes > 5 ? 2 : 1;
  const ticks = Array.from({ length: Math.floor(minutes / every) + 1 }, (_, i) => i * every);
  return (
    <section className={styles.strip} aria-labelledby="strip">
      <h2 id="strip" className={styles.head}>
        {desk.debrief.strip}
      </h2>
      <div className={styles.names} aria-hidden="true">
        {AXES.map((axis) => (
          <span key={axis} data-axis={axis}>
            {desk.axes[axis]}
          </span>
        ))}
      </div>
      <Toolbar aria-label={desk.debrief.strip} className={cx(styles.signs)}>
        {AXES.map((axis, lane) => (
          <span key={axis} className={styles.lane} style={{ top: lane * LANE + LANE / 2 }} />
        ))}
        {report.ruling.findings.map((finding) => (
          <Sign
            key={`${finding.at} ${finding.axis} ${finding.rule} ${finding.seq}`}
            finding={finding}
            left={x(finding.at)}
            chosen={props.chosen === keyOf({ finding })}
            onPress={() => props.onChoose(keyOf({ finding }))}
          />
        ))}
        {ticks.map((minute, i) => (
          <span
            key={minute}
            data-minor={i % 2 === 1}
            aria-hidden="true"
            className={styles.tick}
            style={{ left: `${x(minute * 60_000)}%` }}
          >
            {mmss(minute * 60_000)}
          </span>
        ))}
      </Toolbar>
    </section>
  );
}

const SHAPES: Readonly<Record<Tone, string>> = {
  breach: 'M8 1l7 7-7 7-7-7z',
  lapse: 'M8 2l7 12H1z',
  kept: 'M8 2a6 6 0 110 12A6 6 0 018 2',
  plain: 'M8 5a3 3 0 110 6 3 3 0 010-6',
};

function Sign(props: {
  readonly finding: Finding;
  readonly left: number;
  readonly chosen: boolean;
  readonly onPress: () => void;
}) {
  const desk = useDesk();
  const { finding } = props;
  const tone = toneOf(finding);
  return (
    <AriaButton
      className={cx(styles.sign)}
      data-part="sign"
      data-axis={finding.axis}
      data-chosen={props.chosen}
      aria-label={`${mmss(finding.at)}, ${desk.axes[finding.axis]}, ${verdictWord(desk, finding)}: ${finding.title}`}
      style={{ left: `${props.left}%`, top: AXES.indexOf(finding.axis) * LANE }}
      onPress={props.onPress}
    >
      <svg aria-hidden="true" data-tone={tone} viewBox="0 0 16 16" width="16" height="16">
        <path d={SHAPES[tone]} />
      </svg>
    </AriaButton>
  );
}
