import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from '#host/core.ts';
import { indexedDbJournal } from '#journal/indexed-db.ts';
import type { Journal } from '#journal/journal.ts';
import { LocalSession } from '#table/session/local-session.ts';
import { meta, opening } from '../journal/sample-run.ts';
import { type HandTempo, handTempo, settled } from './hand-tempo.ts';
import { type Toy, toyCore } from './toy-core.ts';

const EVERY = 1_700;
const core = toyCore('live', EVERY);
const locale = { lang: 'en', words: 'codes' } as const;

async function resume(journal: Journal, tempo: HandTempo): Promise<LocalSession<Toy>> {
  const kept = await journal.read('r');
  const replayed = replay(core, kept?.entries ?? []);
  if (!kept || !replayed.ok) throw new Error('the run does not replay');
  const { played } = replayed;
  const started = { core, journal, tempo, run: 'r', opening, title: 'Toy', played, locale };
  return new LocalSession({ ...started, at: kept.meta.at, resumed: true });
}

/** A journal of its own connection that stops answering when the tab is killed, in the middle of whatever it was doing. */
function mortal(inner: Journal): { readonly journal: Journal; readonly kill: () => void } {
  let dead = false;
  const never = new Promise<never>(() => {});
  const journal: Journal = {
    ...inner,
    append: async (...args) => {
      if (dead) return never;
      const answer = await inner.append(...args);
      return dead ? never : answer;
    },
    beat: (...args) => (dead ? never : inner.beat(...args)),
  };
  return {
    journal,
    kill: () => {
      dead = true;
    },
  };
}

describe('a killed tab', () => {
  test('[TB5] resumes where it was, paused, with every entry that was ever acknowledged', async () => {
    let runs = 0;
    let acts = 0;
    let kills = 0;
    const spells = fc.array(
      fc.record({
        steps: fc.array(fc.oneof(fc.integer({ min: 1, max: 2_600 }), fc.constant('act' as const)), {
          maxLength: 6,
        }),
        /** Whether an act is under way when the tab dies. */
        midAct: fc.boolean(),
      }),
      { minLength: 2, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(spells, async (lives) => {
        const name = `resume-${++runs}`;
        const setUp = await indexedDbJournal(name);
        await setUp.create('r', opening, meta);
        let acknowledged = 0;
        let shown = 0;
        for (const { steps, midAct } of lives) {
          const tempo = handTempo();
          const { journal, kill } = mortal(await indexedDbJournal(name));
          const session = await resume(journal, tempo);
          expect(session.clock().paused).toBe(true);
          const { entries } = session.played();
          expect(entries.filter(({ command }) => command.kind === 'act').length).toBeGreaterThanOrEqual(
            acknowledged,
          );
          expect(session.view().at).toBeLessThanOrEqual(Math.max(shown, entries.at(-1)?.command.at ?? 0));
          expect(session.view().at).toBeGreaterThan(shown - 1_300);
          session.pause(false);
          acknowledged = entries.filter(({ command }) => command.kind === 'act').length;
          for (const step of steps) {
            if (step === 'act') {
              const answer = await session.send({ kind: 'act', action: 'radio' });
              expect(answer.ok).toBe(true);
              acknowledged += 1;
              acts += 1;
            } else await tempo.pass(step);
            expect(session.trouble()).toBeNull();
          }
          if (midAct) void session.send({ kind: 'act', action: 'radio' });
          shown = session.view().at;
          kill();
          kills += 1;
          await settled();
        }
        const last = await resume(await indexedDbJournal(name), handTempo());
        const { entries, state } = last.played();
        expect(state.fell).toBe(Math.floor(state.at / EVERY));
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
        expect(entries.filter(({ command }) => command.kind === 'act').length).toBeGreaterThanOrEqual(
          acknowledged,
        );
      }),
      { numRuns: 25, seed: 11 },
    );
    expect(kills).toBeGreaterThan(50);
    expect(acts).toBeGreaterThan(30);
  });

  test('[TB5] resumes at the last shown moment even if nothing was entered', async () => {
    const journal = await indexedDbJournal('resume-quiet');
    await journal.create('r', opening, meta);
    const tempo = handTempo();
    const session = await resume(journal, tempo);
    session.pause(false);
    await tempo.pass(1_500);
    session.hide();
    await settled();
    const again = await resume(journal, handTempo());
    expect(again.played().entries).toEqual([]);
    expect(again.view().at).toBe(1_500);
    expect(again.pauseReason()).toBe('resumed');
  });

  test('[TB5] a kept moment past what fell due is not believed: nothing is skipped', async () => {
    const journal = await indexedDbJournal('resume-far');
    await journal.create('r', opening, { ...meta, at: 50_000 });
    const session = await resume(journal, handTempo());
    expect(session.view().at).toBe(EVERY);
    expect(session.played().state.fell).toBe(0);
  });

  test('[TB5] a changed entry is found by its digest and named', async () => {
    const journal = await indexedDbJournal('resume-changed');
    await journal.create('r', opening, meta);
    const tempo = handTempo();
    const session = await resume(journal, tempo);
    for (let i = 0; i < 4; i += 1) await session.send({ kind: 'act', action: 'radio' });
    const entries = [...session.played().entries];
    const third = entries[2];
    if (!third) throw new Error('there is no third entry');
    entries[2] = { ...third, command: { kind: 'act', seat: 'patrol', action: 'radio', at: 9 } };
    expect(replay(core, entries)).toEqual({ ok: false, seq: 3 });
  });
});
