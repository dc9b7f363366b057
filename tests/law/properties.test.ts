/** The judge over random traces and the shipped law: never throws, always the same, and a seat is judged for its own acts only. */

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { lawAmong } from '#cli/disk/read-once.ts';
import { readSources } from '#cli/disk/sources.ts';
import { ACTS, type Act, PURPOSES } from '#law/acts.ts';
import { FACTS } from '#law/facts.ts';
import { judge } from '#law/judge.ts';
import { OBSERVATIONS, type Seen } from '#law/observations.ts';
import { AXES, type TraceEvent } from '#law/trace.ts';
import { DAY } from './small-law.ts';

const { law, problems } = lawAmong(readSources());
if (law === null) throw new Error(problems.map((problem) => problem.message).join('\n'));
const PACKS = Object.keys(law.packs);
const RUNS = { numRuns: 100, seed: 207 };
vi.setConfig({ testTimeout: 60_000 });

/** Some of the fields, each with one of its values. */
function fieldsOf<T>(fields: Readonly<Record<string, readonly T[]>>): fc.Arbitrary<Record<string, T>> {
  const each = Object.entries(fields).map(([name, values]) => [name, fc.constantFrom(...values)] as const);
  return fc.record(Object.fromEntries(each), { requiredKeys: [] }) as fc.Arbitrary<Record<string, T>>;
}
/** Half of the time something that a duty of the law is about: else runs would hardly ever meet one. */
const duties = Object.values(law.layers).flatMap((layer) => layer.duties);
const opening = duties.flatMap((duty) => duty.opens.map((pattern) => pattern.name));
const anyAct: fc.Arbitrary<Act> = fc
  .constantFrom(...Object.entries(ACTS))
  .chain(([kind, { fields }]) =>
    fieldsOf({ ...fields, for: PURPOSES }).map((some) => ({ kind, fields: some })),
  );
const meeting: fc.Arbitrary<Act> = fc
  .constantFrom(...duties.flatMap((duty) => duty.metBy))
  .chain(({ name, fields }) =>
    fc.tuple(...Object.values(fields).map((values) => fc.constantFrom(...values))).map((values) => ({
      kind: name,
      fields: Object.fromEntries(Object.keys(fields).map((field, n) => [field, values[n] ?? ''])),
    })),
  );
const act = fc.oneof(anyAct, meeting);
const seen: fc.Arbitrary<Seen> = fc
  .oneof(fc.constantFrom(...Object.keys(OBSERVATIONS)), fc.constantFrom(...opening))
  .chain((observation) => {
    const fields = OBSERVATIONS[observation]?.fields ?? {};
    return fc.tuple(...Object.values(fields).map((values) => fc.constantFrom(...values))).map((values) => ({
      observation,
      fields: Object.fromEntries(Object.keys(fields).map((name, n) => [name, values[n] ?? ''])),
    }));
  });
const knowing = fieldsOf(
  Object.fromEntries(Object.entries(FACTS).map(([fact, { values }]) => [fact, values])),
);
const seat = fc.constantFrom('patrol', 'patrol', 'patrol', 'sergeant');
const acts = fc.array(act, { minLength: 1, maxLength: 3 });
const source = fc.oneof(
  fc.record({ action: fc.constantFrom('one', 'two', 'three') }),
  fc.record({
    decision: fc.constantFrom('knock', 'van'),
    visit: fc.integer({ min: 1, max: 2 }),
    option: fc.constantFrom('a', 'b'),
  }),
);
/** An event without its moment; acts get their ids when the trace is put together. */
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      seat,
      human: fc.boolean(),
      source,
      acts,
      knowing,
      seeing: fc.array(seen, { maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('offered' as const), seat, source, acts }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdrawn' as const), seat, source }) },
  {
    weight: 4,
    arbitrary: fc.tuple(seat, seen).map(([who, what]) => ({ kind: 'observed' as const, seat: who, ...what })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(seat, seen)
      .map(([who, what]) => ({ kind: 'closed' as const, seat: who, observation: what.observation })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('cut' as const), seat, act: fc.integer({ min: 1, max: 10 }) }),
  },
);
const trace: fc.Arbitrary<TraceEvent[]> = fc
  .tuple(
    fc.array(fc.tuple(event, fc.integer({ min: 0, max: 90_000 })), {
      minLength: 20,
      maxLength: 60,
      size: 'max',
    }),
    fc.boolean(),
  )
  .map(([parts, ends]) => {
    let [at, id] = [0, 0];
    const events = parts.map(([part, later], seq): TraceEvent => {
      at += later;
      if (part.kind !== 'act') return { ...part, at, seq };
      id += 1;
      return { ...part, at, seq, id, takes: 0 };
    });
    return ends ? [...events, { kind: 'ended', at, seq: events.length, ending: 'done' }] : events;
  });
