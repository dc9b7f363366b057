/** What the page of parts shows its parts with: views and findings made up for it, in the reader's language. No run and no law is behind them. */
import type { ChangedBy, DebriefReport, FindingInContext } from '#debrief/report.ts';
import type { Card, LogItem, SeatView, SeenToken } from '#exercise/view.ts';
import type { Finding, StandingWord } from '#law/findings.ts';
import { AXES, type Axis } from '#law/trace.ts';
import type { PartsTexts } from '#table/words/en/parts.ts';

type Say = PartsTexts['say'];

const AT = 402_000;

/** A seat in the middle of a call: every channel in its log, every ring in its sight. */
export function sampleView(s: Say, change: Partial<SeatView> = {}): SeatView {
  return {
    seat: 'patrol',
    callsign: '4-Adam-31',
    at: AT,
    place: { id: 'walk', label: s.place },
    ended: null,
    log: logOf(s),
    decisions: [],
    actions: [
      { id: 'supervisor', group: 'radio', say: s.supervisor, takes: 10_000, sent: null, about: [] },
      { id: 'medic', group: 'medical', say: s.medic, takes: 10_000, sent: null, about: [] },
      { id: 'note', group: 'note', say: s.note, takes: 0, sent: null, about: [] },
    ],
    busy: null,
    waiting: false,
    known: [
      known('identity', s.who, 'claimed', s.man, 'heard', 342_000),
      known('paper', s.paper, 'administrative', s.man, 'document', 371_000),
      known('lead', s.lead, 'named', s.duty, 'confirmed', 398_000),
    ],
    tokens: [
      token('partner', s.partner, 'person', 'local', 'walk', s.place),
      token('man', s.man, 'person', 'men', 'curb', s.away),
      token('van', s.van, 'vehicle', 'men', 'curb', s.away),
      { ...token('crowd', s.crowd, 'group', 'public', 'curb', s.away), how: s.pressing, people: 30 },
      token('crew', s.medics, 'person', 'medical', 'curb', s.away),
      { ...token('cones', s.cones, 'thing', 'local', 'walk', s.place), people: 0, mark: 'cones' },
    ],
    places: [
      { id: 'walk', label: s.place },
      { id: 'curb', label: s.away },
    ],
    sounds: [],
    ...change,
  };
}

/** Nobody has said or seen anything. */
export function emptyView(): SeatView {
  return {
    seat: 'patrol',
    callsign: '4-Adam-31',
    at: 0,
    place: null,
    ended: null,
    log: [],
    decisions: [],
    actions: [],
    busy: null,
    waiting: false,
    known: [],
    tokens: [],
    places: [],
    sounds: [],
  };
}

/** An open question. */
export function sampleCard(s: Say, change: Partial<Card> = {}): Card {
  return {
    decision: 'hold',
    visit: 1,
    ask: s.ask,
    opened: AT - 22_000,
    lapses: AT + 38_000,
    ready: true,
    said: false,
    options: s.options.map((say, i) => ({ id: String(i), say, takes: [60_000, 10_000, 0][i] ?? 0 })),
    ...change,
  };
}

/** A report whose three axes stand as asked, with one finding of each tone. */
export function sampleReport(s: Say, words: readonly StandingWord[]): DebriefReport {
  const findings = findingsOf(s);
  const axes = Object.fromEntries(
    AXES.map((axis, i) => [axis, { standing: words[i] ?? 'sound', kept: 9 - 3 * i, due: 12 - 3 * i }]),
  ) as DebriefReport['ruling']['axes'];
  return {
    language: 'en',
    scenario: { id: 'sample', title: s.call },
    seat: { id: 'patrol', callsign: '4-Adam-31', role: '' },
    seed: 1,
    level: 'guided',
    endedAt: 1_100_000,
    ending: { id: 'stand-off', title: s.ending, text: s.endingText },
    truth: [],
    pack: { id: 'sample', title: '', asOf: '2026-06-30', review: '' },
    ruling: {
      pack: 'sample',
      asOf: '2026-06-30',
      seat: 'patrol',
      axes,
      findings: findings.map((one) => one.finding),
    },
    findings,
    timeline: [
      { at: 60_000, seq: 1, kind: 'line', who: s.control, text: s.call, marks: [] },
      { at: 232_000, seq: 2, kind: 'did', who: '4-Adam-31', text: s.supervisor, marks: [2] },
      { at: 342_000, seq: 3, kind: 'learnt', who: s.man, text: s.who, marks: [] },
      { at: 544_000, seq: 4, kind: 'did', who: '4-Adam-31', text: s.options[0] ?? '', marks: [0, 3] },
      { at: 640_000, seq: 5, kind: 'moved', who: s.van, text: s.away, marks: [] },
      { at: 700_000, seq: 6, kind: 'lapsed', who: '4-Adam-31', text: s.second, marks: [1] },
      { at: 1_100_000, seq: 7, kind: 'ended', who: '', text: s.ending, marks: [] },
    ],
    couldHaveKnown: [
      {
        fact: 'identity',
        label: s.who,
        value: 'confirmed',
        by: s.supervisor,
        openSince: 120_000,
        wouldBe: 180_000,
        was: 402_000,
      },
      {
        fact: 'paper',
        label: s.paper,
        value: 'judicial',
        by: s.note,
        openSince: 240_000,
        wouldBe: 250_000,
        was: null,
      },
    ],
    sooner: {
      asked: s.supervisor,
      at: 232_000,
      was: 402_000,
      did: [{ action: 'note', at: 200_000, did: s.note, without: null }],
      could: [
        {
          acts: [
            { action: 'medic', at: 120_000, did: s.medic },
            { action: 'supervisor', at: 232_000, did: s.supervisor },
          ],
          instead: true,
          wouldBe: 352_000,
        },
      ],
    },
    ladder: {
      seats: [
        { id: 'patrol', name: '4-Adam-31' },
        { id: 'dispatch', name: s.control },
        { id: 'medics', name: s.medics },
      ],
      rows: [
        {
          label: s.who,
          cells: [
            { at: 402_000, basis: 'heard', how: 'told' },
            { at: 391_000, basis: 'confirmed', how: 'reported' },
            null,
          ],
        },
        { label: s.paper, cells: [{ at: 371_000, basis: 'document', how: 'told' }, null, null] },
      ],
    },
    objectives: [
      { id: 'a', axis: 'jurisdiction', text: s.who, met: true, how: 'met', against: [] },
      { id: 'b', axis: 'crowd-safety', text: s.aim, met: false, how: 'missed', against: [] },
    ],
  };
}

