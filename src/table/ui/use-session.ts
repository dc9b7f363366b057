/** Follows a session: redraws when something changed, and a few times a second while time runs. */
import { useEffect, useReducer } from 'react';
import type { SeatView } from '#exercise/view.ts';
import type { ClockView, SoloSession } from '#protocol/session.ts';

export interface Followed {
  readonly view: SeatView;
  readonly clock: ClockView;
  readonly saved: { readonly state: 'saved' | 'saving' | 'failed'; readonly why: string | null };
}

/** The session as of now. Reads on every redraw, so that nothing stale is kept here. */
export function useSession(session: SoloSession): Followed {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const clock = session.clock();
  const view = session.view();
  const running = clock.policy === 'live' && !clock.paused && view.ended === null;
  useEffect(() => session.subscribe(redraw), [session]);
  useEffect(() => {
    if (!running) return;
    const beat = setInterval(redraw, 250);
    return () => clearInterval(beat);
  }, [running]);
  return { view, clock, saved: session.saved() };
}
