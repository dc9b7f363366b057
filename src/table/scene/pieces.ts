/** What is drawn of one token: where, how large, facing where. Positions are pixels of the plan at the present scale, before it is panned. */
import type { SeenToken } from '#exercise/view.ts';
import type { Ring } from '#table/theme/sides.ts';
import type { Point } from './geometry.ts';

/** How a vehicle is drawn. */
export type Look = 'car' | 'patrol' | 'van' | 'camper' | 'pickup' | 'ambulance' | 'bus';

export interface Piece extends Point {
  readonly id: string;
  readonly token: SeenToken;
  readonly ring: Ring;
  /** Radians clockwise from east: where a car's nose is, where people look or go. */
  readonly heading: number;
  /** Half of what must stay free of labels: of a ring, a thing, a car's diagonal. */
  readonly radius: number;
  /** Of a vehicle, along and across it; of a group the width and height of its heads' middles; zero for all else. */
  readonly length: number;
  readonly width: number;
  readonly look: Look | null;
  /** The heads of a group, seen from its own `x` and `y`: a bunch that walks keeps them. Empty for all else. */
  readonly heads: readonly Point[];
  /** The line a thing is drawn along, such as tape; null for all else. */
  readonly line: readonly Point[] | null;
  /** The vehicle somebody sits in while it drives. */
  readonly inside: string | null;
  readonly onTheWay: boolean;
}

/** Metres: length and width of a vehicle. */
export const VEHICLES: Readonly<Record<Look, readonly [number, number]>> = {
  car: [4.7, 1.9],
  patrol: [5, 2],
  van: [5.5, 2.1],
  camper: [6.2, 2.3],
  pickup: [5.6, 2],
  ambulance: [6.6, 2.3],
  bus: [11, 2.6],
};

/** How a vehicle looks: by its side, else by the English words of its id, else like any car. Decides nothing but the drawing. */
export function lookOf(token: Pick<SeenToken, 'id' | 'side'>): Look {
  if (token.side === 'medical') return 'ambulance';
  const word = token.id.split('-').find((one) => one in BY_WORD);
  if (word !== undefined) return BY_WORD[word] ?? 'car';
  return token.side === 'local' ? 'patrol' : 'car';
}

const BY_WORD: Readonly<Record<string, Look>> = {
  van: 'van',
  camper: 'camper',
  pickup: 'pickup',
  truck: 'pickup',
  bus: 'bus',
};
