/** Two people in one exercise, kept going by one host: what each sees, does and is told. */
import { describe, expect, test } from 'vitest';
import { digest } from '#exercise/digest.ts';
import { makeEngine } from '#exercise/engine.ts';
import { replay } from '#exercise/replay.ts';
import { settingsNow } from '#host/settings-now.ts';
import { memoryJournal } from '#journal/memory.ts';
import type { RunStore } from '#journal/run-store.ts';
import type { Session } from '#protocol/session.ts';
import { playbook as fixture, opening } from '../exercise/fixture.ts';
import { settled } from '../table/hand-tempo.ts';
import { ENGLISH, RUN, together } from './together.ts';

const kinds = async (journal: RunStore) =>
  (await journal.read(RUN))?.entries.map(({ command }) => command.kind) ?? [];
const lines = (session: Session) =>
  session.view().log.flatMap((item) => (item.kind === 'line' ? [item.text] : []));

describe('two seats side by side', () => {
  test('[HO1] both act at once, each with a view and a busyness of its own, in one journal', async () => {
    const { host, tempo, journal, opening: begun } = await together();
    const patrol = host.open('patrol', ENGLISH);
    const dispatch = host.open('dispatch', { lang: 'es', words: 'plain' });
    expect(patrol.view().decisions.map(({ decision }) => decision)).toEqual(['approach']);
    expect(dispatch.view().decisions).toEqual([]);
    await tempo.pass(5_500);
    expect(dispatch.view().decisions.map(({ decision }) => decision)).toEqual(['relay']);
    const answers = await Promise.all([
      patrol.send({ kind: 'choose', decision: 'approach', visit: 1, option: 'marked' }),
      dispatch.send({ kind: 'choose', decision: 'relay', visit: 1, option: 'send' }),
    ]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    const [began, sent] = [patrol.view(), dispatch.view()];
    expect(began.busy).toMatchObject({ what: 'English option.marked', cuttable: false });
    expect(sent.busy).toMatchObject({ what: 'English option.send', cuttable: false });
    expect((began.busy?.until ?? 0) - (began.busy?.since ?? 0)).toBe(20_000);
    expect((sent.busy?.until ?? 0) - (sent.busy?.since ?? 0)).toBe(6_000);
    // Neither waits for the other: Control is free again while the officer still drives.
    await tempo.pass(7_000);
    expect(dispatch.view().busy).toBe(null);
    expect(patrol.view().busy).not.toBe(null);
    expect(await dispatch.send({ kind: 'act', action: 'note' })).toEqual({ ok: true });
    expect(await patrol.send({ kind: 'act', action: 'note' })).toEqual({ ok: true });
    await tempo.pass(16_500);
    expect(patrol.view().decisions.map(({ decision }) => decision)).toEqual(['contact']);
    expect(dispatch.view().decisions).toEqual([]);
    // What one did stands in no log but their own.
    const did = (session: Session) =>
      session.view().log.flatMap((item) => (item.kind === 'did' ? [item.text] : []));
    expect(did(patrol)).toEqual(['English option.marked', 'English action.note']);
    expect(did(dispatch)).toEqual(['English option.send', 'English action.note']);
    // A line for both is told to each in their own words; one for Control alone to Control alone.
    expect(lines(patrol)[0]).toBe('4-Adam-31, a 207 in progress.');
    expect(lines(dispatch)[0]).toBe('4-Adam-31, a kidnapping in progress.');
    expect(lines(dispatch).some((text) => text.includes('dispatch only'))).toBe(true);
    expect(JSON.stringify(patrol.view())).not.toContain('dispatch only');
    // One journal holds it all, and plays it again.
    const kept = await journal.read(RUN);
    const again = replay(makeEngine(fixture, begun, 'chart'), kept?.entries ?? []);
    expect(again).toMatchObject({ equal: true, differsAt: null });
    expect(digest(again.exercise)).toBe(kept?.entries.at(-1)?.digest);
    host.close();
  });

  test('[HO1] neither is told before the journal has kept it, whoever asked', async () => {
    const inner = memoryJournal();
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const journal: RunStore = {
      ...inner,
      append: async (...args) => {
        await gate;
        return inner.append(...args);
      },
    };
    const { host } = await together({}, fixture, journal);
    const patrol = host.open('patrol', ENGLISH);
    const dispatch = host.open('dispatch', ENGLISH);
    const before = [patrol.view(), dispatch.view()];
    const told: string[] = [];
    patrol.subscribe(() => patrol.view() !== before[0] && told.push('patrol'));
    dispatch.subscribe(() => dispatch.view() !== before[1] && told.push('dispatch'));
    const answer = patrol.send({ kind: 'act', action: 'note' });
    await settled();
    expect(told).toEqual([]);
    expect([patrol.view(), dispatch.view()]).toEqual(before);
    open();
    expect(await answer).toEqual({ ok: true });
    expect([...new Set(told)]).toEqual(['patrol', 'dispatch']);
    expect(patrol.view().log.at(-1)).toMatchObject({ kind: 'did' });
    host.close();
  });

  test('[HO2] asks of all seats are worked off one after another, each at its own moment', async () => {
    const { host, tempo, journal } = await together();
    const seats = [host.open('patrol', ENGLISH), host.open('dispatch', ENGLISH)];
    await tempo.pass(1_000);
    const asks = Array.from({ length: 10 }, (_, n) => seats[n % 2]?.send({ kind: 'act', action: 'note' }));
    expect(await Promise.all(asks)).toEqual(asks.map(() => ({ ok: true })));
    const entries = (await journal.read(RUN))?.entries ?? [];
    expect(entries.map(({ command }) => ('seat' in command ? command.seat : null))).toEqual(
      asks.map((_, n) => ['patrol', 'dispatch'][n % 2]),
    );
    expect(entries.map(({ seq }) => seq)).toEqual(asks.map((_, n) => n + 1));
    host.close();
  });

  test('[HO3] a seat asks as itself: what is on offer to another is refused like what there is not', async () => {
    const { host, tempo, journal } = await together();
    const patrol = host.open('patrol', ENGLISH);
    await tempo.pass(5_500);
    const before = (await kinds(journal)).length;
    const no = { ok: false, why: 'not-open' };
    expect(await patrol.send({ kind: 'choose', decision: 'relay', visit: 1, option: 'send' })).toEqual(no);
    expect(await patrol.send({ kind: 'choose', decision: 'none', visit: 1, option: 'send' })).toEqual(no);
    // A seat named by whoever asks is not looked at: the door says who asks.
    const forged = { kind: 'choose', decision: 'relay', visit: 1, option: 'send', seat: 'dispatch' } as const;
    expect(await patrol.send(forged)).toEqual(no);
    expect((await kinds(journal)).length).toBe(before);
    expect(() => host.open('sergeant', ENGLISH)).toThrow('HO3');
    host.close();
  });
});

describe('coming and going', () => {
  test('[HO3] [EX41] a stop is one person leaving: the other plays on, and whoever left is told nothing more', async () => {
    const { host, tempo, journal } = await together();
    const patrol = host.open('patrol', ENGLISH);
    const dispatch = host.open('dispatch', ENGLISH);
    expect(await dispatch.send({ kind: 'stop' })).toEqual({ ok: true });
    expect(host.ended()).toBe(false);
    const last = dispatch.view();
    expect(last.ended).toBe(null);
    await tempo.pass(10_000);
    expect(dispatch.view()).toBe(last);
    expect(await dispatch.send({ kind: 'act', action: 'note' })).toEqual({ ok: false, why: 'not-open' });
    // Somebody else sits down: the old door stays shut, the new one shows the seat's own log.
    expect(await host.give({ kind: 'fill', seat: 'dispatch', extended: 200 })).toEqual({ ok: true });
    const next = host.open('dispatch', ENGLISH);
    expect(next.view().log.length).toBeGreaterThan(0);
    expect(dispatch.view()).toBe(last);
    expect(await dispatch.send({ kind: 'act', action: 'note' })).toEqual({ ok: false, why: 'not-open' });
    expect(await next.send({ kind: 'act', action: 'note' })).toEqual({ ok: true });
    expect(await kinds(journal)).toEqual(expect.arrayContaining(['stop', 'fill', 'act']));
    // The last person's stop is ENDEX.
    expect(await next.send({ kind: 'stop' })).toEqual({ ok: true });
    expect(host.ended()).toBe(false);
    expect(await patrol.send({ kind: 'stop' })).toEqual({ ok: true });
    expect(host.ended()).toBe(true);
    expect(patrol.view().ended?.id).toBe('stopped');
    host.close();
  });

  test('[HO3] [EX40] who plays and with how much time outlives the host: a successor begins where the journal ends', async () => {
    const first = await together();
    await first.host.give({ kind: 'leave', seat: 'dispatch' });
    await first.host.give({ kind: 'fill', seat: 'sergeant', extended: 150, language: 'es', level: 'uncued' });
    await first.tempo.pass(3_000);
    const { state } = first.host.played();
    first.host.close();
    const { host } = await together({}, fixture, first.journal);
    expect(digest(host.played().state)).toBe(digest(state));
    expect(() => host.open('dispatch', ENGLISH)).toThrow('HO3');
    expect(host.open('sergeant', ENGLISH).view().seat).toBe('sergeant');
    const settings = { patrol: { level: 'say-first' } } as const;
    const of = (seat: string) => settingsNow(opening({ settings }), host.played().entries, seat);
    expect(of('sergeant')).toEqual({ extended: 150, language: 'es', level: 'uncued' });
    expect(of('patrol')).toEqual({ extended: 100, language: 'en', level: 'say-first' });
    expect(of('dispatch')).toEqual({ extended: 100, language: 'en', level: 'guided' });
    expect(host.at()).toBeGreaterThanOrEqual(state.at);
    host.close();
  });

  test('[HO3] [EX42] whoever directs ends it for all, with the ending that fits', async () => {
    const { host } = await together();
    const doors = [host.open('patrol', ENGLISH), host.open('dispatch', ENGLISH)];
    expect(await host.give({ kind: 'end' })).toEqual({ ok: true });
    expect(doors.map((door) => door.view().ended?.id)).toEqual(['calm', 'calm']);
    expect(await doors[0]?.send({ kind: 'act', action: 'note' })).toEqual({ ok: false, why: 'ended' });
    host.close();
  });
});

describe('the clock', () => {
  test('[HO5] it runs, stands while held, and goes on where it stood; a machine that slept adds nothing', async () => {
    const { host, tempo, stopped } = await together();
    const patrol = host.open('patrol', ENGLISH);
    await tempo.pass(2_000);
    expect(host.at()).toBe(2_000);
    host.hold(true);
    await tempo.pass(60_000);
    expect([host.at(), patrol.view().at, patrol.clock().paused]).toEqual([2_000, 2_000, true]);
    host.hold(false);
    host.speed(4);
    await tempo.pass(1_000);
    // Shown a few times a second, each time four times as far on.
    expect(host.at()).toBeGreaterThan(5_000);
    expect(host.at()).toBeLessThanOrEqual(6_000);
    expect(patrol.clock()).toEqual({ policy: 'live', speed: 4, paused: false });
    tempo.sleep(600_000);
    await tempo.pass(250);
    expect(stopped).toEqual(['slept']);
    expect(host.at()).toBeLessThan(8_000);
    host.close();
  });

  test('[HO5] on the discussion clock time goes on when everybody waits, and not before; with nobody there it stands', async () => {
    const { host } = await together({ clock: 'discussion' });
    const [patrol, dispatch] = [host.open('patrol', ENGLISH), host.open('dispatch', ENGLISH)];
    await settled();
    expect(host.at()).toBe(0);
    expect(await patrol.send({ kind: 'wait' })).toEqual({ ok: true });
    expect(host.at()).toBe(0);
    expect(await dispatch.send({ kind: 'wait' })).toEqual({ ok: true });
    expect(host.at()).toBe(5_000);
    for (const seat of ['patrol', 'dispatch']) await host.give({ kind: 'leave', seat });
    await settled();
    expect([host.at(), host.ended()]).toEqual([5_000, false]);
    host.close();
  });
});

test('[HO6] where keeping fails nobody is told, and the host goes on from what the journal holds', async () => {
  const inner = memoryJournal();
  let fails = true;
  const journal: RunStore = {
    ...inner,
    append: (...args) => (fails ? Promise.reject(new Error('the disk is gone')) : inner.append(...args)),
  };
  const { host, stopped } = await together({}, fixture, journal);
  const [patrol, dispatch] = [host.open('patrol', ENGLISH), host.open('dispatch', ENGLISH)];
  const before = [patrol.view(), dispatch.view()];
  expect(await patrol.send({ kind: 'act', action: 'note' })).toEqual({ ok: false, why: 'not-saved' });
  expect([stopped, host.trouble()]).toEqual([['broken'], 'broken']);
  expect([patrol.view(), dispatch.view()]).toEqual(before);
  expect(await dispatch.send({ kind: 'act', action: 'note' })).toEqual({ ok: false, why: 'not-saved' });
  fails = false;
  expect(await host.takeUp()).toBe(true);
  expect(await patrol.send({ kind: 'act', action: 'note' })).toEqual({ ok: true });
  expect(await kinds(journal)).toEqual(['act']);
  host.close();
});
