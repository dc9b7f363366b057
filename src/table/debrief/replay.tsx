/** The replay: the street as the seat saw it, what was said beside it, and a hand on the tape. */
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { DebriefReport } from '#debrief/report.ts';
import type { Rewind } from '#debrief/rewind.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { useStill } from '../ui/use-still.ts';
import { useDesk } from '../words/desk-words.ts';
import styles from './replay.module.css';
import { ReplayController } from './replay-controller.tsx';
import { ReplayStage } from './replay-stage.tsx';
import { Timeline } from './timeline.tsx';
import { useTape } from './use-tape.ts';

/** What leads here from elsewhere: shows one moment and brings it before the reader. */
export interface ReplayHandle {
  readonly show: (at: number) => void;
}

/** Plays by itself only when asked. Without a scene the street stands in words; the timeline is complete without either. */
export function Replay(props: {
  readonly ref: Ref<ReplayHandle>;
  readonly report: DebriefReport;
  readonly tape: () => Rewind;
  readonly map: MapPlan | null;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}) {
  const { report } = props;
  const t = useDesk().replay;
  const tape = useMemo(props.tape, [props.tape]);
  const hand = useTape(tape, useStill());
  const view = useMemo(() => tape.viewAt(hand.at), [tape, hand.at]);
  const place = useRef<HTMLHeadingElement>(null);
  const seek = useRef(hand.seek);
  useEffect(() => {
    seek.current = hand.seek;
  });
  useImperativeHandle(
    props.ref,
    () => ({
      show: (at) => {
        seek.current(at);
        place.current?.focus({ preventScroll: true });
        place.current?.scrollIntoView({ block: 'start' });
      },
    }),
    [],
  );
  const now = report.timeline.findLastIndex((moment) => moment.at <= hand.at);
  const line = report.timeline[now];
  return (
    <section className={styles.replay} aria-labelledby="replay" data-part="replay">
      <div className={styles.head}>
        <h2 id="replay" ref={place} tabIndex={-1}>
          {t.title}
        </h2>
        <p>{t.note}</p>
      </div>
      <div className={styles.both}>
        <ReplayStage view={view} map={props.map} hand={hand} />
        <Timeline
          report={report}
          chosen={props.chosen}
          onChoose={props.onChoose}
          now={now}
          onMoment={hand.seek}
        />
      </div>
      <ReplayController
        report={report}
        tape={tape}
        hand={hand}
        line={line === undefined ? '' : [line.who, line.text].filter((part) => part !== '').join(': ')}
      />
    </section>
  );
}
