/** One picture of the table: the pieces at a moment and the labels that fit beside them. A function of what it is given (SPEC TB41, TB42). */
import { type Camera, frameOf, type Size } from './camera.ts';
import type { Box, SceneFrame, SceneWords } from './frame.ts';
import { lengthOf, type Point, pointAlong } from './geometry.ts';
import type { Ground } from './ground.ts';
import {
  type Block,
  carryLabels,
  type Placed,
  placeLabels,
  ROUNDS,
  spotAround,
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

/**
 * The picture at a moment. Its labels are placed for that very moment; or, given those of another moment, each goes along with what it
 * stands beside, as far as it lies on nothing there (SPEC TB42).
 */
export type Pictures = (moment: number, look: Look, labels?: readonly Placed[]) => Picture;

/** Makes pictures of one layout. Words are measured once. */
export function picturesOf(studio: Studio, view: SceneFrame['view'], layout: Layout): Pictures {
  const { words, measure, grown } = studio;
  const head = sizesAt(studio.ground, layout.scale).head;
  const wordings = new Map<string, readonly Wording[]>();
  const worded = (piece: Piece, isNarrow: boolean) => {
    const key = `${piece.id} ${isNarrow}`;
    const known = wordings.get(key);
    if (known) return known;
    const made = wordingsOf(piece, view, words, measure, grown, isNarrow);
    wordings.set(key, made);
    return made;
  };
  // The pieces of one layout are always the same, in the same order.
  const order = new Map<string, number>();
  return (moment, { camera, size, clear, first }, labels) => {
    const pieces = layout.at(moment);
    if (order.size === 0) for (const [i, { id }] of pieces.entries()) order.set(id, i);
    const boxes: Block[] = [];
    const blocks: Block[] = clear.map(({ x, y, width, height }) => ({ id: '', x, y, width, height }));
    for (const piece of pieces) {
      const box = boxOf(piece, camera, head);
      boxes.push(box);
      if (piece.line) blocks.push(...lineBlocks(piece, piece.line, camera));
      else if (piece.inside === null) blocks.push(box);
    }
    const anchorOf = (own: string) => {
      const box = boxes[order.get(own) ?? -1];
      return box && isNear(box, size) ? box : null;
    };
    const frame = frameOf(size);
    if (labels) return { pieces, labels: carryLabels(labels, anchorOf, blocks, frame) };
    const wants: Want[] = [];
    for (const piece of pieces) {
      if (piece.id !== first && isToldByAnother(piece, pieces)) continue;
      const own = piece.inside ?? piece.id;
      const anchor = anchorOf(own);
      if (anchor === null) continue;
      wants.push({
        id: piece.id,
        priority: priorityOf(piece, first),
        wordings: worded(piece, size.width < NARROW && piece.id !== first),
        rounds: roundsOf(piece, first),
        own,
        mayCover: piece.id === first,
        moves: piece.onTheWay,
        spot: (wording, round, n) => spotAround(anchor, wording, round, n),
      });
    }
    for (const name of studio.names) wants.push(wantOf(name, camera));
    return { pieces, labels: placeLabels(wants, blocks, frame) };
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

/** The upright box of a piece on the screen, with its id. */
export function boxOf(piece: Piece, camera: Camera, head: number): Block {
  let hx = piece.radius;
  let hy = piece.radius;
  if (piece.look !== null) {
    const cos = Math.abs(Math.cos(piece.heading));
    const sin = Math.abs(Math.sin(piece.heading));
    hx = (piece.length * cos + piece.width * sin) / 2;
    hy = (piece.length * sin + piece.width * cos) / 2;
  } else if (piece.heads.length > 0) {
    // Arms and cameras reach out a little farther than heads.
    hx = piece.length / 2 + head * 1.5;
    hy = piece.width / 2 + head * 1.5;
  } else if (piece.token.you) {
    hx = piece.radius + 5;
    hy = piece.radius + 5;
  }
  const x = piece.x - hx - camera.left;
  const y = piece.y - hy - camera.top;
  return { id: piece.id, x, y, width: 2 * hx, height: 2 * hy };
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

/** A driven car is told by who sits in it; of several in one car only the first is named. */
function isToldByAnother(piece: Piece, pieces: readonly Piece[]): boolean {
  if (piece.inside !== null) return !isFirstInside(piece, pieces);
  return piece.look !== null && pieces.some(({ inside }) => inside === piece.id);
}

function isFirstInside(piece: Piece, pieces: readonly Piece[]): boolean {
  const seats = pieces.filter(({ inside }) => inside === piece.inside);
  return (seats.find(({ token }) => token.you) ?? seats[0])?.id === piece.id;
}

/** Nothing outside the screen gets a label inside it. */
function isNear(box: Box, size: Size): boolean {
  return box.x + box.width > 0 && box.y + box.height > 0 && box.x < size.width && box.y < size.height;
}
