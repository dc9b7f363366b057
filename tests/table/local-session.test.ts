import { describe, expect, test, vi } from 'vitest';
import { replay } from '#host/core.ts';
import { BEAT_MS, SLEPT_MS, TICK_MS } from '#host/rhythm.ts';
import type { Journal } from '#journal/journal.ts';
import { JournalFailure } from '#journal/journal-failure.ts';
import { memoryJournal } from '#journal/memory.ts';
import { LocalSession } from '#table/session/local-session.ts';
import { meta, opening } from '../journal/sample-run.ts';
import { type HandTempo, handTempo, settled } from './hand-tempo.ts';
import { type Toy, toyCore } from './toy-core.ts';

interface Table {
  readonly session: LocalSession<Toy>;
  readonly journal: Journal;
  readonly tempo: HandTempo;
}
/** In these tests a memory journal stands for one that lasts, except where it is about that. */
async function begin(
  options: { clock?: 'live' | 'discussion'; every?: number; journal?: Journal } = {},
): Promise<Table> {
  const journal = options.journal ?? { ...memoryJournal(), lasting: true };
  const tempo = handTempo();
  await journal.create('r', opening, meta);
  return { session: await open(journal, tempo, options), journal, tempo };
}
async function open(
  journal: Journal,
  tempo: HandTempo,
  { clock, every }: { clock?: 'live' | 'discussion'; every?: number } = {},
): Promise<LocalSession<Toy>> {
  const core = toyCore(clock, every);
  const kept = await journal.read('r');
  const replayed = replay(core, kept?.entries ?? []);
  if (!kept || !replayed.ok) throw new Error('the run does not replay');
  const resumed = kept.meta.at > 0;
  return new LocalSession({
    core,
    journal,
    tempo,
    run: 'r',
    opening,
    title: 'Toy',
    locale: { lang: 'en', words: 'codes' },
    played: replayed.played,
    at: kept.meta.at,
    resumed,
  });
}
const act = { kind: 'act', action: 'radio' } as const;
const seen = ({ session }: Table) => session.view().callsign;
const commands = async ({ journal }: Table) =>
  (await journal.read('r'))?.entries.map(({ command }) => command) ?? [];

