/** The clock of the exercise with what moves it: pause and speed when it runs, Wait when it waits. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ClockView } from '#protocol/session.ts';
import { keysNow } from '../preferences/key-map.ts';
import { keyName } from '../preferences/key-settings.tsx';
import { usePreferring } from '../preferences/preferences.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Button, KeyCap } from '../ui/controls.tsx';
import { Icon } from '../ui/icons.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import styles from './clock.module.css';

const SPEEDS = [1, 2, 4] as const;

/** Timer "Clock" whose text is `mm:ss` and nothing else; it is not announced as it runs. */
export function Clock({ at }: { readonly at: number }) {
  const t = useDesk().play;
  return (
    <div role="timer" aria-label={t.clock} data-part="clock" className={styles.clock}>
      {mmss(at)}
    </div>
  );
}

/** Pause and speed on the live clock, Wait on the discussion clock; nothing once the exercise is over. */
export function ClockControls(props: {
  readonly clock: ClockView;
  readonly waiting: boolean;
  readonly ended: boolean;
  readonly keys: boolean;
  readonly onPause: (on: boolean) => void;
  readonly onSpeed: (times: 1 | 2 | 4) => void;
  readonly onWait: () => void;
}) {
  const desk = useDesk();
  const t = desk.play;
  const { clock } = props;
  const { preferences } = usePreferring();
  if (props.ended) return null;
  const key = props.keys ? <KeyCap of={keyName(desk, keysNow(preferences.ownKeys).pause)} /> : null;
  if (clock.policy === 'discussion') {
    return (
      <Button
        data-part="wait"
        // A button that is disabled loses the focus, and whoever waits again by keyboard would have to find it anew.
        {...(props.waiting ? { 'aria-disabled': true } : {})}
        onPress={() => {
          if (!props.waiting) props.onWait();
        }}
      >
        <Icon name="wait" size={16} />
        {t.wait}
        {key}
      </Button>
    );
  }
  return (
    <>
      <ToggleButtonGroup
        aria-label={t.speed}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(clock.speed)]}
        onSelectionChange={(keys) => {
          const times = SPEEDS.find((one) => keys.has(String(one)));
          if (times) props.onSpeed(times);
        }}
        className={cx(styles.speeds)}
      >
        {SPEEDS.map((times) => (
          <ToggleButton key={times} id={String(times)} className={cx(styles.speed)}>
            {t.speeds[times]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButton
        data-part="pause"
        isSelected={clock.paused}
        onChange={props.onPause}
        className={cx(controls.button, styles.pause)}
      >
        <Icon name="pause" size={16} />
        {t.pause}
        {key}
      </ToggleButton>
    </>
  );
}
