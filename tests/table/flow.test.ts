import { describe, expect, test, vi } from 'vitest';
import { createActor, waitFor } from 'xstate';
import { appFlow, type FlowWork } from '#table/flow/app-flow.ts';
import { againScreen, openScreen, type Screen, startScreen } from '#table/flow/screens.ts';
import type { Route } from '#table/navigation/address.ts';
import { TableTrouble } from '#table/trouble/trouble-found.ts';
import { ENGLISH } from '#table/words/texts.ts';
import { room, settings } from './shipped-room.ts';

const home: Route = { screen: 'home', notices: [] };
const brief: Route = { screen: 'play', scenario: 'residence-207', settings, run: null, notices: [] };

function page(route: Route, other: Partial<FlowWork> = {}) {
  const here = room();
  const put = vi.fn();
  const actor = createActor(
    appFlow({
      open: (to) => openScreen(here, ENGLISH, put, to),
      start: (screen) => startScreen(here, put, screen),
      again: (screen, seq) => againScreen(here, put, screen, seq),
      ...other,
    }),
    { input: { route } },
  );
  actor.start();
  const until = (state: 'shown' | 'trouble') =>
    waitFor(actor, (now) => now.matches(state), { timeout: 5_000 });
  const shown = async <K extends Screen['kind']>(kind: K): Promise<Extract<Screen, { kind: K }>> => {
    const { screen } = (await until('shown')).context;
    if (screen?.kind !== kind) throw new Error(`${screen?.kind} is shown`);
    return screen as Extract<Screen, { kind: K }>;
  };
  return { actor, until, shown, put };
}

describe('the flow of the page', () => {
  test('[TB7] home, brief, play, debrief, and again from an entry', async () => {
    const { actor, shown } = page(home);
    expect((await shown('home')).runs).toEqual([]);
    actor.send({ type: 'go', route: brief });
    await shown('brief');
    actor.send({ type: 'settings', settings: { ...settings, clock: 'discussion' } });
    actor.send({ type: 'start' });
    const play = await shown('play');
    expect(play.session.clock().policy).toBe('discussion');
    await play.session.send({ kind: 'stop' });
    actor.send({ type: 'go', route: { screen: 'debrief', run: play.run } });
    expect((await shown('debrief')).report.ending.id).toBe('stopped');
    actor.send({ type: 'again', seq: 0 });
    const again = await shown('play');
    expect(again.opening.parent?.seq).toBe(0);
    expect(again.session.ended()).toBe(false);
  });

  test('[TB7] leaving a run stops its clock, whatever it is left for', async () => {
    for (const leave of ['go', 'broke'] as const) {
      const { actor, shown } = page(brief);
      await shown('brief');
      actor.send({ type: 'start' });
      const { session } = await shown('play');
      const close = vi.spyOn(session, 'close');
      if (leave === 'go') actor.send({ type: 'go', route: home });
      else actor.send({ type: 'broke', trouble: new TableTrouble('fault').found });
      expect(close).toHaveBeenCalled();
      expect(await session.send({ kind: 'wait' })).toEqual({ ok: false, why: 'not-saved' });
    }
  });

  test.each(['open', 'start'] as const)(
    '[TB7] what %s throws is shown, and a new address leads on',
    async (what) => {
      const fails = async () => {
        throw new TypeError('Failed to fetch dynamically imported module: x.js');
      };
      let broken = true;
      const { actor, shown, until } = page(brief, {
        [what]: () => (broken ? fails() : Promise.resolve({ kind: 'home', runs: [], notices: [] })),
      });
      if (what === 'start') {
        await shown('brief');
        actor.send({ type: 'start' });
      }
      expect((await until('trouble')).context.trouble).toMatchObject({ kind: 'notLoaded' });
      broken = false;
      actor.send({ type: 'go', route: home });
      await shown('home');
    },
  );

  test('[TB7] what a screen has no use for is not done', async () => {
    const { actor, shown } = page(home);
    await shown('home');
    actor.send({ type: 'start' });
    actor.send({ type: 'again', seq: 3 });
    actor.send({ type: 'show', screen: { kind: 'debrief' } as Screen });
    expect((await shown('home')).kind).toBe('home');
  });
});
