/** The dialog "Keys": every shortcut with its key, and the switch that turns the single-key ones off. */
import { Checkbox } from 'react-aria-components';
import { cx } from '../ui/class-names.ts';
import { TitledDialog } from '../ui/controls.tsx';
import { useDesk } from '../words/desk-words.ts';
import { KeySettings } from './key-settings.tsx';
import styles from './keys-help.module.css';

/** Lists keys as they work now; the switch is the caller's. */
export function KeysHelp(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly discussion: boolean;
  readonly uncued: boolean;
}) {
  const t = useDesk().keys;
  return (
    <TitledDialog title={t.title} open={props.open} onClose={props.onClose}>
      <Checkbox isSelected={props.on} onChange={props.onSwitch} className={cx(styles.switch)}>
        <span className={styles.box} aria-hidden="true">
          {props.on ? '✓' : ''}
        </span>
        <span>
          {t.single}
          <small>{t.singleNote}</small>
        </span>
      </Checkbox>
      <KeySettings discussion={props.discussion} uncued={props.uncued} />
      <p className={styles.note}>{t.tab}</p>
    </TitledDialog>
  );
}
