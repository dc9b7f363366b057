/** One picture of the table: the pieces at a moment and the labels that fit beside them. A function of what it is given (SPEC TB41, TB42). */
import { type Camera, frameOf, type Size } from './camera.ts';
import type { Box, SceneFrame, SceneWords } from './frame.ts';
import { lengthOf, type Point, pointAlong } from './geometry.ts';
import type { Ground } from './ground.ts';
import {
  type Block,
  type Placed,
  placeLabels,
  ROUNDS,
  spotsAround,
  type Want,
  type Wording,
} from './labels.ts';
import { type Layout, sizesAt } from './layout.ts';
import { type MapName, wantOf } from './map-labels.ts';
import type { Piece } from './pieces.ts';
import { type Measure, wordingsOf } from './wording.ts';

export interface Picture {
  readonly pieces: readonly Piece[];
  readonly labels: readonly Placed[];
}
/** What stays the same from one picture to the next. */
export interface Studio {
  readonly ground: Ground;
  readonly names: readonly MapName[];
  readonly words: SceneWords;
  readonly measure: Measure;
  /** The reader's text size; 1 is normal. */
  readonly grown: number;
}
export interface Look {
  readonly camera: Camera;
  readonly size: Size;
  /** What other things cover: scale bar, controls. */
  readonly clear: readonly Box[];
  /** The token pointed at or chosen: its label goes first. */
  readonly first: string | null;
}

/** Makes pictures of one layout. Words are measured once. */
export function picturesOf(
  studio: Studio,
  view: SceneFrame['view'],
  layout: Layout,
): (moment: number, look: Look) => Picture {
  const head = sizesAt(studio.ground, layout.scale).head;
  const wordings = new Map<string, readonly Wording[]>();
  const worded = (piece: Piece, isNarrow: boolean) => {
    const key = `${piece.id} ${isNarrow}`;
    const known = wordings.get(key);
    if (known) return known;
    const made = wordingsOf(piece, view, studio.words, studio.measure, studio.grown, isNarrow);
    wordings.set(key, made);
    return made;
  };
  return (moment, { camera, size, clear, first }) => {
    const pieces = layout.at(moment);
    const driven = new Set(pieces.flatMap(({ inside }) => inside ?? []));
    const blocks: Block[] = clear.map((box) => ({ ...box, id: '' }));
    const wants: Want[] = [];
    for (const piece of pieces) {
      const box = boxOf(piece, camera, head);
      if (piece.line) blocks.push(...lineBlocks(piece, piece.line, camera));
      else if (piece.inside === null) blocks.push({ ...box, id: piece.id });
      // A driven car is told by who sits in it; of several in one car only the first is named, unless another is pointed at.
      const isTold = driven.has(piece.id) || (piece.inside !== null && !isFirstInside(piece, pieces));
      if (isTold && piece.id !== first) continue;
      const own = piece.inside ?? piece.id;
      const car = piece.inside === null ? undefined : pieces.find(({ id }) => id === piece.inside);
      const anchor = car ? boxOf(car, camera, head) : box;
      if (!isNear(anchor, size)) continue;
      wants.push({
        id: piece.id,
        priority: priorityOf(piece, first),
        wordings: worded(piece, size.width < NARROW && piece.id !== first),
        rounds: roundsOf(piece, first),
        own,
        mayCover: piece.id === first,
        spots: (wording, round) => spotsAround(anchor, wording, round),
      });
    }
    for (const name of studio.names) {
      wants.push(wantOf(name, camera.scale, camera.left, camera.top, studio.measure, studio.grown));
    }
    return { pieces, labels: placeLabels(wants, blocks, frameOf(size)) };
  };
}

/** While pieces glide: only the labels of those that stay where they are. */
export function labelsAtRest(picture: Picture, pieces: readonly Piece[]): readonly Placed[] {
  const moving = new Set(
    pieces.flatMap((piece, i) => {
      const there = picture.pieces[i];
      return there && Math.abs(there.x - piece.x) + Math.abs(there.y - piece.y) > 0.5 ? [piece.id] : [];
    }),
  );
  return picture.labels.filter(({ id }) => !moving.has(id));
}

/** The labels of a picture as JSON: whose, where in CSS pixels, with which words, how large the smallest of them. */
export function labelsInWords({ labels }: Picture): string {
  return JSON.stringify(
    labels.map(({ id, box, wording }) => ({
      id,
      ...box,
      text: wording.lines.map(({ text }) => text).join(' '),
      size: Math.min(...wording.lines.map(({ size }) => size)),
    })),
  );
}

/** Pixels of width below which only names stand beside tokens. */
const NARROW = 560;

/** The upright box of a piece on the screen. */
export function boxOf(piece: Piece, camera: Camera, head: number): Box {
  let [hx, hy] = [piece.radius, piece.radius];
  if (piece.look !== null) {
    const [cos, sin] = [Math.abs(Math.cos(piece.heading)), Math.abs(Math.sin(piece.heading))];
    hx = (piece.length * cos + piece.width * sin) / 2;
    hy = (piece.length * sin + piece.width * cos) / 2;
  } else if (piece.heads.length > 0) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const { x, y } of piece.heads) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    // Arms and cameras reach out a little farther than heads.
    const more = head * 1.5;
    return {
      x: left - more - camera.left,
      y: top - more - camera.top,
      width: right - left + 2 * more,
      height: bottom - top + 2 * more,
    };
  } else if (piece.token.you) {
    hx = piece.radius + 5;
    hy = piece.radius + 5;
  }
  return { x: piece.x - hx - camera.left, y: piece.y - hy - camera.top, width: 2 * hx, height: 2 * hy };
}

/** What lies along a line keeps labels off all of it. */
function lineBlocks({ id }: Piece, line: readonly Point[], camera: Camera): readonly Block[] {
  const long = lengthOf(line);
  const steps = Math.max(1, Math.ceil(long / 12));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const at = pointAlong(line, (i * long) / steps);
    return { id, x: at.x - camera.left - 6, y: at.y - camera.top - 6, width: 12, height: 12 };
  });
}

/** A long line to somebody who walks, or in the street beside, is worth less than the room it takes. */
function roundsOf(piece: Piece, first: string | null): number {
  if (piece.id === first) return ROUNDS;
  if (piece.onTheWay) return 1;
  return priorityOf(piece, first) >= 70 ? ROUNDS : ROUNDS - 2;
}

function priorityOf({ id, token }: Piece, first: string | null): number {
  if (id === first) return 200;
  if (token.you) return 100;
  if (token.side === 'men' && token.kind === 'person') return 90;
  if (token.kind === 'group') return 80;
  if (token.side === 'medical' || token.side === 'local') return 70;
  if (token.kind === 'person') return 60;
  return token.kind === 'vehicle' ? 50 : 40;
}

function isFirstInside(piece: Piece, pieces: readonly Piece[]): boolean {
  const seats = pieces.filter(({ inside }) => inside === piece.inside);
  return (seats.find(({ token }) => token.you) ?? seats[0])?.id === piece.id;
}

/** Nothing outside the screen gets a label inside it. */
function isNear(box: Box, size: Size): boolean {
  return box.x + box.width > 0 && box.y + box.height > 0 && box.x < size.width && box.y < size.height;
}