function logOf(s: Say): readonly LogItem[] {
  const line = (
    n: number,
    channel: 'radio' | 'say' | 'phone' | 'screen',
    from: string,
    name: string,
    text: string,
    change: Partial<Extract<LogItem, { kind: 'line' }>> = {},
  ): LogItem => ({
    at: 300_000 + n * 9_000,
    n,
    kind: 'line',
    channel,
    from,
    name,
    text,
    line: `line.${n}`,
    forYou: false,
    missed: false,
    ...change,
  });
  const own = (n: number, item: object) => ({ at: 300_000 + n * 9_000, n, ...item }) as LogItem;
  return [
    line(0, 'screen', 'screen', s.screen, s.typed),
    line(1, 'radio', 'control', s.control, s.call, { forYou: true }),
    line(2, 'radio', 'other', '4-Adam-17', s.other),
    line(3, 'radio', 'control', s.control, s.broken, { forYou: true, missed: true }),
    line(4, 'say', 'man', s.man, s.federal),
    own(5, {
      kind: 'learnt',
      fact: 'identity',
      label: s.who,
      value: 'claimed',
      words: '',
      name: s.man,
      basis: 'heard',
    }),
    line(6, 'say', 'crowd', s.neighbor, s.shout),
    line(7, 'phone', 'duty', s.duty, s.phone),
    own(8, { kind: 'did', text: s.supervisor, takes: 10_000 }),
    own(9, { kind: 'cut', text: s.supervisor }),
    own(10, { kind: 'done', text: s.medic }),
    own(11, { kind: 'said', words: s.reason }),
    own(12, { kind: 'lapsed', ask: s.second }),
    own(13, { kind: 'arrived', name: s.medics }),
  ];
}

function known(
  fact: string,
  label: string,
  value: string,
  name: string,
  basis: SeatView['known'][number]['basis'],
  at: number,
): SeatView['known'][number] {
  return { fact, label, value, words: value, at, name, basis };
}

function token(
  id: string,
  label: string,
  kind: SeenToken['kind'],
  side: SeenToken['side'],
  at: string,
  place: string,
): SeenToken {
  return {
    id,
    label,
    kind,
    side,
    at,
    place,
    going: null,
    how: null,
    doing: 'standing',
    people: kind === 'person' ? 1 : 0,
    mark: null,
    you: false,
  };
}

/** A change that makes nothing of a finding, and one that makes something else of it. */
function changesOf(s: Say): readonly ChangedBy[] {
  const said = (id: string, becomes: ChangedBy['becomes']): ChangedBy => ({
    ...{ what: 'purpose', name: 'for', label: '' },
    values: [{ id, says: '' }],
    becomes,
  });
  return [
    said('medical', null),
    said('own-crime', { verdict: 'permitted', grave: false, rule: 'sample/3', because: s.lineWhy }),
  ];
}

function findingsOf(s: Say): readonly FindingInContext[] {
  const note = {
    id: 'sample',
    citation: s.citation,
    status: 'in force',
    verified: 'secondary',
    summary: s.summary,
    source: s.source,
  } as const;
  const of = (
    n: number,
    axis: Axis,
    verdict: Finding['verdict'],
    grave: boolean,
    title: string,
    because: string,
    on: Finding['on'],
  ): FindingInContext => ({
    finding: {
      axis,
      verdict,
      grave,
      at: [544_000, 700_000, 232_000, 544_000][n] ?? 0,
      seq: n + 1,
      seat: 'patrol',
      rule: `sample/${n}`,
      title,
      because,
      authorities: ['sample'],
      on,
      also: [],
      counts: n !== 1,
    },
    did: n === 1 ? '' : (s.options[0] ?? ''),
    saidWhy: n === 0 ? s.reason : null,
    knew: [s.who],
    authorities: [note],
    retry: n < 2 ? { seq: n, at: 0 } : null,
    changes: n === 0 ? changesOf(s) : [],
  });
  return [
    of(0, 'jurisdiction', 'forbidden', true, s.camera, s.cameraWhy, { act: 1, kinds: ['camera'] }),
    of(1, 'constitutional', 'discouraged', false, s.late, s.lateWhy, {
      duty: 'verify',
      outcome: 'late',
      opened: 342_000,
      due: 520_000,
      chance: 350_000,
      act: 2,
    }),
    of(2, 'crowd-safety', 'commended', false, s.open, s.openWhy, { act: 3, kinds: ['traffic'] }),
    of(3, 'jurisdiction', 'permitted', false, s.line, s.lineWhy, { act: 4, kinds: ['line'] }),
  ];
}
