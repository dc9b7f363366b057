/** Uncued: the desk tells nobody that a decision is open, and everything that could be chosen can be. */
import { expect, test } from 'vitest';
import { asUncued, DO, uncuedAsk } from '#table/actions/uncued.ts';
import { startRun } from '#table/runs/open-run.ts';
import { CARD_GRACE_MS } from '#table/session/card-grace.ts';
import { desk as english } from '#table/words/en/desk.ts';
import { flagship, room, settings } from './shipped-room.ts';

const { always } = english.uncued;

test('[TB57] a run played through the uncued bar reaches its end, and the desk never names a card, its time or its lapse', async () => {
  const here = room();
  const { session } = await startRun(here, flagship(), {
    ...settings,
    clock: 'discussion',
    level: 'uncued',
  });
  let chosen = 0;
  let lapsed = 0;
  for (let i = 0; i < 600 && session.view().ended === null; i += 1) {
    await here.tempo.pass(CARD_GRACE_MS);
    const view = session.view();
    const shown = asUncued(view, always);
    expect(shown.decisions).toEqual([]);
    const drawn = JSON.stringify({ log: shown.log, actions: shown.actions.map(({ say }) => say) });
    for (const { ask } of view.decisions) expect(drawn).not.toContain(JSON.stringify(ask).slice(1, -1));
    const group = shown.actions.filter((one) => one.group === DO);
    // What is there when nobody asks is there when somebody does, in the same order, before any answer.
    expect(group.slice(0, 4).map(({ say }) => say)).toEqual(Object.values(always));
    const options = view.decisions.flatMap((card) => card.options);
    expect(group.slice(4).map(({ say }) => say)).toEqual(options.map(({ say }) => say));
    // Every third decision is left to lapse.
    const first = view.decisions[0]?.ready && (chosen + lapsed) % 3 !== 2 ? group[4] : undefined;
    const what = uncuedAsk(view, first?.id ?? `${DO}:wait`);
    if (!('ask' in what)) throw new Error('the desk was asked');
    expect(what.ask.kind).toBe(first === undefined ? 'wait' : 'choose');
    expect((await session.send(what.ask)).ok).toBe(true);
    if (first !== undefined) chosen += 1;
    lapsed = session.view().log.filter(({ kind }) => kind === 'lapsed').length;
  }
  expect(session.view().ended).not.toBeNull();
  expect([chosen > 3, lapsed > 1]).toEqual([true, true]);
  const ended = asUncued(session.view(), always);
  expect(ended.actions).toEqual([]);
  expect(ended.log.filter(({ kind }) => kind === 'lapsed')).toEqual([]);
  session.close();
});

test('[TB57] a standing action stays what it is; looking, notes and the card ask the desk and not the session', async () => {
  const { session } = await startRun(room(), flagship(), { ...settings, clock: 'discussion' });
  const view = session.view();
  expect(uncuedAsk(view, 'request-supervisor')).toEqual({
    ask: { kind: 'act', action: 'request-supervisor' },
  });
  expect(uncuedAsk(view, `${DO}:look`)).toEqual({ desk: 'look' });
  expect(uncuedAsk(view, `${DO}:notes`)).toEqual({ desk: 'notes' });
  expect(uncuedAsk(view, `${DO}:card`)).toEqual({ desk: 'card' });
  // On the live clock there is no letting time pass, so it is not offered.
  const { wait: _, ...live } = always;
  expect(asUncued(view, live).actions.map(({ id }) => id)).not.toContain(`${DO}:wait`);
  session.close();
});
