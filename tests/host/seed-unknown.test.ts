/** What a seat is sent, read by somebody who wants to know the hidden truth: they have the scenario, the engine and all that reached them. */
import { describe, expect, test } from 'vitest';
import { draw, shuffle } from '#exercise/chance.ts';
import type { Opening } from '#exercise/entries.ts';
import type { SeatView } from '#exercise/view.ts';
import { diff } from '#exercise/view-patch.ts';
import { opaqueIds } from '#host/opaque-ids.ts';
import { veiled } from '#host/veiled-session.ts';
import type { Session } from '#protocol/session.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { playbook as fixture } from '../exercise/fixture.ts';
import { ENGLISH, names, together } from './together.ts';

/** Every seed that somebody would try: those that the page offers and many more. */
const SEEDS = 50_000;
const TRUTH = fixture.slots[0]?.id ?? '';

/** The fixture with six options on every card, as real cards have four to six. */
const PLAYBOOK: Playbook = {
  ...fixture,
  decisions: fixture.decisions.map((decision) => {
    const [option] = decision.options;
    if (option === undefined) throw new Error('a decision has options');
    const more = Array.from({ length: 6 }, (_, n) => ({
      ...option,
      id: `o${n}`,
      say: `say.${decision.id}.${n}`,
    }));
    return { ...decision, options: more };
  }),
};

/** All that one seat was sent, as text: the whole view once, then what changed. */
interface Sent {
  readonly frames: readonly string[];
  readonly views: readonly SeatView[];
}

/** Plays the patrol seat to the end of its third card, the same way whatever the seed, and keeps what it was sent. */
async function sentTo(more: Partial<Opening>): Promise<Sent> {
  const { host, tempo } = await together(more, PLAYBOOK);
  const session = veiled(host.open('patrol', ENGLISH), opaqueIds(names(17)));
  const views: SeatView[] = [session.view()];
  const frames = [JSON.stringify(session.view())];
  session.subscribe(() => {
    const [last, view] = [views.at(-1), session.view()];
    if (last === undefined || last === view) return;
    frames.push(JSON.stringify({ patch: diff(last, view), clock: session.clock() }));
    views.push(view);
  });
  for (let n = 0; n < 3; n++) {
    const answer = await answered(session, tempo.pass);
    frames.push(JSON.stringify(answer));
  }
  await tempo.pass(60_000);
  host.close();
  return { frames, views };
}

/** Waits for the next card and takes the option that reads first by its words, wherever it stands. */
async function answered(session: Session, pass: (ms: number) => Promise<void>) {
  for (let n = 0; n < 400 && (session.view().decisions[0]?.ready ?? false) === false; n++) await pass(250);
  const card = session.view().decisions[0];
  const option = [...(card?.options ?? [])].sort((a, b) => (a.say < b.say ? -1 : 1))[0];
  if (card === undefined || option === undefined) throw new Error('no card came');
  return session.send({ kind: 'choose', decision: card.decision, visit: card.visit, option: option.id });
}

/** Each card that was shown, by its author's id, which its words give away to whoever has the scenario, with the order of its options. */
function cardsIn({ views }: Sent) {
  const cards = new Map<
    string,
    { readonly decision: string; readonly visit: number; readonly order: readonly number[] }
  >();
  for (const { decisions } of views)
    for (const { ask, visit, options } of decisions) {
      const decision = PLAYBOOK.decisions.find(({ ask: id }) => `English ${id}` === ask)?.id ?? '';
      cards.set(`${decision} ${visit}`, {
        ...{ decision, visit },
        order: options.map(({ say }) => Number(say.split('.').at(-1))),
      });
    }
  return [...cards.values()];
}

/** The attack: every number up to `SEEDS` that could have put all the cards in the order in which they were seen. */
function consistentWith(sent: Sent): readonly number[] {
  const cards = cardsIn(sent);
  expect(cards.length, 'the attacker saw no cards: it is blind').toBeGreaterThanOrEqual(3);
  return Array.from({ length: SEEDS }, (_, n) => n + 1).filter((seed) =>
    cards.every(({ decision, visit, order }) => shuffle(seed, decision, visit, 6).join() === order.join()),
  );
}
/** What the men are under a seed. */
const truthOf = (seed: number) => draw(seed, TRUTH, 0, PLAYBOOK.truths[0]?.weights[0] ?? []);

describe('an attacker who has the scenario, the engine and everything a seat was sent', () => {
  const secret = { seed: 31_337, order: 9_001_002_003_004 };

  test('[HO7] finds seed and truth where the seed orders what is seen, as in solo play', async () => {
    const found = consistentWith(await sentTo({ seed: secret.seed }));
    expect(found).toEqual([secret.seed]);
    expect(found.map(truthOf)).toEqual([truthOf(secret.seed)]);
  });

  test('[HO7] finds nothing where an order of its own does: no seed fits better than another', async () => {
    expect(consistentWith(await sentTo(secret))).toEqual([]);
    // Even an order so small that it is found says which order it was, and nothing of the seed.
    const found = consistentWith(await sentTo({ ...secret, order: 4_711 }));
    expect(found).toEqual([4_711]);
  });

  test('[HO7] is sent the very same, to the letter, under every seed that draws the same truth', async () => {
    const seeds = [...Array(20).keys()].map((n) => n * 811 + 5);
    const sent = new Map<string, Set<number>>();
    for (const seed of seeds) {
      const text = (await sentTo({ seed, order: secret.order })).frames.join('\n');
      sent.set(text, (sent.get(text) ?? new Set()).add(truthOf(seed)));
    }
    expect(new Set(seeds.map(truthOf)).size, 'one truth only: nothing is compared').toBe(2);
    // Nothing in this way through the story shows what the men are, and so nothing that is sent does.
    expect(sent.size).toBe(1);
    // With the seed ordering, nearly every seed sends something else: the comparison can fail.
    const solo = new Set<string>();
    for (const seed of seeds.slice(0, 6)) solo.add((await sentTo({ seed })).frames.join('\n'));
    expect(solo.size).toBe(6);
  });

  test('[HO7] meets neither seed, order, digest, entry number nor truth in anything that was sent', async () => {
    const { frames } = await sentTo(secret);
    const text = frames.join('\n');
    expect(text.length).toBeGreaterThan(5_000);
    for (const word of ['31337', '9001002003004', 'sha256', '"seq"', '"seed"', '"digest"', 'canary', '"ref"'])
      expect(text).not.toContain(word);
  });
});
