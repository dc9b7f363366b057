/** The drawers at the sand table's edge: notebook and the call. One is out at a time; on a small screen both stand under one tab. */
import type { ReactNode, RefObject } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { SeatView } from '#exercise/view.ts';
import { cx } from '../../ui/class-names.ts';
import controls from '../../ui/controls.module.css';
import { Button } from '../../ui/controls.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useDesk } from '../../words/desk-words.ts';
import { MdcCard } from './mdc-card.tsx';
import { Notebook } from './notebook.tsx';
import styles from './side.module.css';

export type Drawer = 'notebook' | 'call';

/**
 * What the notebook says stays readable to a screen reader while it is in: only the eye does not see it. Nothing that takes the focus is
 * in a drawer that is in.
 */
export function Side(props: {
  readonly view: SeatView;
  readonly out: Drawer | null;
  readonly pinned: boolean;
  readonly onPin: (on: boolean) => void;
  readonly onIn: () => void;
  readonly notebook: RefObject<HTMLElement | null>;
  /** Below the notebook. */
  readonly children: ReactNode;
}) {
  const { ground } = useDesk();
  const { view, out, pinned } = props;
  return (
    <div className={styles.side} data-out={out ?? 'none'} data-pinned={pinned}>
      <div className={styles.tools}>
        <ToggleButton
          aria-label={pinned ? ground.unpin : ground.pin}
          isSelected={pinned}
          onChange={props.onPin}
          className={cx(controls.button, controls.small)}
        >
          <Icon name="pin" size={16} />
        </ToggleButton>
        <Button small aria-label={ground.fold} onPress={props.onIn}>
          <Icon name="close" size={16} />
        </Button>
      </div>
      <div className={styles.call}>
        <MdcCard view={view} />
      </div>
      <div className={styles.notebook}>
        <Notebook view={view} at={props.notebook} />
        <div className={styles.below}>{props.children}</div>
      </div>
    </div>
  );
}
