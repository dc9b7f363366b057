/** The parts of the play screen: tokens by what is known, log by channel, the card in each state, clock, actions, the end. */
import { useRef } from 'react';
import type { SeenToken } from '#exercise/view.ts';
import type { ClockView } from '#protocol/session.ts';
import type { PartsTexts } from '#table/words/en/parts.ts';
import { TokenSign } from '../map/token-sign.tsx';
import { WhereYouAre } from '../map/where-you-are.tsx';
import { ActionBar } from '../play/action-bar.tsx';
import { Clock, ClockControls } from '../play/clock.tsx';
import { DecisionCard } from '../play/decision-card.tsx';
import { Ended } from '../play/ended.tsx';
import { Log } from '../play/log.tsx';
import { MdcCard } from '../play/side/mdc-card.tsx';
import { Notebook } from '../play/side/notebook.tsx';
import { StatusLine } from '../play/status-line.tsx';
import type { Ring } from '../theme/sides.ts';
import { CoachingMark } from '../ui/coaching-mark.tsx';
import { useDesk } from '../words/desk-words.ts';
import { Group, Part } from './part.tsx';
import styles from './parts.module.css';
import { emptyView, sampleCard, sampleView } from './parts-samples.ts';

const RINGS: readonly Ring[] = [
  'local',
  'unknown',
  'says',
  'card',
  'confirmed',
  'refuted',
  'public',
  'medical',
];
const KINDS: readonly SeenToken['kind'][] = ['person', 'group', 'vehicle', 'thing'];
const LIVE = { policy: 'live', speed: 1, paused: false } as const;
const DISCUSSION = { policy: 'discussion', speed: 1, paused: false } as const;
const SAVED = { state: 'saved', why: null } as const;

/** In the order of the screen. */
export function PlayParts({ t }: { readonly t: PartsTexts }) {
  const { play } = useDesk();
  const place = useRef<HTMLDivElement>(null);
  const s = t.say;
  const view = sampleView(s);
  const busy = { since: 390_000, from: 390_000, until: 460_000, what: s.supervisor, cuttable: true };
  const cards = [
    { name: 'open', view: sampleView(s, { decisions: [sampleCard(s)] }) },
    {
      name: 'several',
      view: sampleView(s, {
        decisions: [sampleCard(s), sampleCard(s, { decision: 'more', ask: s.second })],
      }),
    },
    { name: 'cuts', view: sampleView(s, { decisions: [sampleCard(s)], busy }) },
    {
      name: 'waits',
      view: sampleView(s, {
        decisions: [sampleCard(s, { ready: false })],
        busy: { ...busy, cuttable: false },
      }),
    },
    { name: 'words', view: sampleView(s, { decisions: [sampleCard(s)] }), sayFirst: true },
    { name: 'said', view: sampleView(s, { decisions: [sampleCard(s, { said: true })] }), sayFirst: true },
    { name: 'busy', view: sampleView(s, { busy: { ...busy, since: 380_000, from: 395_000 } }) },
    { name: 'idle', view },
    { name: 'uncued', view, uncued: true },
  ];
  const card = (one: (typeof cards)[number]) => (
    <DecisionCard
      view={one.view}
      sayFirst={one.sayFirst === true}
      uncued={one.uncued === true}
      live
      keys
      onAsk={nothing}
      place={place}
    />
  );
  return (
    <>
      <Group name={t.tokens}>
        <Part wide>
          <ul className={styles.signs}>
            {RINGS.flatMap((ring) =>
              KINDS.map((kind) => (
                <li key={`${ring} ${kind}`}>
                  <TokenSign kind={kind} ring={ring} you={ring === 'local' && kind === 'person'} />
                  <span>{`${play.rings[ring]}, ${t.kinds[kind]}`}</span>
                </li>
              )),
            )}
          </ul>
        </Part>
        <Part name={play.stand} frame="padded">
          <WhereYouAre view={view} />
        </Part>
        <Part name={t.empty} frame="padded" still>
          <WhereYouAre view={emptyView()} />
        </Part>
      </Group>
      <Group name={t.clock}>
        <Part frame="padded">
          <ClockRow at={view.at} clock={LIVE} />
        </Part>
        {[
          { ...LIVE, paused: true },
          { ...LIVE, speed: 4 as const },
        ].map((clock) => (
          <Part
            key={JSON.stringify(clock)}
            name={clock.paused ? play.paused : play.speeds[4]}
            frame="padded"
            still
          >
            <ClockRow at={view.at} clock={clock} />
          </Part>
        ))}
        {[false, true].map((waiting) => (
          <Part key={String(waiting)} name={waiting ? play.waiting : play.wait} frame="padded" still>
            <ClockRow at={view.at} clock={DISCUSSION} waiting={waiting} />
          </Part>
        ))}
        {[
          { clock: LIVE, saved: SAVED, said: play.refusals.busy },
          { clock: { ...LIVE, paused: true }, saved: SAVED, said: '' },
          { clock: LIVE, saved: { state: 'saving', why: null } as const, said: '' },
          { clock: LIVE, saved: { state: 'failed', why: 'quota' } as const, said: '' },
        ].map(({ clock, saved, said }) => (
          <Part key={JSON.stringify([clock, saved])} name={play.saved} frame="plain" still>
            <StatusLine now={{ view, clock, saved }} said={said} spoken="" />
          </Part>
        ))}
      </Group>
      <Group name={t.log}>
        <Part frame="tall">
          <Log view={view} />
        </Part>
        <Part name={t.notebook} frame="padded">
          <Notebook view={view} at={null} />
        </Part>
        <Part name={t.notebook} frame="padded">
          <MdcCard view={view} />
        </Part>
        <Part name={t.empty} frame="padded" still>
          <Notebook view={emptyView()} at={null} />
          <MdcCard view={emptyView()} />
        </Part>
      </Group>
      <Group name={t.cards}>
        {cards.map((one, i) => (
          <Part key={one.name} name={t.states[one.name] ?? ''} still={i > 0} frame="card">
            {card(one)}
          </Part>
        ))}
        <Part name={t.ended} still frame="card">
          <Ended ending={{ id: 'end', title: s.ending, text: s.endingText }} onDebrief={nothing} />
        </Part>
      </Group>
      <Group name={t.actions}>
        <Part wide frame="plain">
          <div className={styles.bars}>
            <ActionBar
              actions={view.actions}
              busy={null}
              keys
              open={null}
              onOpen={nothing}
              onAct={nothing}
              onCompose={nothing}
              onNothing={nothing}
            />
          </div>
        </Part>
        <Part name={t.coaching} frame="padded" still>
          <CoachingMark why />
        </Part>
      </Group>
    </>
  );
}

function nothing(): void {}

function ClockRow(props: { readonly at: number; readonly clock: ClockView; readonly waiting?: boolean }) {
  return (
    <div className={styles.row}>
      <Clock at={props.at} />
      <ClockControls
        clock={props.clock}
        waiting={props.waiting ?? false}
        ended={false}
        keys
        onPause={nothing}
        onSpeed={nothing}
        onWait={nothing}
      />
    </div>
  );
}
