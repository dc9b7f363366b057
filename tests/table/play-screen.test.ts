/** What the play screen reads out of a view: what can be aimed at, the call, the notebook, and how the sand table comes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionOffer, Known, LogItem } from '#exercise/view.ts';
import { byTone, talkPartners } from '#table/actions/talk-tones.ts';
import { aimAt, aimsOf } from '#table/map/aim-order.ts';
import { bringTable } from '#table/map/sand-table-mount.ts';
import { callOf } from '#table/play/side/call-reading.ts';
import { historyOf } from '#table/play/side/notebook-history.ts';
import { MAP, seen, viewOf } from './seat-at.ts';

const TOKENS = [
  seen('van', 'corner', { side: 'men', kind: 'vehicle' }),
  seen('lead', 'kerb', { side: 'men' }),
  seen('self', 'car', { you: true }),
  seen('partner', 'car'),
];
const offer = (id: string, about: readonly string[]): ActionOffer => ({
  id,
  group: 'verify',
  say: id,
  takes: 0,
  sent: null,
  about,
});
const ACTIONS = [
  offer('ask-badge', ['lead']),
  offer('read-plate', ['van', 'corner']),
  offer('ask-partner', ['partner', 'lead']),
  offer('note', []),
];
const VIEW = viewOf({ tokens: TOKENS, actions: ACTIONS });

describe('the menu of a token or place', () => {
  test('[TB52] has the standing actions that are about it, in the order of the bar, and no other', () => {
    const ids = (id: string) => aimAt(VIEW, MAP, { token: id })?.actions.map((one) => one.id);
    expect(ids('lead')).toEqual(['ask-badge', 'ask-partner']);
    expect(ids('van')).toEqual(['read-plate']);
    expect(ids('self')).toEqual([]);
    expect(aimAt(VIEW, MAP, { place: 'corner' })?.actions.map((one) => one.id)).toEqual(['read-plate']);
    expect(aimAt(VIEW, MAP, { place: 'car' })?.actions).toEqual([]);
  });

  test('[TB99] what is said stands by its tone, all else after it, each once; who can be talked to is listed once', () => {
    const talk = (id: string, to: string, tone: 'calm' | 'firm' | null): ActionOffer => ({
      ...offer(id, [to]),
      talk: { to, name: to.toUpperCase(), way: tone === null ? 'wait' : 'ask', tone },
    });
    const actions = [
      offer('ask-badge', ['lead']),
      talk('a', 'lead', 'calm'),
      talk('b', 'lead', 'firm'),
      talk('c', 'lead', null),
      talk('d', 'partner', 'calm'),
    ];
    const ids = (of: readonly ActionOffer[]) => of.map(({ id }) => id);
    const lead = byTone(actions.filter((one) => one.about.includes('lead')));
    expect([ids(lead.calm), ids(lead.firm), ids(lead.rest)]).toEqual([['a'], ['b'], ['ask-badge', 'c']]);
    expect(talkPartners(actions)).toEqual([
      ['lead', 'LEAD'],
      ['partner', 'PARTNER'],
    ]);
  });

  test('[TB52] whatever is offered about whom, the menu offers exactly that', () => {
    const things = ['van', 'lead', 'self', 'partner', 'car', 'corner', 'kerb'];
    const offers = fc.array(fc.subarray(things), { maxLength: 12 });
    fc.assert(
      fc.property(offers, fc.constantFrom(...things), (abouts, id) => {
        const actions = abouts.map((about, i) => offer(`a${i}`, about));
        const view = viewOf({ tokens: TOKENS, actions });
        const isToken = TOKENS.some((one) => one.id === id);
        const aim = aimAt(view, MAP, isToken ? { token: id } : { place: id });
        const due = actions.filter((one) => one.about.includes(id));
        expect(aim?.actions).toEqual(due);
      }),
    );
  });

  test('[TB52] says what the notebook has about it: of the men what they said and showed, of their van its plate', () => {
    const known = [
      fact('identity', 'claimed'),
      fact('van', 'partial'),
      fact('exits', 'open'),
      fact('camera', 'on'),
    ];
    const view = viewOf({ tokens: TOKENS, known });
    const facts = (id: string) => aimAt(view, MAP, { token: id })?.known.map((one) => one.fact);
    expect(facts('lead')).toEqual(['identity']);
    expect(facts('van')).toEqual(['van']);
    expect(facts('self')).toEqual(['camera']);
    expect(facts('partner')).toEqual([]);
    expect(aimAt(view, MAP, { token: 'lead' })?.ring).toBe('says');
  });

  test('[TB52] a token that is no longer seen has none; a place without a name has one with an empty name', () => {
    expect(aimAt(VIEW, MAP, { token: 'gone' })).toBe(null);
    expect(aimAt(VIEW, MAP, { place: 'somewhere' })).toMatchObject({ name: '', actions: [] });
  });
});

describe('arrow keys', () => {
  test('[TB53] walk from the reader to the nearest, then farther, then the places; each once', () => {
    expect(aimsOf(VIEW, MAP).map((one) => one.id)).toEqual([
      'self',
      'partner',
      'lead',
      'van',
      'car',
      'kerb',
      'corner',
    ]);
  });

  test('[TB53] lose nothing without a map', () => {
    expect(aimsOf(VIEW, null).map((one) => one.id)).toEqual([
      'self',
      'van',
      'lead',
      'partner',
      'car',
      'corner',
      'kerb',
    ]);
  });
});

describe('the call on the terminal', () => {
  const told = line(0, 'control', 'radio', 'A 207 in progress, —');
  const log = [
    line(1, 'partner', 'say', 'Here we go.'),
    { ...told, missed: true },
    line(3, 'control', 'screen', 'Incident: 2147 · Type: 207 kidnapping · Priority: Code 3.'),
    line(4, 'control', 'radio', 'Three cars rolling.'),
    line(5, 'units', 'radio', 'Rolling.'),
    line(6, 'control', 'screen', 'Priority: Code 2'),
    line(7, 'control', 'screen', 'Note: see remarks · 1140 is the green house'),
    line(8, 'control', 'radio', ''),
  ].map((one, n) => ({ ...one, n }));

  test('[TB54] has the boxes that dispatch sent, the newest value of each, in the order first sent', () => {
    expect(callOf({ log })?.fields).toEqual([
      { name: 'Incident', value: '2147' },
      { name: 'Type', value: '207 kidnapping' },
      { name: 'Priority', value: 'Code 2' },
    ]);
  });

  test('[TB54] has what was added by whoever gave the call, as it was heard, and nothing that did not come to this seat', () => {
    const call = callOf({ log });
    expect(call?.told).toMatchObject({ text: 'A 207 in progress, —', missed: true });
    expect(call?.updates.map((one) => one.text)).toEqual([
      'Three cars rolling.',
      'Note: see remarks · 1140 is the green house',
    ]);
    const heard = log.map((one) => one.text);
    for (const { text } of call?.updates ?? []) expect(heard).toContain(text);
  });

  test('[TB54] is not there before a call came', () => {
    expect(callOf({ log: [] })).toBe(null);
    expect(callOf({ log: [line(0, 'partner', 'say', 'Quiet today.')] })).toBe(null);
  });
});

describe('the notebook', () => {
  const learnt = (n: number, at: number, known: Known): LogItem => ({ kind: 'learnt', n, ...known, at });
  const claimed = { ...fact('identity', 'claimed'), name: 'Man in vest' };
  const shown = { ...fact('identity', 'credential-shown'), name: 'Man in vest', basis: 'seen' as const };
  const confirmed = { ...fact('identity', 'confirmed'), name: 'Control', basis: 'confirmed' as const };

  test('[TB55] is newest first, the newest marked; what was so before stays under it with from whom and when', () => {
    const log = [
      learnt(0, 10, claimed),
      learnt(1, 20, fact('van', 'partial')),
      learnt(2, 30, shown),
      learnt(3, 30, shown),
      learnt(4, 40, confirmed),
    ];
    const known = [
      { ...fact('van', 'partial'), at: 20 },
      { ...confirmed, at: 40 },
    ];
    const noted = historyOf({ known, log });
    expect(noted.map(({ fact, newest }) => [fact, newest])).toEqual([
      ['identity', true],
      ['van', false],
    ]);
    expect(noted[0]?.before).toEqual([
      { ...shown, at: 30 },
      { ...claimed, at: 10 },
    ]);
    expect(noted[1]?.before).toEqual([]);
  });

  test('[TB55] of two learnt at one moment the later line of the log is newer', () => {
    const known = [fact('van', 'partial'), fact('call', 'crime')];
    const log = [learnt(0, 0, fact('van', 'partial')), learnt(1, 0, fact('call', 'crime'))];
    expect(historyOf({ known, log }).map((one) => one.fact)).toEqual(['call', 'van']);
  });
});

describe('the sand table', () => {
  const table = () => {
    const said: string[] = [];
    const gates = { ready: Promise.withResolvers<void>(), mount: Promise.withResolvers<void>() };
    const off = bringTable({
      ready: () => gates.ready.promise,
      mount: async () => {
        said.push('asked for');
        await gates.mount.promise;
        return { close: async () => void said.push('closed') };
      },
      drawn: () => void said.push('drawn'),
      broke: (cause) => void said.push(`broke: ${String(cause)}`),
    });
    const settle = () => new Promise((done) => setImmediate(done));
    return { said, gates, off, settle };
  };

  test('[TB56] is asked for only after the desk can be used, and then drawn', async () => {
    const { said, gates, settle } = table();
    await settle();
    expect(said).toEqual([]);
    gates.ready.resolve();
    await settle();
    expect(said).toEqual(['asked for']);
    gates.mount.resolve();
    await settle();
    expect(said).toEqual(['asked for', 'drawn']);
  });

  test('[TB56] called off before the desk was ready is never asked for; called off while it loads is closed and never drawn', async () => {
    const early = table();
    const gone = early.off();
    early.gates.ready.resolve();
    await gone;
    expect(early.said).toEqual([]);
    const late = table();
    late.gates.ready.resolve();
    await late.settle();
    const closed = late.off();
    late.gates.mount.resolve();
    await closed;
    expect(late.said).toEqual(['asked for', 'closed']);
  });

  test('[TB56] one that is drawn is closed once, when it is called off', async () => {
    const { said, gates, off, settle } = table();
    gates.ready.resolve();
    gates.mount.resolve();
    await settle();
    await off();
    expect(said).toEqual(['asked for', 'drawn', 'closed']);
  });

  test('[TB56] that cannot be drawn says so once, and the desk goes on', async () => {
    const { said, gates, off, settle } = table();
    gates.ready.resolve();
    gates.mount.reject(new Error('no WebGL'));
    await settle();
    await off();
    expect(said).toEqual(['asked for', 'broke: Error: no WebGL']);
  });
});

function fact(name: string, value: string): Known {
  return { fact: name, label: name, value, words: value, at: 0, name: 'somebody', basis: 'heard' };
}

function line(n: number, from: string, channel: 'radio' | 'say' | 'screen', text: string) {
  return {
    kind: 'line' as const,
    at: n * 1000,
    n,
    from,
    name: from,
    channel,
    text,
    forYou: false,
    missed: false,
    line: '',
  };
}
