/** The hand on the tape: where it stands, which way and how fast it runs. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Rewind } from '#debrief/rewind.ts';

export const TAPE_SPEEDS = [1, 2, 4, 8, 16] as const;
export type TapeSpeed = (typeof TAPE_SPEEDS)[number];

/** 1 forwards, -1 back, 0 standing. */
export type TapeWay = 1 | 0 | -1;

export interface Tape {
  /** The moment shown, milliseconds since STARTEX, within the run. */
  readonly at: number;
  readonly way: TapeWay;
  readonly speed: TapeSpeed;
  /** Counts jumps: whoever draws the run moves nothing softly across one. */
  readonly jumps: number;
  /** Stands still at that moment. */
  readonly seek: (at: number) => void;
  readonly run: (way: TapeWay) => void;
  readonly pace: (speed: TapeSpeed) => void;
}

/**
 * Where the tape is comes from when and where it was last set going, never from adding up frames: it cannot drift.
 *
 * `still` shows events one by one and nothing in between (reduced motion).
 */
export function useTape(tape: Rewind, still: boolean): Tape {
  const [at, setAt] = useState(0);
  const [way, setWay] = useState<TapeWay>(0);
  const [speed, setSpeed] = useState<TapeSpeed>(4);
  const [jumps, setJumps] = useState(0);
  const here = useRef(0);
  const put = useCallback((moment: number) => {
    here.current = moment;
    setAt(moment);
  }, []);

  useEffect(() => {
    if (way === 0) return;
    const from = here.current;
    const began = performance.now();
    let frame = requestAnimationFrame(function draw(now: number) {
      const ran = Math.max(0, now - began) * speed * way;
      const moment = Math.min(tape.endedAt, Math.max(0, Math.trunc(from + ran)));
      here.current = moment;
      setAt(still ? lastMoment(tape.moments, moment) : moment);
      if (moment === (way === 1 ? tape.endedAt : 0)) setWay(0);
      else frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [tape, way, speed, still]);

  return {
    at,
    way,
    speed,
    jumps,
    seek: (moment) => {
      setWay(0);
      setJumps((n) => n + 1);
      put(Math.min(tape.endedAt, Math.max(0, Math.trunc(moment))));
    },
    run: (next) => {
      // From the end there is nothing more to play: it begins again.
      if (next === 1 && here.current >= tape.endedAt) {
        setJumps((n) => n + 1);
        put(0);
      }
      setWay(next);
    },
    pace: setSpeed,
  };
}

/** The moment before or after this one at which something happened; the same where there is none. */
export function neighbour(moments: readonly number[], at: number, way: 1 | -1): number {
  const found = way === 1 ? moments.find((one) => one > at) : moments.findLast((one) => one < at);
  return found ?? at;
}

function lastMoment(moments: readonly number[], at: number): number {
  return moments.findLast((one) => one <= at) ?? 0;
}