const ruling = (events: readonly TraceEvent[], pack: string, who = 'patrol') =>
  judge(events, { law, pack, asOf: DAY, seat: who, switches: {} });

test('[LW12] judging never throws, gives the same twice, changes nothing it reads, and equals its JSON round trip', () => {
  let [findings, duties] = [0, 0];
  fc.assert(
    fc.property(trace, fc.constantFrom(...PACKS), (events, pack) => {
      const before = JSON.stringify([events, law]);
      const once = ruling(events, pack);
      expect(ruling(JSON.parse(JSON.stringify(events)) as TraceEvent[], pack)).toEqual(once);
      expect(JSON.stringify([events, law])).toBe(before);
      expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      findings += once.findings.length;
      duties += once.findings.filter((finding) => 'duty' in finding.on).length;
    }),
    RUNS,
  );
  expect(findings).toBeGreaterThan(300);
  expect(duties).toBeGreaterThan(50);
});

test('[LW12] findings stand in the order of time, entry, axis, rule, and rest on acts of that seat done by a person', () => {
  let found = 0;
  fc.assert(
    fc.property(trace, fc.constantFrom(...PACKS), (events, pack) => {
      const own = new Set(
        events.flatMap((one) => (one.kind === 'act' && one.seat === 'patrol' && one.human ? [one.id] : [])),
      );
      const { findings } = ruling(events, pack);
      const keys = findings.map((one) => [one.at, one.seq, AXES.indexOf(one.axis), one.rule] as const);
      for (const [n, key] of keys.entries()) {
        const before = keys[n - 1];
        if (before !== undefined) expect(lessOrEqual(before, key)).toBe(true);
      }
      for (const { on, seat: who, authorities } of findings) {
        expect(who).toBe('patrol');
        expect(authorities.length).toBeGreaterThan(0);
        if (on.act !== null) expect(own.has(on.act)).toBe(true);
        found += 1;
      }
    }),
    RUNS,
  );
  expect(found).toBeGreaterThan(300);
});

test('[LW12] what others do, and what automations do for the seat, changes nothing in its ruling', () => {
  let removed = 0;
  fc.assert(
    fc.property(trace, fc.constantFrom(...PACKS), (events, pack) => {
      const own = events.filter(
        (one) => !('seat' in one) || (one.seat === 'patrol' && (one.kind !== 'act' || one.human)),
      );
      removed += events.length - own.length;
      // Entries keep their numbers and the clock its moments: a wait stands in for each event taken out.
      const alone = events.map(
        (one): TraceEvent =>
          own.includes(one) ? one : { kind: 'sound', at: one.at, seq: one.seq, sound: 's' },
      );
      expect(ruling(alone, pack)).toEqual(ruling(events, pack));
    }),
    RUNS,
  );
  expect(removed).toBeGreaterThan(300);
});

test('[LW11] standing actions alone never earn by rule: every merit there is a duty met', () => {
  let merits = 0;
  fc.assert(
    fc.property(trace, fc.constantFrom(...PACKS), (events, pack) => {
      const bar = events.map(
        (one): TraceEvent => (one.kind === 'act' ? { ...one, source: { action: 'one' } } : one),
      );
      for (const { verdict, on } of ruling(bar, pack).findings) {
        if (verdict !== 'required' && verdict !== 'commended') continue;
        expect('duty' in on && on.outcome).toBe('met');
        merits += 1;
      }
    }),
    RUNS,
  );
  expect(merits).toBeGreaterThan(30);
});

test('[LW10] every duty missed or late had its chance between opening and the moment it was due', () => {
  let missed = 0;
  fc.assert(
    fc.property(trace, fc.constantFrom(...PACKS), (events, pack) => {
      for (const { on } of ruling(events, pack).findings) {
        if (!('duty' in on) || on.outcome === 'met') continue;
        expect(on.chance).not.toBeNull();
        expect(on.chance).toBeGreaterThanOrEqual(on.opened);
        expect(on.chance).toBeLessThan(on.due);
        missed += 1;
      }
    }),
    RUNS,
  );
  expect(missed).toBeGreaterThan(20);
});

type Key = readonly [number, number, number, string];
function lessOrEqual(a: Key, b: Key): boolean {
  for (const n of [0, 1, 2] as const) if (a[n] !== b[n]) return a[n] < b[n];
  return a[3] <= b[3];
}
