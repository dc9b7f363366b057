/**
 * Places labels so that none lies on another, on a token or across the frame (SPEC TB42). Pure: the same wants and blocks give the same
 * places. What finds no place is left out; its words are on the desk, and it shows when pointed at.
 */
import type { Box } from './frame.ts';
import type { Point } from './geometry.ts';

/** What a line of a label is, which says how it is drawn. */
export type Role = 'title' | 'detail' | 'street' | 'number' | 'home' | 'exit';
export interface TextLine {
  readonly text: string;
  readonly role: Role;
  /** Pixels. */
  readonly size: number;
}
/** Lines with the box they need, before any turn. */
export interface Wording {
  readonly lines: readonly TextLine[];
  readonly width: number;
  readonly height: number;
}
/** A place a label may take: the middle of its box, its turn in radians, a line to its token where it stands off. */
export interface Spot extends Point {
  readonly turn: number;
  readonly from: Point | null;
}
export interface Want {
  readonly id: string;
  /** Higher goes first. */
  readonly priority: number;
  /** Best first: all of the words, then fewer. */
  readonly wordings: readonly Wording[];
  /** The spot of that number for a wording, best first; null past the last. Every wording is tried in a round before the next begins. */
  spot(wording: Wording, round: number, n: number): Spot | null;
  readonly rounds: number;
  /** What it stands beside moves: its label goes along. */
  readonly moves: boolean;
  /** Blocks that are its own and may be touched by the line to its token. */
  readonly own: string;
  /** Rather on a token than not at all: the one pointed at. What has no `id` is never covered. */
  readonly mayCover: boolean;
}
/** Something no label may cover. `id` names whose it is. */
export interface Block extends Box {
  readonly id: string;
}
export interface Placed {
  readonly id: string;
  readonly wording: Wording;
  /** Where it is: for a turned label the box around it. */
  readonly box: Box;
  readonly middle: Point;
  readonly turn: number;
  readonly leader: readonly [Point, Point] | null;
  /** Which of the spots it wanted this is. */
  readonly round: number;
  readonly n: number;
  readonly own: string;
  readonly moves: boolean;
  readonly mayCover: boolean;
}

/** Space kept between two labels, and between a label and a token. */
export const SPACE = 2;

/** Places as many as fit into `frame`, the most important first. Labels come back in the order they were placed. */
export function placeLabels(wants: readonly Want[], blocks: readonly Block[], frame: Box): readonly Placed[] {
  const placed: Placed[] = [];
  const order = wants
    .map((want, n) => ({ want, n }))
    .sort((a, b) => b.want.priority - a.want.priority || a.n - b.n);
  for (const { want } of order) {
    const found =
      placeOf(want, blocks, placed, frame) ??
      (want.mayCover ? placeOf(want, fixed(blocks), placed, frame) : null);
    if (found) placed.push(found);
  }
  return placed;
}

/**
 * Labels placed for another moment, each at the same spot beside what it names as that stands now: `anchorOf` is the box of a token, null
 * where it is out of sight. One that would lie on something by now is left out. They come back in the order they were given.
 */
export function carryLabels(
  labels: readonly Placed[],
  anchorOf: (own: string) => Box | null,
  blocks: readonly Block[],
  frame: Box,
): readonly Placed[] {
  const kept: Placed[] = [];
  for (const label of labels) {
    const now = label.moves ? carried(label, anchorOf(label.own)) : label;
    if (now && isFree(now, label.mayCover ? fixed(blocks) : blocks, kept, frame)) kept.push(now);
  }
  return kept;
}

/** The upright box round a turned one. */
export function boxAround({ x, y, turn }: Spot, width: number, height: number): Box {
  if (turn === 0) return { x: x - width / 2, y: y - height / 2, width, height };
  const cos = Math.abs(Math.cos(turn));
  const sin = Math.abs(Math.sin(turn));
  // A hair's breadth of a turn is none.
  const w = cos > 0.9999 ? width : sin > 0.9999 ? height : width * cos + height * sin;
  const h = cos > 0.9999 ? height : sin > 0.9999 ? width : width * sin + height * cos;
  return { x: x - w / 2, y: y - h / 2, width: w, height: h };
}

/** Whether two boxes come nearer than `space`. */
export function doTouch(a: Box, b: Box, space: number): boolean {
  return (
    a.x < b.x + b.width + space &&
    b.x < a.x + a.width + space &&
    a.y < b.y + b.height + space &&
    b.y < a.y + a.height + space
  );
}

