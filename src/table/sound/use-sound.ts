/** The sounds in React's hands: brought in once the desk is usable, told every change, taken away with the run. */
import { useEffect, useRef } from 'react';
import type { Session } from '#protocol/session.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type { Recorded } from './recordings.ts';
import type { SoundDesk } from './sound-desk.ts';
import type { Volumes } from './volumes.ts';

/** How often vehicles on their way are heard nearer. */
const BEAT_MS = 500;

/**
 * Waits for the map (`undefined` is not yet known). `uncued`: nothing sounds when a question comes. Where sound cannot be loaded, nothing
 * happens and nothing is said.
 */
export function useSound(
  session: Session,
  map: MapPlan | null | undefined,
  volumes: Volumes,
  reading: Recorded,
  uncued = false,
): void {
  const desk = useRef<SoundDesk | null>(null);
  const latest = useRef(volumes);
  latest.current = volumes;
  const { lang, words } = reading;
  useEffect(() => {
    if (map === undefined) return;
    let isHere = true;
    const hear = () => {
      const { policy, paused } = session.clock();
      const view = session.view();
      desk.current?.hear(uncued ? { ...view, decisions: [] } : view, policy === 'live' && !paused);
    };
    const cancel = whenIdle(() => {
      import('./sound-desk.ts').then(
        ({ makeSoundDesk }) => {
          if (!isHere) return;
          desk.current = makeSoundDesk({ volumes: latest.current, map, reading: { lang, words } });
          hear();
        },
        () => undefined,
      );
    });
    const stop = session.subscribe(hear);
    const beat = setInterval(hear, BEAT_MS);
    return () => {
      isHere = false;
      cancel();
      stop();
      clearInterval(beat);
      desk.current?.close();
      desk.current = null;
    };
  }, [session, map, lang, words, uncued]);
  useEffect(() => desk.current?.volumes(volumes), [volumes]);
}

function whenIdle(start: () => void): () => void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in globalThis) {
    const id = requestIdleCallback(start, { timeout: 3_000 });
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(start, 800);
  return () => clearTimeout(timer);
}
