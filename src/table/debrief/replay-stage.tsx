/** The street at the moment shown: the sand table where it can be drawn, else the same in words. */
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import type { SeatView } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { useClear } from '../map/sand-table.tsx';
import { Legend } from '../map/sand-table-legend.tsx';
import { useScene } from '../map/use-scene.ts';
import { WhereYouAre } from '../map/where-you-are.tsx';
import { useNight } from '../preferences/use-night.ts';
import { useDesk } from '../words/desk-words.ts';
import styles from './replay.module.css';
import type { Tape } from './use-tape.ts';

/** As the seat saw it then. Nothing can be done in it: pressing what is there answers nothing. The scene is asked for once a reader comes near. */
export function ReplayStage(props: {
  readonly view: SeatView;
  readonly map: MapPlan | null;
  readonly hand: Tape;
}) {
  const { view, map, hand } = props;
  const g = useDesk().ground;
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const { near, seen } = useNear(frame);
  const lastJump = useRef(-1);
  const jump = lastJump.current !== hand.jumps;
  useEffect(() => {
    lastJump.current = hand.jumps;
  });
  const { state, handle } = useScene({
    host,
    map,
    on: near,
    seen,
    night: useNight(),
    // Every frame is a moment of its own, backwards too: the scene itself carries nobody further.
    frame: { at: view.at, view, moving: false, speed: hand.speed, jump },
    onPick: nothing,
  });
  const drawn = state === 'drawn';
  useClear(frame, handle, drawn);
  return (
    <div ref={frame} className={styles.stage} data-drawn={drawn}>
      <Host at={host} />
      <div
        className={styles.words}
        {...(drawn ? {} : { tabIndex: 0, role: 'group', 'aria-label': g.inWords })}
      >
        <WhereYouAre view={view} map={map} hidden={drawn} />
      </div>
      {drawn ? <Legend view={view} /> : null}
    </div>
  );
}

/** The scene's own ground: React draws it once and never inside it. */
const Host = memo(function Host({ at }: { readonly at: RefObject<HTMLDivElement | null> }) {
  return <div ref={at} className={styles.host} data-part="sand-table" aria-hidden="true" />;
});

function nothing(): void {}

/** Whether the element came within a screen of what the reader sees, and whether it can be seen now. */
function useNear(it: RefObject<HTMLElement | null>): { readonly near: boolean; readonly seen: boolean } {
  const [near, setNear] = useState(false);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = it.current;
    if (element === null) return;
    const coming = new IntersectionObserver(
      ([entry]) => {
        setSeen(entry?.isIntersecting === true);
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: '50% 0px' },
    );
    coming.observe(element);
    return () => coming.disconnect();
  }, [it]);
  return { near, seen };
}
