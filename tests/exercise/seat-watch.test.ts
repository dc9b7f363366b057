import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Engine } from '#exercise/exercise.ts';
import { openExercise } from '#exercise/open.ts';
import { seatView } from '#exercise/seat-view.ts';
import { type SeatWatch, watchSeat } from '#exercise/seat-watch.ts';
import type { SeatView } from '#exercise/view.ts';
import { diff, patch, type ViewPatch } from '#exercise/view-patch.ts';
import type { RenderLocale } from '#exercise/words.ts';
import { scenarioIds } from '#scenario/read.ts';
import { playbook as fixture, opening } from './fixture.ts';
import { playbooks } from './generate.ts';
import { opens } from './opens.ts';
import { walk } from './walk.ts';

vi.setConfig({ testTimeout: 120_000 });

const ENGLISH = { lang: 'en', words: 'codes' } as const;
const SPANISH = { lang: 'es', words: 'plain' } as const;

/** A seat's views through a run, after each command: folded as it came, and folded whole. */
interface Seen {
  readonly views: readonly SeatView[];
  readonly wholes: readonly SeatView[];
}

/** Walks through a run with its first two seats and its last, which nobody plays where there are more. */
function walked(engine: Engine, seed: number, moves: number): readonly Seen[] {
  const { seats: all } = engine.playbook;
  const ids = [...new Set([all[0], all[1], all.at(-1)].flatMap((seat) => seat?.id ?? []))];
  const seats = ids.map((id, n) => {
    const locale = n % 2 === 0 ? ENGLISH : SPANISH;
    return { id, locale, watch: watchSeat(engine, id, locale), views: [], wholes: [] } as {
      readonly id: string;
      readonly locale: RenderLocale;
      readonly watch: SeatWatch;
      readonly views: SeatView[];
      readonly wholes: SeatView[];
    };
  });
  const opened = openExercise(engine);
  for (const { watch } of seats) watch.feed(opened.trace);
  let fed = opened.trace.length;
  walk(engine, seed, moves, ({ exercise, trace }) => {
    for (const { id, locale, watch, views, wholes } of seats) {
      watch.feed(trace.slice(fed));
      views.push(watch.view(exercise));
      wholes.push(seatView(engine, exercise, trace, id, locale));
    }
    fed = trace.length;
  });
  return seats;
}

/** Through the fixture, generated stories with two people in them, and what is shipped. */
function walkedAll(): readonly Seen[] {
  const seen: Seen[] = [];
  for (let seed = 1; seed <= 6; seed++)
    seen.push(
      ...walked(makeEngine(fixture, opening({ seed, seats: ['patrol', 'dispatch'] }), 'grid'), seed, 40),
    );
  const sample = fc.sample(fc.tuple(playbooks, fc.nat()), { seed: 207, numRuns: 60 });
  for (const [playbook, seed] of sample) {
    const engine = makeEngine(playbook, opening({ seed, seats: ['one', 'two'] }), 'grid');
    if (opens(engine)) seen.push(...walked(engine, seed, 30));
  }
  const files = readSources();
  for (const id of scenarioIds(files)) {
    const playbook = shippedPlaybook(id);
    const seats = playbook.seats.slice(0, 2).map((seat) => seat.id);
    for (let seed = 1; seed <= 2; seed++)
      seen.push(...walked(makeEngine(playbook, opening({ seed, seats, scenario: id }), 'grid'), seed, 60));
  }
  return seen;
}
let all: readonly Seen[] = [];
beforeAll(() => {
  all = walkedAll();
}, 120_000);

test('[EX38] a view folded as a run goes on equals the fold of the whole, for every seat at every step', () => {
  const seen = { views: 0, lines: 0, cards: 0, forms: 0, ways: 0, known: 0 };
  for (const { views, wholes } of all)
    for (const [n, view] of views.entries()) {
      const whole = wholes[n];
      if (JSON.stringify(view) !== JSON.stringify(whole) || n % 7 === 0) expect(view).toStrictEqual(whole);
      seen.views += 1;
      seen.lines += view.log.length;
      seen.cards += view.decisions.length;
      seen.forms += view.shortForms?.length ?? 0;
      seen.ways += view.tokens.filter(({ going }) => going !== null).length;
      seen.known += view.known.length;
    }
  expect(all.length).toBeGreaterThan(100);
  for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(120);
});

test('[EX38] a view that was given stays as it was when more is told', () => {
  const engine = makeEngine(fixture, opening({ seats: ['patrol', 'dispatch'] }), 'grid');
  const watch = watchSeat(engine, 'patrol', ENGLISH);
  const given: { readonly view: SeatView; readonly text: string }[] = [];
  let fed = 0;
  walk(engine, 3, 40, ({ exercise, trace }) => {
    watch.feed(trace.slice(fed));
    fed = trace.length;
    const view = watch.view(exercise);
    given.push({ view, text: JSON.stringify(view) });
  });
  expect(given.at(-1)?.view.log.length).toBeGreaterThan((given[0]?.view.log.length ?? 0) + 5);
  for (const { view, text } of given) expect(JSON.stringify(view)).toBe(text);
});

test('[EX39] what changed, laid on the view before, gives the view after; over the wire it is a small part of it', () => {
  const size = { whole: 0, changed: 0, parts: new Set<string>() };
  for (const { views } of all)
    for (const [n, view] of views.entries()) {
      const had = views[n - 1];
      if (had === undefined) continue;
      const [text, whole] = [JSON.stringify(had), JSON.stringify(view)];
      const wire = JSON.stringify(diff(had, view));
      const made = patch(had, JSON.parse(wire) as ViewPatch);
      if (JSON.stringify(made) !== whole) expect(made).toEqual(view);
      expect(JSON.stringify(had)).toBe(text);
      size.whole += whole.length;
      size.changed += wire.length;
      for (const part of Object.keys({ ...diff(had, view).set, ...diff(had, view).lists }))
        size.parts.add(part);
    }
  expect(size.changed).toBeLessThan(size.whole / 8);
  const every = ['at', 'log', 'decisions', 'actions', 'busy', 'waiting', 'known', 'tokens', 'places'];
  expect(
    [...every, 'sounds', 'ended', 'place', 'shortForms'].filter((part) => !size.parts.has(part)),
  ).toEqual([]);
});

test('[EX39] any view leads to any other, however little they have in common; from one to itself nothing does', () => {
  const some = all.flatMap(({ views }, n) => (n % 4 === 0 ? views.slice(-1) : []));
  expect(some.length).toBeGreaterThan(20);
  for (const one of some) {
    expect(diff(one, one)).toEqual({});
    for (const other of some) {
      const made = patch(one, diff(one, other));
      if (JSON.stringify(made) !== JSON.stringify(other)) expect(made).toEqual(other);
    }
  }
});