describe('append, then tell', () => {
  test('[TB1] nobody sees what came of an act before the journal has kept it', async () => {
    const inner = memoryJournal();
    let keep = () => {};
    const gate = new Promise<void>((resolve) => {
      keep = resolve;
    });
    const journal: Journal = {
      ...inner,
      lasting: true,
      append: async (...args) => {
        await gate;
        return inner.append(...args);
      },
    };
    const table = await begin({ journal });
    await table.tempo.pass(300);
    const answer = table.session.send(act);
    await settled();
    expect(seen(table)).toContain('acts 0');
    expect(table.session.saved()).toEqual({ state: 'saving', why: null });
    keep();
    expect(await answer).toEqual({ ok: true });
    expect(seen(table)).toContain('acts 1');
    expect(table.session.saved()).toEqual({ state: 'saved', why: null });
    expect(await commands(table)).toEqual([{ ...act, seat: 'patrol', at: 300 }]);
  });

  test('[TB1] asks are answered in their order, and what fell due before one is kept with it', async () => {
    const table = await begin({ every: 500 });
    await table.tempo.pass(490);
    table.tempo.sleep(30);
    const answers = await Promise.all([table.session.send(act), table.session.send(act)]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    expect((await commands(table)).map(({ kind, at }) => [kind, at])).toEqual([
      ['advance', 520],
      ['act', 520],
      ['act', 520],
    ]);
    expect(seen(table)).toBe('acts 2, fell 1, trace 3');
  });

  test('[TB1] a refusal is told and nothing is kept', async () => {
    const table = await begin();
    expect(await table.session.send({ kind: 'act', action: 'closed' })).toEqual({
      ok: false,
      why: 'not-open',
    });
    expect(await commands(table)).toEqual([]);
    await table.session.send({ kind: 'stop' });
    expect(await table.session.send(act)).toEqual({ ok: false, why: 'ended' });
  });
});

describe('the live clock', () => {
  test('[TB2] an entry is kept when something falls due and at no other time', async () => {
    const table = await begin({ every: 1_000 });
    await table.tempo.pass(3_500);
    expect((await commands(table)).map(({ kind }) => kind)).toEqual(['advance', 'advance', 'advance']);
    expect(table.session.view().at).toBeGreaterThanOrEqual(3_500 - TICK_MS);
    expect(table.session.view().at).toBeLessThanOrEqual(3_500);
  });

  test.each([2, 4] as const)(
    '[TB2] at ×%i the same real time carries that much more exercise time',
    async (speed) => {
      const table = await begin({ every: 60_000 });
      table.session.speed(speed);
      await table.tempo.pass(2_000);
      expect(table.session.view().at).toBe(2_000 * speed);
      table.session.speed(1);
      await table.tempo.pass(1_000);
      expect(table.session.view().at).toBe(2_000 * speed + 1_000);
    },
  );

  test('[TB2] pausing freezes the moment, and asks are still taken at it', async () => {
    const table = await begin({ every: 60_000 });
    await table.tempo.pass(1_000);
    table.session.pause(true);
    await table.tempo.pass(30_000);
    expect(table.session.view().at).toBe(1_000);
    await table.session.send(act);
    expect((await commands(table)).at(-1)).toEqual({ ...act, seat: 'patrol', at: 1_000 });
    expect(table.session.clock().paused).toBe(true);
    table.session.pause(false);
    await table.tempo.pass(1_000);
    expect(table.session.view().at).toBe(2_000);
  });

  test('[TB3] a hidden page stops the clock and it stays stopped until the person goes on', async () => {
    const table = await begin({ every: 60_000 });
    await table.tempo.pass(1_000);
    table.session.hide();
    await table.tempo.pass(600_000);
    expect(table.session.view().at).toBe(1_000);
    expect(table.session.pauseReason()).toBe('hidden');
    expect((await table.journal.read('r'))?.meta.at).toBe(1_000);
    table.session.pause(false);
    await table.tempo.pass(400);
    expect(table.session.view().at).toBe(1_400);
  });

  test('[TB3] time in which the machine slept does not count', async () => {
    const table = await begin({ every: 2_000 });
    await table.tempo.pass(1_000);
    table.tempo.sleep(SLEPT_MS * 100);
    await table.tempo.pass(10_000);
    expect(table.session.view().at).toBe(1_000);
    expect(table.session.pauseReason()).toBe('slept');
    expect(await commands(table)).toEqual([]);
  });

  test('[TB2] no timer is left when a session is closed, paused or over', async () => {
    const closed = await begin();
    closed.session.close();
    const paused = await begin();
    paused.session.pause(true);
    const over = await begin();
    await over.session.send({ kind: 'stop' });
    await settled();
    expect([closed, paused, over].map(({ tempo }) => tempo.waiting())).toEqual([0, 0, 0]);
    const running = await begin();
    expect(running.tempo.waiting()).toBe(1);
  });
});

describe('the discussion clock', () => {
  test('[TB2] no time passes by itself; waiting jumps to what falls due next', async () => {
    const table = await begin({ clock: 'discussion', every: 7_000 });
    await table.tempo.pass(60_000);
    expect(table.session.view().at).toBe(0);
    expect(await table.session.send({ kind: 'wait' })).toEqual({ ok: true });
    expect(table.session.view().at).toBe(7_000);
    expect((await commands(table)).map(({ kind, at }) => [kind, at])).toEqual([
      ['wait', 0],
      ['advance', 7_000],
    ]);
    expect(table.session.clock()).toEqual({ policy: 'discussion', speed: 1, paused: false });
  });
});

describe('when keeping fails', () => {
  const failing = (kind: 'full' | 'forbidden' | 'broken', times: number) => {
    const inner = memoryJournal();
    let left = times;
    return {
      ...inner,
      lasting: true,
      append: vi.fn<Journal['append']>(async (...args) => {
        left -= 1;
        if (left >= 0) throw new JournalFailure(kind, 'no');
        return inner.append(...args);
      }),
    };
  };

  test('[TB4] the session stops where the last kept entry left it and says why', async () => {
    const table = await begin({ journal: failing('full', 9) });
    await table.tempo.pass(400);
    expect(await table.session.send(act)).toEqual({ ok: false, why: 'not-saved' });
    expect(seen(table)).toContain('acts 0');
    expect(table.session.trouble()).toBe('full');
    expect(table.session.saved()).toEqual({ state: 'failed', why: 'quota' });
    const { at } = table.session.view();
    table.session.pause(false);
    await table.tempo.pass(20_000);
    expect(table.session.view().at).toBe(at);
    expect(await table.session.send(act)).toEqual({ ok: false, why: 'not-saved' });
  });

  test('[TB4] trying again goes on as soon as the journal keeps', async () => {
    const table = await begin({ journal: failing('broken', 1) });
    await table.session.send(act);
    expect(await table.session.retry()).toBe(true);
    expect(table.session.trouble()).toBeNull();
    expect(await table.session.send(act)).toEqual({ ok: true });
    expect(await commands(table)).toHaveLength(1);
    expect(table.session.saved().state).toBe('saved');
  });

  test('[TB4] an append that was kept though it seemed to fail is found again, once', async () => {
    const inner = memoryJournal();
    let lie = true;
    const journal: Journal = {
      ...inner,
      lasting: true,
      append: async (...args) => {
        const answer = await inner.append(...args);
        if (!lie) return answer;
        lie = false;
        throw new JournalFailure('broken', 'no answer came');
      },
    };
    const table = await begin({ journal });
    expect(await table.session.send(act)).toEqual({ ok: false, why: 'not-saved' });
    expect(seen(table)).toContain('acts 0');
    expect(await table.session.retry()).toBe(true);
    expect(seen(table)).toContain('acts 1');
    expect(await commands(table)).toHaveLength(1);
  });

  test('[TB4] going on without saving loses nothing that was seen, and never stops saying so', async () => {
    const table = await begin({ journal: failing('forbidden', 99) });
    await table.session.send(act);
    await table.session.goOnWithoutSaving();
    table.session.pause(false);
    expect(await table.session.send(act)).toEqual({ ok: true });
    expect(seen(table)).toContain('acts 1');
    expect(table.session.saved()).toEqual({ state: 'failed', why: 'memory' });
    expect((await table.session.journal().read('r'))?.entries).toHaveLength(1);
    expect(await commands(table)).toEqual([]);
  });

  test('[TB4] of two tabs on one run the one that comes second is told, and can go on from where the other is', async () => {
    const first = await begin({ every: 60_000 });
    await first.tempo.pass(500);
    const second = { ...first, session: await open(first.journal, first.tempo, { every: 60_000 }) };
    await first.session.send(act);
    expect(await second.session.send(act)).toEqual({ ok: false, why: 'not-saved' });
    expect(second.session.trouble()).toBe('conflict');
    expect(await commands(first)).toHaveLength(1);
    expect(await second.session.retry()).toBe(true);
    expect(seen(second)).toContain('acts 1');
    expect(await second.session.send(act)).toEqual({ ok: true });
    expect(await first.session.send(act)).toEqual({ ok: false, why: 'not-saved' });
    expect(first.session.trouble()).toBe('conflict');
    expect(await commands(first)).toHaveLength(2);
  });

  test('[TB4] a run deleted in another tab is told at the next heartbeat', async () => {
    const table = await begin({ every: 60_000 });
    await table.journal.forget('r');
    await table.tempo.pass(BEAT_MS * 2);
    expect(table.session.trouble()).toBe('gone');
    expect(await table.session.retry()).toBe(false);
    expect(table.session.trouble()).toBe('gone');
  });
});
