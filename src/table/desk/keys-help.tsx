/** The dialog "Keys": every shortcut, and the switch that turns the single-key ones off. */
import { Checkbox } from 'react-aria-components';
import { cx } from './class-names.ts';
import controls from './controls.module.css';
import { Sheet } from './controls.tsx';
import styles from './keys-help.module.css';
import { GROUP_KEYS, KEYS } from './use-keys.ts';
import { useDesk } from './words.ts';

/** Lists keys as they work now; the switch is the caller's. */
export function KeysHelp(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly discussion: boolean;
}) {
  const desk = useDesk();
  const t = desk.keys;
  const rows: readonly (readonly [string, string])[] = [
    ['1 – 9', t.digits],
    [t.spaceName, props.discussion ? t.spaceWait : t.space],
    ...Object.entries(GROUP_KEYS).map(([group, key]) => [key, t.group(desk.groups[group] ?? group)] as const),
    [KEYS.decision, t.decision],
    [KEYS.notebook, t.notebook],
    [KEYS.where, t.where],
    [KEYS.law, t.law],
    [KEYS.help, t.help],
  ];
  return (
    <Sheet title={t.title} open={props.open} onClose={props.onClose}>
      <Checkbox isSelected={props.on} onChange={props.onSwitch} className={cx(styles.switch)}>
        <span className={styles.box} aria-hidden="true">
          {props.on ? '✓' : ''}
        </span>
        <span>
          {t.single}
          <small>{t.singleNote}</small>
        </span>
      </Checkbox>
      <dl className={styles.keys}>
        {rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd className={controls.key}>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t.tab}</p>
    </Sheet>
  );
}
