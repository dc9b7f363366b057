/** One standing action in a menu: what it says and how long it takes; of one that goes on, how much is left. */
import { MenuItem } from 'react-aria-components';
import type { ActionOffer } from '#exercise/view.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { span } from '../words/durations.ts';
import { isOfTheDesk } from './uncued.ts';

export function ActionItem({ id, say, takes, resumes }: ActionOffer) {
  const { play } = useDesk();
  const time = resumes === true ? play.left(span(takes)) : span(takes) || play.atOnce;
  return (
    <MenuItem
      id={id}
      textValue={say}
      data-part="action"
      data-id={id}
      {...(resumes === true ? { 'data-resumes': '' } : {})}
      className={cx(controls.item)}
    >
      <span>
        <Theirs words={resumes === true ? play.goesOn.bar(say) : say} />
      </span>{' '}
      <small>{isOfTheDesk(id) ? '' : time}</small>
    </MenuItem>
  );
}
