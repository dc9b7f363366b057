/** The bar above the table: what is played, as whom, under which law; the clock; the way out. */
import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { PlayProps } from '../props/screen-props.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Button, Confirm, Mark } from '../ui/controls.tsx';
import { Icon } from '../ui/icons.tsx';
import { Theirs } from '../ui/theirs.tsx';
import type { Followed } from '../ui/use-session.ts';
import { useDesk } from '../words/desk-words.ts';
import { valueWords } from '../words/known-words.ts';
import { Clock, ClockControls } from './clock.tsx';
import { Meters } from './meters.tsx';
import styles from './top-bar.module.css';

/** Meters appear where the scenario shows them to the seat, the camera chip only where the seat itself knows how its camera stands. */
export function TopBar(props: {
  readonly now: Followed;
  readonly scenario: PlayProps['scenario'];
  readonly pack: PlayProps['pack'];
  readonly keys: boolean;
  readonly onPause: (on: boolean) => void;
  readonly onSpeed: (times: 1 | 2 | 4) => void;
  readonly onWait: () => void;
  readonly muted: boolean;
  readonly onMute: () => void;
  readonly onKeys: () => void;
  readonly onDisplay: () => void;
  readonly onHome: () => void;
  readonly onStop: () => void;
}) {
  const desk = useDesk();
  const t = desk.play;
  const [stopping, setStopping] = useState(false);
  const { view, clock } = props.now;
  const camera = view.known.find((one) => one.fact === 'camera');
  const ended = view.ended !== null;
  return (
    <header className={styles.bar}>
      <span className={styles.mark}>
        <Mark />
      </span>
      <h1 className={styles.title}>{props.scenario.title}</h1>
      <span className={cx(controls.chip, styles.who)} data-ring="local">
        <span className={controls.dot} style={{ background: 'var(--local)' }} />
        <b>
          <Theirs words={view.callsign} />
        </b>
        <span className={styles.place}>{view.place?.label ?? t.nowhere}</span>
      </span>
      {camera ? (
        <span className={controls.chip}>
          <Icon name="camera" size={16} />
          {t.camera} <b>{valueWords(desk, camera.fact, camera.value, camera.words)}</b>
        </span>
      ) : null}
      <Meters view={view} lang={document.documentElement.lang || 'en'} />
      <span className={cx(controls.chip, styles.pack)}>
        {t.pack} <b>{props.pack.title}</b>
      </span>
      <span className={styles.end}>
        <Clock at={view.at} />
        <ClockControls
          clock={clock}
          waiting={view.waiting}
          ended={ended}
          keys={props.keys}
          onPause={props.onPause}
          onSpeed={props.onSpeed}
          onWait={props.onWait}
        />
        <Button
          aria-label={desk.sound.on}
          aria-pressed={!props.muted}
          onPress={props.onMute}
          data-part="mute"
        >
          <Icon name={props.muted ? 'muted' : 'speaker'} />
        </Button>
        <MenuTrigger>
          <Button aria-label={t.more}>
            <Icon name="more" />
          </Button>
          <Popover placement="bottom end" className={cx(controls.popover)}>
            <Menu className={cx(controls.menu)}>
              <MenuItem className={cx(controls.item)} onAction={props.onKeys}>
                {t.keys}
              </MenuItem>
              <MenuItem className={cx(controls.item)} onAction={props.onDisplay}>
                {t.display}
              </MenuItem>
              <MenuItem className={cx(controls.item)} onAction={props.onHome}>
                {t.leave}
              </MenuItem>
              {ended ? null : (
                <MenuItem className={cx(controls.item)} onAction={() => setStopping(true)}>
                  {t.stop}
                </MenuItem>
              )}
            </Menu>
          </Popover>
        </MenuTrigger>
      </span>
      <Confirm
        open={stopping}
        onClose={() => setStopping(false)}
        title={t.stopAsk}
        text={t.stopText}
        yes={t.stopYes}
        no={t.stopNo}
        onYes={props.onStop}
      />
    </header>
  );
}
