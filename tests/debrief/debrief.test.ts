/** A run becomes a report. */
import { expect, test } from 'vitest';
import { debrief } from '#debrief/debrief.ts';
import { LAW, played, STREET } from './street.ts';

const END = { at: 300_000 };
const careless = played([
  { at: 2_000, choose: 'approach/dark' },
  { at: 62_000, choose: 'request/hold' },
  END,
]);
const careful = played([
  { at: 2_000, choose: 'approach/marked' },
  { at: 30_000, act: 'ask-dispatch' },
  { at: 62_000, choose: 'request/no' },
  END,
]);
const report = (run: typeof careless, over: { pack?: string; asOf?: string } = {}) =>
  debrief({ playbook: STREET, law: LAW, ...run, ...over });

test('[DB1] a debrief is a function of journal, law, pack and day: equal twice, and equal to its JSON', () => {
  const once = report(careless);
  expect(report(careless)).toEqual(once);
  expect(JSON.parse(JSON.stringify(once))).toEqual(once);
  expect(once.scenario.title).toBe('A van on the street');
  expect(once.seat.callsign).toBe('4-Adam-31');
  expect(once.ending.title).toBe('They are gone');
  expect(once.truth).toEqual([{ label: 'The armed men', value: 'federal officers' }]);
  expect(once.objectives).toEqual([
    {
      id: 'settled',
      axis: 'jurisdiction',
      text: 'Establish who they are.',
      met: false,
      how: 'missed',
      against: [],
    },
  ]);
});

test('[DB1] a journal that does not replay is refused, not debriefed', () => {
  const broken = careless.entries.map((entry, i) =>
    i === 1 ? { ...entry, digest: `sha256:${'0'.repeat(64)}` } : entry,
  );
  expect(() => report({ ...careless, entries: broken })).toThrow(/entry 2 does not replay/);
});

test('[DB7] one journal under two laws and on two days gives the findings of each, in sentences', () => {
  const helped = (over: { pack?: string; asOf?: string }) =>
    report(careless, over)
      .findings.filter(({ finding }) => finding.at === 62_000)
      .map(({ finding, authorities }) => [finding.title, finding.because, authorities[0]?.status]);
  const sentence = [
    'You lent a hand with a civil arrest.',
    'The Bar Act keeps local officers out of this.',
    'in force',
  ];
  expect(helped({})).toEqual([sentence]);
  expect(helped({ asOf: '2026-07-01' })).toEqual([]);
  expect(helped({ pack: 'plain' })).toEqual([]);
  expect(helped({ asOf: '2025-12-31' })).toEqual([]);
});

test('[DB2] the timeline tells the run in order, in the words of the pack, with findings marked where they rest', () => {
  const { timeline, ruling } = report(careless);
  const moments = timeline.map(({ at, seq }) => [at, seq] as const);
  expect(moments).toEqual([...moments].sort((a, b) => a[0] - b[0] || a[1] - b[1]));
  expect(timeline[0]?.text).toBe('4-Adam-31, a 207 in progress.');
  expect(report(careless, { pack: 'plain' }).timeline[0]?.text).toBe('4-Adam-31, a kidnapping in progress.');
  const did = timeline.filter((moment) => moment.kind === 'did');
  expect(did.map((moment) => moment.text)).toEqual(['Roll up with guns out.', 'Hold the street for them.']);
  expect(did.map((moment) => moment.marks.map((n) => ruling.findings[n]?.rule))).toEqual([
    ['ground/guns-out', 'ground/guns-out'],
    ['barred/no-lending'],
  ]);
  expect(timeline.flatMap((moment) => moment.marks).sort()).toEqual(ruling.findings.map((_, n) => n));
  expect(timeline.at(-1)).toMatchObject({ kind: 'ended', text: 'They are gone' });
});

test('[DB2] a speaker is called what the seat could call them at that moment', () => {
  const said = report(careless).timeline.filter((moment) => moment.kind === 'line');
  expect(said.map((moment) => [moment.who, moment.text])).toContainEqual([
    'Man in vest',
    'Federal officers.',
  ]);
  expect(said.map((moment) => [moment.who, moment.text])).toContainEqual(['W. Harlan', 'Stay back.']);
});

test('[DB3] the ladder says who knew what when, on which basis, told or reported', () => {
  const { ladder } = report(careful);
  expect(ladder.seats.map((seat) => seat.name)).toEqual(['4-Adam-31', 'Control']);
  const row = (label: string) => ladder.rows.find((one) => one.label === label)?.cells;
  expect(row('Who the armed men are: claimed')).toEqual([{ at: 22_000, basis: 'heard', how: 'told' }, null]);
  expect(row('What paper they have: described')).toEqual([
    { at: 60_000, basis: 'heard', how: 'reported' },
    { at: 50_000, basis: 'heard', how: 'told' },
  ]);
  expect(row('Who the armed men are: confirmed')?.[0]?.at).toBe(60_000);
});

test('[DB4] findings come grave ones first, merits last, each with what was done and known', () => {
  const { findings } = report(careless);
  expect(findings.map(({ finding }) => [finding.grave, finding.verdict])).toEqual([
    [true, 'forbidden'],
    [false, 'forbidden'],
    [false, 'forbidden'],
    [false, 'discouraged'],
  ]);
  expect(findings[0]).toMatchObject({ did: 'Roll up with guns out.', knew: [] });
  const helped = findings.find(({ finding }) => finding.rule === 'barred/no-lending');
  expect(helped?.knew).toEqual(['Who the armed men are: claimed', 'Who leads them: named']);
  const merits = report(careful).findings;
  expect(merits.map(({ finding }) => finding.verdict)).toEqual(['commended', 'required']);
  expect(merits.every(({ retry }) => retry === null)).toBe(true);
});

test('[DB4] a finding against can be tried again from just before the act, or from when a duty could first be met', () => {
  const { findings } = report(careless);
  const retry = (rule: string) => findings.find(({ finding }) => finding.rule === rule)?.retry;
  expect(retry('ground/guns-out')).toEqual({ seq: 0, at: 2_000 });
  const helped = careless.entries.findIndex((entry) => entry.command.kind === 'choose' && entry.seq > 1);
  expect(retry('barred/no-lending')).toEqual({ seq: helped, at: 62_000 });
  expect(retry('ground/verify')).toEqual({ seq: 1, at: 22_000 });
});

test('[DB4] what was said before choosing stands beside the finding', () => {
  const run = played([
    { at: 1_000, of: 'approach', say: 'I want surprise.' },
    { at: 2_000, choose: 'approach/dark' },
    END,
  ]);
  expect(report(run).findings[0]?.saidWhy).toBe('I want surprise.');
});
