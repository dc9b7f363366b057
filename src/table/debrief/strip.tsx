/** The run as a strip: one lane an axis, one sign a case, over exercise time. Each sign is a button that leads to its card (SPEC TB31). */
import { useRef } from 'react';
import { Button as AriaButton, Toolbar } from 'react-aria-components';
import type { DebriefReport } from '#debrief/report.ts';
import type { Finding } from '#law/findings.ts';
import { AXES } from '#law/trace.ts';
import { cx } from '../ui/class-names.ts';
import { useWidth } from '../ui/use-width.ts';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import { keyOf } from './cases.ts';
import styles from './strip.module.css';
import { rowsOf, SIGN, ticksOf } from './strip-rows.ts';
import { type Tone, toneOf, verdictWord } from './verdicts.ts';

/** A toolbar: one stop for Tab, arrows from sign to sign. Signs that would lie on each other stand in rows of their lane. The chosen case is marked in every lane. */
export function Strip(props: {
  readonly report: DebriefReport;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}) {
  const desk = useDesk();
  const { report } = props;
  const ground = useRef<HTMLDivElement>(null);
  const width = useWidth(ground, 1000);
  const whole = Math.max(60_000, report.endedAt);
  const x = (at: number) => Math.min(at, whole) / whole;
  const lanes = AXES.map((axis) => {
    const findings = report.ruling.findings.filter((finding) => finding.axis === axis);
    const rows = rowsOf(findings.map(({ at }) => x(at) * width));
    return { axis, height: GAP + SIGN * (1 + Math.max(0, ...rows)), rows: new Map(zip(findings, rows)) };
  });
  const topOf = (lane: number) => lanes.slice(0, lane).reduce((sum, { height }) => sum + height, 0);
  const heights = lanes.map(({ height }) => `${height}px`).join(' ');
  return (
    <section className={styles.strip} aria-labelledby="strip">
      <h2 id="strip" className={styles.head}>
        {desk.debrief.strip}
      </h2>
      <div className={styles.names} aria-hidden="true" style={{ gridTemplateRows: heights }}>
        {AXES.map((axis) => (
          <span key={axis} data-axis={axis}>
            {desk.axes[axis]}
          </span>
        ))}
      </div>
      <Toolbar
        aria-label={desk.debrief.strip}
        className={cx(styles.signs)}
        style={{ height: topOf(lanes.length) + FOOT }}
      >
        <div ref={ground} className={styles.ground} />
        {lanes.map(({ axis, height }, lane) => (
          <span key={axis} className={styles.lane} style={{ top: topOf(lane), height }} />
        ))}
        {report.ruling.findings.map((finding) => {
          const lane = AXES.indexOf(finding.axis);
          return (
            <Sign
              key={`${finding.at} ${finding.axis} ${finding.rule} ${finding.seq}`}
              finding={finding}
              left={x(finding.at) * 100}
              top={topOf(lane) + GAP / 2 + SIGN * (lanes[lane]?.rows.get(finding) ?? 0)}
              chosen={props.chosen === keyOf({ finding })}
              onPress={() => props.onChoose(keyOf({ finding }))}
            />
          );
        })}
        {ticksOf(width, whole).map((minute) => (
          <span
            key={minute}
            aria-hidden="true"
            className={styles.tick}
            style={{ left: `${x(minute * 60_000) * 100}%` }}
          >
            {mmss(minute * 60_000)}
          </span>
        ))}
      </Toolbar>
      <ul className={styles.key}>
        {TONES.map((tone) => (
          <li key={tone}>
            <Shape tone={tone} />
            {desk.debrief.signs[tone]}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Pixels of a lane above and below its signs together, and of the moments named under all. */
const GAP = 6;
const FOOT = 24;

function zip(findings: readonly Finding[], rows: readonly number[]): readonly (readonly [Finding, number])[] {
  return findings.map((finding, i) => [finding, rows[i] ?? 0]);
}

/** What weighs most first. */
const TONES: readonly Tone[] = ['breach', 'lapse', 'kept', 'plain'];

const SHAPES: Readonly<Record<Tone, string>> = {
  breach: 'M8 1l7 7-7 7-7-7z',
  lapse: 'M8 2l7 12H1z',
  // A ring: filled, it would be taken for a breach by whoever looks fast.
  kept: 'M8 2a6 6 0 110 12A6 6 0 018 2M8 5a3 3 0 100 6 3 3 0 000-6',
  plain: 'M8 5a3 3 0 110 6 3 3 0 010-6',
};

function Sign(props: {
  readonly finding: Finding;
  readonly left: number;
  readonly top: number;
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
      style={{ left: `${props.left}%`, top: props.top }}
      onPress={props.onPress}
    >
      <Shape tone={tone} />
    </AriaButton>
  );
}

function Shape({ tone }: { readonly tone: Tone }) {
  return (
    <svg aria-hidden="true" data-tone={tone} viewBox="0 0 16 16" width="16" height="16">
      <path d={SHAPES[tone]} />
    </svg>
  );
}
