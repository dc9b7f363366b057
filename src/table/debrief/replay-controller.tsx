/** Controls of the replay: play, play back, event by event, five speeds, and a slider over the whole run with its findings marked. */
import type { CSSProperties, KeyboardEvent } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { DebriefReport } from '#debrief/report.ts';
import type { Rewind } from '#debrief/rewind.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Button } from '../ui/controls.tsx';
import { Icon } from '../ui/icons.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import styles from './replay.module.css';
import { neighbour, TAPE_SPEEDS, type Tape } from './use-tape.ts';
import { toneOf } from './verdicts.ts';

/** How far a key moves the slider, in milliseconds. */
const STEP: Readonly<Record<string, number>> = {
  ArrowLeft: -1_000,
  ArrowDown: -1_000,
  ArrowRight: 1_000,
  ArrowUp: 1_000,
  PageDown: -30_000,
  PageUp: 30_000,
};

/** `line` is what was last said or done at the moment shown; the slider's value is told with it. */
export function ReplayController(props: {
  readonly report: DebriefReport;
  readonly tape: Rewind;
  readonly hand: Tape;
  readonly line: string;
}) {
  const t = useDesk().replay;
  const { report, tape, hand, line } = props;
  const whole = Math.max(1, tape.endedAt);
  const done = { '--done': `${(hand.at / whole) * 100}%` } as CSSProperties;
  const onKeyDown = (event: KeyboardEvent) => {
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tape.endedAt
          : STEP[event.key] === undefined
            ? null
            : hand.at + (STEP[event.key] ?? 0);
    if (to === null) return;
    event.preventDefault();
    hand.seek(to);
  };
  return (
    <div className={styles.hand} data-print="no">
      <p className={styles.line}>
        <time>{mmss(hand.at)}</time>
        <span>{line}</span>
      </p>
      <div className={styles.track} style={done}>
        <span className={styles.marks} aria-hidden="true">
          {report.ruling.findings.map((finding) => (
            <i
              key={`${finding.at} ${finding.axis} ${finding.rule} ${finding.seq}`}
              data-axis={finding.axis}
              data-tone={toneOf(finding)}
              style={{ left: `${(Math.min(finding.at, whole) / whole) * 100}%` }}
            />
          ))}
        </span>
        <input
          type="range"
          aria-label={t.slider}
          aria-valuetext={`${mmss(hand.at)}. ${line}`}
          min={0}
          max={tape.endedAt}
          step="any"
          value={hand.at}
          onChange={(event) => hand.seek(event.currentTarget.valueAsNumber)}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: no form fields are grouped here */}
      <div className={styles.buttons} role="group" aria-label={t.controls}>
        <Button
          small
          aria-label={t.before}
          isDisabled={hand.at === 0}
          onPress={() => hand.seek(neighbour(tape.moments, hand.at, -1))}
        >
          <Icon name="step-back" size={18} />
        </Button>
        <Button
          small
          aria-label={hand.way === -1 ? t.pause : t.back}
          isDisabled={hand.at === 0 && hand.way !== -1}
          onPress={() => hand.run(hand.way === -1 ? 0 : -1)}
        >
          <Icon name={hand.way === -1 ? 'pause' : 'play-back'} size={18} />
        </Button>
        <Button weight="primary" onPress={() => hand.run(hand.way === 1 ? 0 : 1)} data-part="replay-play">
          <Icon name={hand.way === 1 ? 'pause' : 'play'} size={18} />
          {hand.way === 1 ? t.pause : t.play}
        </Button>
        <Button
          small
          aria-label={t.after}
          isDisabled={hand.at === tape.endedAt}
          onPress={() => hand.seek(neighbour(tape.moments, hand.at, 1))}
        >
          <Icon name="step-on" size={18} />
        </Button>
        <ToggleButtonGroup
          aria-label={t.speed}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[String(hand.speed)]}
          onSelectionChange={(keys) => {
            const speed = TAPE_SPEEDS.find((one) => keys.has(String(one)));
            if (speed !== undefined) hand.pace(speed);
          }}
          className={cx(styles.speeds)}
        >
          {TAPE_SPEEDS.map((one) => (
            <ToggleButton key={one} id={String(one)} className={cx(controls.button, controls.small)}>
              {`×${one}`}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <p className={styles.clock}>
          <time>{mmss(hand.at)}</time> {t.of(mmss(tape.endedAt))}
        </p>
      </div>
    </div>
  );
}
