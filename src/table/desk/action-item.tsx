/** One standing action in a menu: what it says and how long it takes. */
import { MenuItem } from 'react-aria-components';
import { cx } from './class-names.ts';
import controls from './controls.module.css';
import { Theirs } from './theirs.tsx';

/** `takes` as the reader reads it; empty where it takes no word. */
export function ActionItem(props: { readonly id: string; readonly say: string; readonly takes: string }) {
  return (
    <MenuItem
      id={props.id}
      textValue={props.say}
      data-part="action"
      data-id={props.id}
      className={cx(controls.item)}
    >
      <span>
        <Theirs words={props.say} />
      </span>{' '}
      <small>{props.takes}</small>
    </MenuItem>
  );
}
