/** What can be said to people in a menu: by tone under headings, what else can be done after it; and a menu of people to choose from. */
import { Header, Menu, MenuItem, MenuSection, Popover, SubmenuTrigger } from 'react-aria-components';
import type { ActionOffer, SeatView } from '#exercise/view.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { useDesk } from '../words/desk-words.ts';
import { ActionItem, WhyBlocked } from './action-item.tsx';
import { byTone, talkPartners } from './talk-tones.ts';

const TONES = ['calm', 'firm'] as const;

/** The items of a menu about one person: what is said calmly, what is said firmly, then the rest. Without talk, plain items. */
export function TalkItems({
  actions,
  busy,
}: {
  readonly actions: readonly ActionOffer[];
  readonly busy: SeatView['busy'];
}) {
  const { talk } = useDesk();
  const item = (action: ActionOffer) => <ActionItem key={action.id} of={action} busy={busy} />;
  const { rest, ...tones } = byTone(actions);
  if (rest.length === actions.length) return actions.map(item);
  return (
    <>
      {TONES.map((tone) => {
        const said = tones[tone];
        return said.length === 0 ? null : (
          <MenuSection key={tone}>
            <Header className={cx(controls.heading)}>{talk[tone]}</Header>
            {said.map(item)}
          </MenuSection>
        );
      })}
      {rest.length === 0 ? null : (
        <MenuSection>
          <Header className={cx(controls.heading)}>{talk.rest}</Header>
          {rest.map(item)}
        </MenuSection>
      )}
    </>
  );
}

/** One item for each person who can be talked to, in the order of the offers; each opens what can be said to them. */
export function TalkPeople(props: {
  readonly actions: readonly ActionOffer[];
  readonly busy: SeatView['busy'];
  readonly onAct: (action: string) => void;
}) {
  return talkPartners(props.actions).map(([to, name]) => (
    <SubmenuTrigger key={to}>
      <MenuItem
        id={`/talk/${to}`}
        textValue={name}
        data-part="talk-to"
        data-id={to}
        className={cx(controls.item)}
      >
        {name}
        <span aria-hidden="true">›</span>
      </MenuItem>
      <Popover placement={isNarrow() ? 'top' : 'end top'} className={cx(controls.popover)}>
        <WhyBlocked id={`blocked-${to}`} actions={props.actions} busy={props.busy} />
        {/* The item that opens it names it. */}
        <Menu
          className={cx(controls.menu)}
          aria-describedby={`blocked-${to}`}
          onAction={(id) => props.onAct(String(id))}
        >
          <TalkItems actions={props.actions.filter(({ talk }) => talk?.to === to)} busy={props.busy} />
        </Menu>
      </Popover>
    </SubmenuTrigger>
  ));
}

/** Where two menus do not fit side by side, the second stands over the first. */
function isNarrow(): boolean {
  return matchMedia('(max-width: 799px)').matches;
}
