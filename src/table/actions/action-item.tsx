/** One standing action in a menu: what it says and how long it takes; of one that goes on, how much is left. */
import { MenuItem } from 'react-aria-components';
import type { ActionOffer, SeatView } from '#exercise/view.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss, span } from '../words/durations.ts';
import { quotedWords } from '../words/shown-words.ts';
import { isBlocked } from './blocked.ts';
import { isOfTheDesk } from './uncued.ts';

/** One that cannot be begun now is said to be unavailable; why, stands above the menu. */
export function ActionItem({
  of: { id, group, say, takes, resumes },
  busy,
}: {
  readonly of: ActionOffer;
  readonly busy: SeatView['busy'];
}) {
  const { play } = useDesk();
  const time = resumes === true ? play.left(span(takes)) : span(takes) || play.atOnce;
  return (
    <MenuItem
      id={id}
      textValue={say}
      isDisabled={isBlocked({ group, takes }, busy)}
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

/** Why some of these actions are unavailable; nothing if none is. It is to describe their menu. */
export function WhyBlocked({
  id,
  actions,
  busy,
}: {
  readonly id: string;
  readonly actions: readonly ActionOffer[];
  readonly busy: SeatView['busy'];
}) {
  const { play } = useDesk();
  if (busy === null || !actions.some((one) => isBlocked(one, busy))) return null;
  return (
    <p id={id} data-part="why-blocked" className={cx(controls.heading)}>
      {play.blocked(quotedWords(busy.what), mmss(busy.until))}
    </p>
  );
}
