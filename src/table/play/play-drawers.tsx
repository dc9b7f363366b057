/** The buttons of the drawers: the call, the notebook with how much is in it, the pocket card. */
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import type { SeatView } from '#exercise/view.ts';
import { cx } from '../ui/class-names.ts';
import { Icon } from '../ui/icons.tsx';
import { useDesk } from '../words/desk-words.ts';
import styles from './play.module.css';
import type { PlayParts } from './play-parts.ts';
import type { Drawer } from './side/side.tsx';

/** At the right of the actions, always in the same place; a drawer that is out is pressed again to put it in. */
export function PlayDrawers({
  parts,
  view,
  onLaw,
}: {
  readonly parts: PlayParts;
  readonly view: Pick<SeatView, 'known'>;
  /** Null once there is no call any more to read up for. */
  readonly onLaw: (() => void) | null;
}) {
  const { play, ground } = useDesk();
  const drawer = (name: Drawer, icon: string, label: ReactNode, news: boolean) => (
    <ToggleButton
      isSelected={parts.drawer === name}
      onChange={(out) => parts.onDrawer(out ? name : null)}
      data-part={`drawer-${name}`}
      data-under-tab=""
      data-news={news}
      className={cx(styles.drawer)}
    >
      <Icon name={icon} />
      {label}
    </ToggleButton>
  );
  return (
    <div className={styles.drawers}>
      {drawer('call', 'call', ground.callShort, false)}
      {drawer('notebook', 'notebook', ground.notebookCount(view.known.length), parts.news)}
      {onLaw === null ? null : (
        <AriaButton className={cx(styles.drawer)} onPress={onLaw}>
          <Icon name="law" />
          {play.law}
        </AriaButton>
      )}
    </div>
  );
}
