/** The peer: the reference story as a boardgame.io game, played by a local client. Choices and the passing of time are moves on `G`. */
import { createRequire } from 'node:module';
import { CHOICES, type Change, FACTS, type Guard, METERS, REGIONS } from './reference-story.ts';
import type { Playing } from './step-peer.ts';

/** The part of boardgame.io that is used here: its package says where its types are in a way that only old resolution reads. */
interface Local {
  start(): void;
  reset(): void;
  getState(): { readonly G: Story } | null;
  readonly moves: Readonly<Record<string, (...of: readonly unknown[]) => void>>;
}
const packaged = createRequire(new URL('./peers/package.json', import.meta.url));
const { Client } = packaged('boardgame.io/client') as { readonly Client: (options: object) => Local };
const { INVALID_MOVE } = packaged('boardgame.io/core') as { readonly INVALID_MOVE: string };

const REGION_IDS = Object.keys(REGIONS);

interface Story {
  now: number;
  n: number;
  place: string[];
  values: Record<string, number>;
  /** Per region: when its timer fires (-1: none), and the order in which it was set. */
  due: number[];
  set: number[];
}

/** Makes the client once; each playing begins the game anew. */
export function makeBoardgame(): () => Playing {
  const client = Client({
    game: {
      setup: begin,
      moves: {
        ...Object.fromEntries(CHOICES.map((choice, n) => [choice.id, ({ G }: { G: Story }) => choose(G, n)])),
        pass: ({ G }: { G: Story }, ms: number) => pass(G, ms),
      },
    },
    numPlayers: 1,
    debug: false,
  });
  client.start();
  return () => {
    client.reset();
    const story = (): Story => {
      const state = client.getState();
      if (state === null) throw new Error('boardgame.io has no state');
      return state.G;
    };
    const move = (name: string, ...of: unknown[]) => {
      const made = client.moves[name];
      if (made === undefined) throw new Error(`boardgame.io has no move ${name}`);
      made(...of);
    };
    return {
      enabled: () => CHOICES.flatMap((_, n) => (isPossible(story(), n) ? [n] : [])),
      choose: (n) => move(CHOICES[n]?.id ?? ''),
      advance: (ms) => move('pass', ms),
      isOver: () => (story().place[0] ?? '').startsWith('debrief'),
      state: () => JSON.stringify([story().now, story().place, Object.values(story().values)]),
    };
  };
}

function begin(): Story {
  const story: Story = {
    now: 0,
    n: 0,
    place: [],
    values: { ...METERS, ...Object.fromEntries(FACTS.map((fact) => [fact, 0])) },
    due: [],
    set: [],
  };
  REGION_IDS.forEach((region, r) => {
    enter(story, r, Object.keys(REGIONS[region] ?? {})[0] ?? '');
  });
  settle(story);
  return story;
}

function isPossible(story: Story, n: number): boolean {
  const choice = CHOICES[n];
  if (choice === undefined) return false;
  const place = story.place[REGION_IDS.indexOf(choice.r)] ?? '';
  return choice.from.includes(place) && (choice.g === undefined || holds(story, choice.g));
}

function choose(story: Story, n: number): string | undefined {
  const choice = CHOICES[n];
  if (choice === undefined || !isPossible(story, n)) return INVALID_MOVE;
  change(story, choice.fx);
  if (choice.to !== undefined) enter(story, REGION_IDS.indexOf(choice.r), choice.to);
  settle(story);
  return undefined;
}

function pass(story: Story, ms: number): void {
  const until = story.now + ms;
  for (;;) {
    let next = -1;
    story.due.forEach((due, r) => {
      if (due < 0 || due > until) return;
      const best = story.due[next] ?? Number.POSITIVE_INFINITY;
      if (due < best || (due === best && (story.set[r] ?? 0) < (story.set[next] ?? 0))) next = r;
    });
    if (next < 0) break;
    story.now = story.due[next] ?? story.now;
    story.due[next] = -1;
    const ways = nodeOf(story, next)?.after?.[1] ?? [];
    const way = ways.find(({ g }) => g === undefined || holds(story, g));
    if (way !== undefined) {
      change(story, way.fx);
      enter(story, next, way.to);
    }
    settle(story);
  }
  story.now = until;
}

function settle(story: Story): void {
  for (;;) {
    const ways = REGION_IDS.map((_, r) =>
      nodeOf(story, r)?.always?.find(({ g }) => g === undefined || holds(story, g)),
    );
    if (ways.every((way) => way === undefined)) return;
    ways.forEach((way, r) => {
      if (way !== undefined) enter(story, r, way.to);
    });
  }
}

function enter(story: Story, r: number, node: string): void {
  story.place[r] = node;
  const after = nodeOf(story, r)?.after;
  story.due[r] = after === undefined ? -1 : story.now + after[0] * 1_000;
  story.n += 1;
  story.set[r] = story.n;
}

function nodeOf(story: Story, r: number) {
  return REGIONS[REGION_IDS[r] ?? '']?.[story.place[r] ?? ''];
}

function change(story: Story, fx: readonly Change[] = []): void {
  for (const one of fx) story.values[one[1]] = one[0] === 'add' ? (story.values[one[1]] ?? 0) + one[2] : 1;
}

function holds(story: Story, guard: Guard): boolean {
  switch (guard[0]) {
    case '>=':
      return (story.values[guard[1]] ?? 0) >= guard[2];
    case '<':
      return (story.values[guard[1]] ?? 0) < guard[2];
    case 'fact':
      return story.values[guard[1]] === 1;
    case 'in':
      return story.place[REGION_IDS.indexOf(guard[1])] === guard[2];
    case 'not':
      return !holds(story, guard[1]);
    case 'and':
      return guard.slice(1).every((one) => holds(story, one as Guard));
    case 'or':
      return guard.slice(1).some((one) => holds(story, one as Guard));
  }
}
