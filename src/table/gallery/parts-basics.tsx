/** Colours, type, heights, icons, controls, dialogs. */
import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import type { PartsTexts } from '#table/words/en/parts.ts';
import { Banner } from '../ui/banner.tsx';
import { Choice } from '../ui/choice.tsx';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Button, ConfirmButton, KeyCap, Notices } from '../ui/controls.tsx';
import { Fold } from '../ui/fold.tsx';
import { ICONS, Icon } from '../ui/icons.tsx';
import { Group, Part } from './part.tsx';
import styles from './parts.module.css';

const SIZES = ['--t-title', '--t-head', '--t-lead', '--t-body', '--t-note', '--t-small'];
const HEIGHTS = ['--lift-1', '--lift-2', '--lift-3'];
const WEIGHTS = ['primary', 'plain', 'quiet', 'danger'] as const;

/** What every other part is made of. */
export function Basics({ t }: { readonly t: PartsTexts }) {
  const [chosen, setChosen] = useState('live');
  return (
    <>
      <Group name={t.colours}>
        <Part wide>
          <ul className={styles.swatches}>
            {Object.entries(t.hues).map(([hue, says]) => (
              <li key={hue}>
                <i style={{ background: `var(--${hue})` }} />
                {says}
              </li>
            ))}
          </ul>
        </Part>
        <Part name={t.type}>
          <ul className={styles.sizes}>
            {SIZES.map((size, i) => (
              <li key={size} style={{ fontSize: `var(${size})` }}>
                {t.sizes[i]}
              </li>
            ))}
          </ul>
        </Part>
        <Part name={t.height}>
          <ul className={styles.heights}>
            {HEIGHTS.map((height, i) => (
              <li key={height} style={{ boxShadow: `var(${height})` }}>
                {t.heights[i]}
              </li>
            ))}
          </ul>
        </Part>
        <Part name={t.icons}>
          <div className={styles.icons}>
            {ICONS.map((name) => (
              <Icon key={name} name={name} size={22} />
            ))}
          </div>
        </Part>
      </Group>
      <Group name={t.controls}>
        <Part>
          <div className={styles.row}>
            {WEIGHTS.map((weight) => (
              <Button key={weight} weight={weight}>
                {t.weights[weight]}
              </Button>
            ))}
          </div>
          <div className={styles.row} style={{ marginTop: 8 }}>
            {WEIGHTS.map((weight) => (
              <Button key={weight} weight={weight} small>
                {t.weights[weight]}
              </Button>
            ))}
          </div>
          <div className={styles.row} style={{ marginTop: 8 }}>
            {WEIGHTS.map((weight) => (
              <Button key={weight} weight={weight} isDisabled>
                {`${t.weights[weight]}, ${t.off}`}
              </Button>
            ))}
          </div>
          <div className={styles.row} style={{ marginTop: 8 }}>
            <Button>
              <Icon name="export" size={16} />
              {t.weights.plain}
              <KeyCap of="E" />
            </Button>
            <span className={controls.chip}>
              <span className={controls.dot} /> <b>4-Adam-31</b>
            </span>
          </div>
        </Part>
        <Part name={t.choice}>
          <Choice label={t.choice} value={chosen} onChange={setChosen} of={t.choices} />
        </Part>
        <Part name={t.write}>
          <TextField defaultValue={t.written}>
            <Label className={cx(controls.label)}>{t.write}</Label>
            <TextArea className={cx(controls.area)} rows={3} />
          </TextField>
        </Part>
        <Part name={t.notices}>
          <Notices
            notices={[
              { tone: 'info', text: t.info },
              { tone: 'warning', text: t.warning },
            ]}
          />
        </Part>
        <Part name={t.notices} frame="plain">
          <Banner text={t.banner}>
            <a href="#/parts">{t.weights.plain}</a>
          </Banner>
        </Part>
        <Part name={t.choice}>
          <Fold label={t.weights.plain}>
            <p>{t.info}</p>
          </Fold>
        </Part>
        <Part name={t.dialog}>
          <div className={styles.veil}>
            <div className={controls.sheet}>
              <div role="presentation" className={controls.within}>
                <h3>{t.dialogTitle}</h3>
                <p>{t.dialogText}</p>
                <div className={controls.row}>
                  <Button weight="danger">{t.yes}</Button>
                  <Button>{t.no}</Button>
                </div>
              </div>
            </div>
          </div>
          <ConfirmButton
            label={t.openDialog}
            title={t.dialogTitle}
            text={t.dialogText}
            yes={t.yes}
            no={t.no}
            onYes={nothing}
          />
        </Part>
      </Group>
    </>
  );
}

function nothing(): void {}
