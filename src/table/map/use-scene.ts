/** The drawn sand table in React's hands: brings it onto its place once the desk is usable, shows it each view, takes it away. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type { Picked, SceneFrame, SceneHandle, SceneWords } from '#table/scene/mount.ts';
import { unitsOf } from '../ground/bearings.ts';
import { useDesk } from '../words/desk-words.ts';
import { bringTable, deskUsable } from './sand-table-mount.ts';

/** `coming` until it is drawn; `broke` for good where it cannot be. */
export type SceneState = 'none' | 'coming' | 'drawn' | 'broke';
type Spot = { readonly x: number; readonly y: number };

/**
 * Without a map, or switched off, there is none and nothing is loaded. A new language or map lays a new one; React never draws inside
 * `host`. While `seen` is false nothing is shown to it.
 */
export function useScene(options: {
  readonly host: RefObject<HTMLElement | null>;
  readonly map: MapPlan | null;
  readonly on: boolean;
  readonly seen: boolean;
  readonly night: boolean;
  readonly frame: SceneFrame;
  readonly onPick: (picked: Picked, at: Spot) => void;
}): { readonly state: SceneState; readonly handle: SceneHandle | null } {
  const { host, map, on, seen, night, frame } = options;
  const desk = useDesk();
  const [state, setState] = useState<SceneState>('none');
  const [handle, setHandle] = useState<SceneHandle | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const gone = useRef<Promise<void>>(Promise.resolve());
  const shown = useRef(false);

  useEffect(() => {
    const place = host.current;
    if (!on || map === null || place === null) return;
    setState('coming');
    const before = gone.current;
    const broke = () => {
      setState('broke');
      setHandle(null);
    };
    const off = bringTable<SceneHandle>({
      ready: async (signal) => {
        await before;
        await deskUsable(place, signal);
      },
      mount: async () => {
        const { mountScene } = await import('#table/scene/mount.ts');
        const { night, frame } = latest.current;
        const drawn = await mountScene(place, {
          map,
          reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
          night,
          words: wordsOf(desk),
          onPick: (picked, at) => latest.current.onPick(picked, at),
          onBroke: broke,
        });
        drawn.show({ ...frame, jump: true });
        return drawn;
      },
      drawn: (drawn) => {
        shown.current = true;
        setHandle(drawn);
        setState('drawn');
      },
      broke,
    });
    return () => {
      gone.current = off();
      setHandle(null);
      setState('none');
    };
  }, [host, map, on, desk]);

  useEffect(() => handle?.night(night), [handle, night]);
  // After every draw: the scene is told what is so now, and nothing while nobody sees it.
  useLayoutEffect(() => {
    if (seen) handle?.show({ ...frame, jump: frame.jump || !shown.current });
    shown.current = seen;
  });
  return { state, handle };
}

function wordsOf({ play, scene }: ReturnType<typeof useDesk>): SceneWords {
  const { unknown, says, card, confirmed, refuted } = play.rings;
  return { ...scene, units: unitsOf(navigator.language), rings: { unknown, says, card, confirmed, refuted } };
}
