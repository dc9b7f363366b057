/** The small menu of a token, group or place: what the reader knows of it, where it is, and what they can do with it now (SPEC TB52). */
import type { RefObject } from 'react';
import { Dialog, Heading, Menu, Popover } from 'react-aria-components';
import type { SeatView, SeenToken } from '#exercise/view.ts';
import { WhyBlocked } from '../actions/action-item.tsx';
import { TalkItems } from '../actions/talk-items.tsx';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import { valueWords } from '../words/known-words.ts';
import { quotedWords } from '../words/shown-words.ts';
import styles from './aim.module.css';
import type { Aim } from './aim-order.ts';
import { TokenSign } from './token-sign.tsx';
import { useSaying } from './use-saying.ts';
import { bearingWords, stateWords } from './where-words.ts';

/** Opens beside `anchor`; an action is asked as from the bar and closes it. `keys` puts the focus on the first action. */
export function AimMenu(props: {
  readonly aim: Aim | null;
  readonly busy: SeatView['busy'];
  readonly anchor: RefObject<Element | null>;
  readonly onAct: (action: string) => void;
  readonly onClose: () => void;
}) {
  const { aim, anchor, onAct, onClose } = props;
  return (
    <Popover
      triggerRef={anchor}
      isOpen={aim !== null}
      onOpenChange={(open) => !open && onClose()}
      placement="right top"
      offset={14}
      className={cx(controls.popover, styles.popover)}
    >
      {aim === null ? null : (
        <Dialog data-part="aim" className={cx(styles.aim)}>
          <About aim={aim} />
          <Actions
            aim={aim}
            busy={props.busy}
            onAct={(action) => {
              onClose();
              onAct(action);
            }}
          />
        </Dialog>
      )}
    </Popover>
  );
}

function About({ aim }: { readonly aim: Aim }) {
  const desk = useDesk();
  const saying = useSaying();
  const { t, g } = saying;
  const { token, ring } = aim;
  const state = token === null ? [] : stateWords(token, saying);
  const where = [
    ...(aim.token === null ? [] : [quotedWords(aim.place)]),
    ...(aim.bearing === null ? [] : [bearingWords(aim.bearing, saying)]),
  ];
  return (
    <>
      <div className={styles.head}>
        {token === null || ring === null ? null : <TokenSign kind={token.kind} ring={ring} you={token.you} />}
        <div>
          <Heading slot="title" level={2}>
            {aim.name === '' ? g.aPlace : <Theirs words={aim.name} />}
          </Heading>
          {token === null || ring === null ? null : (
            <p className={styles.ring} data-ring={ring}>
              {token.you ? g.you : t.rings[ring]}
            </p>
          )}
        </div>
      </div>
      <dl className={styles.about}>
        {where.length === 0 ? null : (
          <div>
            <dt>{g.where}</dt>
            <dd>{where.join(', ')}</dd>
          </div>
        )}
        {state.length === 0 ? null : (
          <div>
            <dt>{g.how}</dt>
            <dd>{state.join(', ')}</dd>
          </div>
        )}
        {token === null ? null : <Person token={token} />}
        {aim.there.length === 0 ? null : (
          <div>
            <dt>{g.who}</dt>
            <dd>{aim.there.map((one) => quotedWords(one.label)).join('; ')}</dd>
          </div>
        )}
        {aim.known.length === 0 ? null : (
          <div>
            <dt>{g.known}</dt>
            {aim.known.map((one) => (
              <dd key={one.fact}>
                <Theirs words={one.label} />:{' '}
                <Theirs words={valueWords(desk, one.fact, one.value, one.words)} />{' '}
                <small>
                  {desk.bases[one.basis]}, <Theirs words={one.name} />, {mmss(one.at)}
                </small>
              </dd>
            ))}
          </div>
        )}
      </dl>
    </>
  );
}

/** What a closer look at a person tells, as far as the scenario says it. */
function Person({ token }: { readonly token: SeenToken }) {
  const { ground: g } = useDesk();
  const posture = token.kind === 'person' && token.doing in g.postures ? g.postures[token.doing] : '';
  const rows = [
    [g.face, token.face ?? ''],
    [g.hands, token.hands ?? ''],
    [g.posture, token.face === undefined && token.hands === undefined ? '' : posture],
  ] as const;
  return rows.map(([name, words]) =>
    words === '' ? null : (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <Theirs words={words} />
        </dd>
      </div>
    ),
  );
}

function Actions({
  aim,
  busy,
  onAct,
}: {
  readonly aim: Aim;
  readonly busy: SeatView['busy'];
  readonly onAct: (action: string) => void;
}) {
  const { ground } = useDesk();
  if (aim.actions.length === 0) return <p className={styles.nothing}>{ground.nothing}</p>;
  return (
    <>
      <WhyBlocked id="blocked-aim" actions={aim.actions} busy={busy} />
      <Menu
        aria-label={ground.aim(quotedWords(aim.name))}
        aria-describedby="blocked-aim"
        autoFocus="first"
        className={cx(controls.menu, styles.actions)}
        onAction={(id) => onAct(String(id))}
      >
        <TalkItems actions={aim.actions} busy={busy} />
      </Menu>
    </>
  );
}
