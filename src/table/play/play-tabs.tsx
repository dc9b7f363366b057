/** Talk, table or notebook: what a small screen shows of the play screen. Not drawn where all of it has room. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SeatView } from '#exercise/view.ts';
import { cx } from '../ui/class-names.ts';
import { useDesk } from '../words/desk-words.ts';
import { left } from '../words/durations.ts';
import styles from './play.module.css';
import { type PlayParts, TABS } from './play-parts.ts';

/** While a question waits under another tab, its tab says so with the time that is left. */
export function PlayTabs({
  parts,
  view,
}: {
  readonly parts: PlayParts;
  readonly view: Pick<SeatView, 'decisions' | 'known' | 'at'>;
}) {
  const { ground } = useDesk();
  const card = view.decisions[0];
  const names = {
    talk: ground.talk,
    table: ground.table,
    notebook: ground.notebookCount(view.known.length),
  };
  return (
    <ToggleButtonGroup
      aria-label={ground.shows}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[parts.tab]}
      onSelectionChange={(keys) => {
        const tab = TABS.find((one) => keys.has(one));
        if (tab) parts.onTab(tab);
      }}
      className={cx(styles.tabs)}
    >
      {TABS.map((tab) => (
        <ToggleButton key={tab} id={tab} data-part={`tab-${tab}`} className={cx(styles.tab)}>
          {names[tab]}
          {tab === 'talk' && parts.tab !== 'talk' && card ? (
            <i>
              {ground.asked} {left(card.lapses - view.at)}
            </i>
          ) : null}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
