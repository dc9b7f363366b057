/** The standing actions, always in the same places: one button a group, each opening a menu of what can be done there now (SPEC TB192). */
import { type CSSProperties, useRef } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Toolbar } from 'react-aria-components';
import type { ActionOffer, SeatView } from '#exercise/view.ts';
import { ActionItem, WhyBlocked } from '../actions/action-item.tsx';
import { TalkPeople } from '../actions/talk-items.tsx';
import { DO } from '../actions/uncued.ts';
import { GROUP_SHORTCUTS, keysNow } from '../preferences/key-map.ts';
import { usePreferring } from '../preferences/preferences.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Icon } from '../ui/icons.tsx';
import { useDesk } from '../words/desk-words.ts';
import styles from './action-bar.module.css';

/** Groups every scenario is expected to fill; the others, and talk, are drawn once something in them was on offer. */
const LAW = 'law';
const TALK = 'talk';
/** No action has this name: ids of the language have no strokes. */
const COMPOSE = '/compose';
const ALWAYS = GROUP_SHORTCUTS.filter((group) => group !== LAW && group !== TALK);

/**
 * Groups stand in a fixed order and never vanish, so that a hand finds them again; one with nothing to do now is faint and says
 * so when pressed. A group opens its menu even with one action in it: a press must not start acting because another action left.
 */
export function ActionBar(props: {
  readonly actions: readonly ActionOffer[];
  /** What the reader is doing: what has to wait for it is shown as unavailable. */
  readonly busy: SeatView['busy'];
  readonly keys: boolean;
  readonly open: string | null;
  readonly onOpen: (group: string | null) => void;
  readonly onAct: (action: string) => void;
  /** The radio's own form, where a message is put together; without it none is offered. */
  readonly onCompose?: () => void;
  readonly onNothing: (group: string) => void;
}) {
  const t = useDesk().play;
  const seen = useRef(new Set<string>());
  for (const { group } of props.actions) if (!ALWAYS.includes(group)) seen.current.add(group);
  const late = [...seen.current].filter((group) => group !== LAW);
  const groups = [...ALWAYS, ...late, ...(seen.current.has(LAW) ? [LAW] : [])];
  return (
    <Toolbar
      aria-label={t.actions}
      data-part="actions"
      className={cx(styles.bar)}
      // Law comes last and late; its place is kept, so that the others stay in theirs.
      style={{ '--slots': ALWAYS.length + late.length + 1 } as CSSProperties}
    >
      {groups.map((group) => (
        <Group
          key={group}
          {...props}
          group={group}
          actions={props.actions.filter((one) => one.group === group)}
        />
      ))}
    </Toolbar>
  );
}

function Group({ group, actions, ...props }: Parameters<typeof ActionBar>[0] & { readonly group: string }) {
  const desk = useDesk();
  const t = desk.play;
  const name = desk.groups[group] ?? group.replaceAll('-', ' ');
  const keys: Readonly<Record<string, string>> = keysNow(usePreferring().preferences.ownKeys);
  const key = group === DO ? keys.decision : keys[group];
  const face = (
    <>
      <Icon name={group} />
      <span>
        {name}
        {props.keys && key !== undefined ? (
          <span aria-hidden="true" className={styles.key}>
            {key}
          </span>
        ) : null}
      </span>
    </>
  );
  if (actions.length === 0) {
    return (
      <AriaButton
        className={cx(styles.group)}
        data-empty=""
        aria-disabled
        aria-describedby={`none-${group}`}
        onPress={() => props.onNothing(name)}
      >
        {face}
        <span hidden id={`none-${group}`}>
          {t.nothingIn(name)}
        </span>
      </AriaButton>
    );
  }
  return (
    <MenuTrigger isOpen={props.open === group} onOpenChange={(open) => props.onOpen(open ? group : null)}>
      <AriaButton className={cx(styles.group)}>{face}</AriaButton>
      <Popover placement="top" className={cx(controls.popover)}>
        <WhyBlocked id={`blocked-${group}`} actions={actions} busy={props.busy} />
        <Menu
          aria-describedby={`blocked-${group}`}
          autoFocus="first"
          className={cx(controls.menu)}
          onAction={(id) => (id === COMPOSE ? props.onCompose?.() : props.onAct(String(id)))}
        >
          {group === TALK ? (
            <TalkPeople
              actions={actions}
              busy={props.busy}
              onAct={(action) => {
                props.onOpen(null);
                props.onAct(action);
              }}
            />
          ) : (
            actions.map((action) => <ActionItem key={action.id} of={action} busy={props.busy} />)
          )}
          {group === 'radio' && props.onCompose ? (
            <MenuItem id={COMPOSE} data-part="compose" className={cx(controls.item)}>
              {desk.builder.open}
            </MenuItem>
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