/** Whether a line runs through a box. */
export function runsThrough(from: Point, to: Point, box: Box): boolean {
  let [enter, leave] = [0, 1];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  for (const [step, low] of [
    [-dx, from.x - box.x],
    [dx, box.x + box.width - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.height - from.y],
  ] as const) {
    if (step === 0) {
      if (low < 0) return false;
      continue;
    }
    const at = low / step;
    if (step < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
    if (enter > leave) return false;
  }
  return true;
}

/** The spot of that number round a box, in a round: beside it first, then farther off with a line; null past the last. */
export function spotAround(anchor: Box, { width, height }: Wording, round: number, n: number): Spot | null {
  const offset = OFFSETS[n];
  if (offset === undefined) return null;
  const gap = GAPS[round] ?? 4;
  const hx = anchor.width / 2 + gap + width / 2;
  const hy = anchor.height / 2 + gap + height / 2;
  const sx = (anchor.width + width) / 4;
  const sy = (anchor.height + height) / 4;
  const x = anchor.x + anchor.width / 2 + offset[0] * hx + offset[1] * sx;
  const y = anchor.y + anchor.height / 2 + offset[2] * hy + offset[3] * sy;
  return { x, y, turn: 0, from: round === 0 ? null : edgeTowards(anchor, { x, y }) };
}

/** Where a label lies beside its box: across by wholes of half a width and by quarters, then down the same way. */
const OFFSETS = [
  [1, 0, 0, 0],
  [-1, 0, 0, 0],
  [0, 0, -1, 0],
  [0, 0, 1, 0],
  [1, 0, 0, -1],
  [1, 0, 0, 1],
  [-1, 0, 0, -1],
  [-1, 0, 0, 1],
  [0, 1, -1, 0],
  [0, -1, -1, 0],
  [0, 1, 1, 0],
  [0, -1, 1, 0],
  [0.8, 0, -1, 0],
  [-0.8, 0, -1, 0],
  [0.8, 0, 1, 0],
  [-0.8, 0, 1, 0],
] as const;
/** How far off, by round. */
const GAPS = [4, 16, 32, 54, 84];
export const ROUNDS = GAPS.length;

/** Where a line from a token to its label begins: on a ring's edge, or on the side of what is not round. */
function edgeTowards(anchor: Box, to: Point): Point {
  const [cx, cy] = [anchor.x + anchor.width / 2, anchor.y + anchor.height / 2];
  if (Math.abs(anchor.width - anchor.height) < 1) {
    const far = Math.hypot(to.x - cx, to.y - cy) || 1;
    const part = anchor.width / 2 / far;
    return { x: cx + (to.x - cx) * part, y: cy + (to.y - cy) * part };
  }
  return {
    x: Math.min(anchor.x + anchor.width, Math.max(anchor.x, to.x)),
    y: Math.min(anchor.y + anchor.height, Math.max(anchor.y, to.y)),
  };
}

function placeOf(want: Want, blocks: readonly Block[], placed: readonly Placed[], frame: Box): Placed | null {
  for (let round = 0; round < want.rounds; round++) {
    for (const wording of want.wordings) {
      for (let n = 0; ; n++) {
        const spot = want.spot(wording, round, n);
        if (spot === null) break;
        const found = placedAt(want, wording, spot, round, n);
        if (isFree(found, blocks, placed, frame)) return found;
      }
    }
  }
  return null;
}

function carried(label: Placed, anchor: Box | null): Placed | null {
  const { wording, round, n } = label;
  const spot = anchor && spotAround(anchor, wording, round, n);
  return spot && placedAt(label, wording, spot, round, n);
}

function placedAt(
  { id, own, moves, mayCover }: Pick<Placed, 'id' | 'own' | 'moves' | 'mayCover'>,
  wording: Wording,
  spot: Spot,
  round: number,
  n: number,
): Placed {
  const { x, y, turn, from } = spot;
  const box = boxAround(spot, wording.width, wording.height);
  const leader = leaderTo(box, from);
  return { id, wording, box, middle: { x, y }, turn, leader, round, n, own, moves, mayCover };
}

/** Whether a label lies within the frame and on nothing, and its line on nothing but its own. */
function isFree(
  { box, leader, own }: Placed,
  blocks: readonly Block[],
  placed: readonly Placed[],
  frame: Box,
): boolean {
  if (!isWithin(box, frame)) return false;
  for (const block of blocks) {
    if (doTouch(box, block, SPACE)) return false;
    if (leader && block.id !== own && runsThrough(...leader, block)) return false;
  }
  for (const one of placed) {
    if (doTouch(box, one.box, SPACE)) return false;
    if (one.leader && runsThrough(...one.leader, box)) return false;
    if (leader && runsThrough(...leader, one.box)) return false;
  }
  return true;
}

/** The blocks that are no token: these are covered by nothing. */
function fixed(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ id }) => id === '');
}

function leaderTo(box: Box, from: Point | null): readonly [Point, Point] | null {
  if (from === null) return null;
  const to = {
    x: Math.min(box.x + box.width, Math.max(box.x, from.x)),
    y: Math.min(box.y + box.height, Math.max(box.y, from.y)),
  };
  return [from, to];
}

function isWithin(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
}
