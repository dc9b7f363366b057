/**
 * Where everything stands: a frame and a moment to pieces. A function of ground, view, scale and moment, however that moment was reached
 * (SPEC TB41); nothing of an earlier look is kept.
 */
import type { SeenToken } from '#exercise/view.ts';
import { menRing, ringOf } from '#table/theme/sides.ts';
import { type Block, parkingFor, spotFor } from './fan.ts';
import type { SceneFrame } from './frame.ts';
import { boundsOf, distance, heading, isInside, lengthOf, type Point, pointAlong } from './geometry.ts';
import { type Ground, gatherOn, parkedHeading, placeOn } from './ground.ts';
import { bunch, headsIn } from './heads.ts';
import { lookOf, type Piece, VEHICLES } from './pieces.ts';
import { driveAt, partGone, routeBetween } from './routes.ts';

/** One look at a scale: who stands is worked out once, who is on the way at each moment. */
export interface Layout {
  readonly scale: number;
  /** In the order they are drawn: things, groups, vehicles, people, the reader last. */
  at(moment: number): readonly Piece[];
  /** The last moment at which somebody is still on the way; 0 if nobody is. */
  readonly until: number;
}

/** Lays a view out at `scale` pixels of the screen to a pixel of the map. */
export function layoutOf(ground: Ground, view: SceneFrame['view'], scale: number): Layout {
  const men = menRing(view);
  const sizes = sizesAt(ground, scale);
  const on = (id: string): Point | null => {
    const at = placeOn(ground, id);
    return at && { x: at.x * scale, y: at.y * scale };
  };
  const seen = view.tokens.filter(({ at }) => on(at) !== null);
  const front = middleOfMen(seen, on);
  const bare = (token: SeenToken, at: Point): Piece => ({
    id: token.id,
    token,
    ring: ringOf(token, men),
    x: at.x,
    y: at.y,
    heading: front ? heading(at, front) : 0,
    radius: token.side === 'public' && token.kind === 'person' ? sizes.ring * 0.72 : sizes.ring,
    length: 0,
    width: 0,
    look: null,
    heads: [],
    line: null,
    inside: null,
    onTheWay: token.going !== null,
  });
  const inCar = riders(seen);
  const still = new Map<string, Piece>();
  const movers: Mover[] = [];
  const blocks: Block[] = [];

  const stand = (piece: Piece) => still.set(piece.id, piece);
  for (const token of seen.filter(({ kind }) => kind === 'thing')) {
    const at = on(token.at) as Point;
    const line = markLine(ground, token)?.map(({ x, y }) => ({ x: x * scale, y: y * scale })) ?? null;
    stand({ ...bare(token, at), radius: line ? 4 : sizes.ring * 0.7, line, heading: 0 });
  }
  for (const token of seen.filter(({ kind }) => kind === 'vehicle')) {
    const look = lookOf(token);
    const metres = VEHICLES[look];
    const grown = Math.max(1, sizes.car / (metres[0] * ground.metre * scale));
    const [length, width] = metres.map((one) => one * ground.metre * scale * grown) as [number, number];
    const piece = { ...bare(token, on(token.at) as Point), look, length, width, radius: length / 2 };
    const { going } = token;
    const line = going && routeBetween(ground, going.from, token.at, 'wheels');
    if (going && line) {
      movers.push((moment) => {
        const pose = driveAt(ground, line, partGone(going, moment));
        return { ...piece, x: pose.x * scale, y: pose.y * scale, heading: pose.heading };
      });
      continue;
    }
    const at = placeOn(ground, token.at) as Point;
    const turned = { x: at.x * scale, y: at.y * scale, heading: parkedHeading(ground, at) };
    const pose = parkingFor(turned, length, width, blocks);
    blocks.push({ ...pose, length, width });
    stand({ ...piece, ...pose });
  }
  const groups = seen.filter(({ kind }) => kind === 'group');
  const rest = gathered(ground, groups, scale, sizes.head, front);
  for (const token of groups) {
    const heads = rest.get(token.id) ?? [];
    const { going } = token;
    const line = going && routeBetween(ground, going.from, token.at, 'foot');
    if (going && line)
      movers.push(walkers(ground, bare(token, on(token.at) as Point), heads, line, scale, sizes.head));
    else {
      stand(groupPiece(bare(token, on(token.at) as Point), heads, sizes.head));
      for (const head of heads) blocks.push({ ...head, radius: sizes.head });
    }
  }
  const people = seen.filter(({ kind }) => kind === 'person').sort((a, b) => Number(b.you) - Number(a.you));
  const walls = ground.map.buildings.map(({ points }) => points);
  const isWalled = ({ x, y }: Point) => walls.some((wall) => isInside(wall, { x: x / scale, y: y / scale }));
  for (const token of people) {
    const { going } = token;
    const car = inCar.get(token.id);
    const piece = bare(token, on(token.at) as Point);
    if (car !== undefined) {
      movers.push(() => ({ ...piece, inside: car }));
      continue;
    }
    const line = going && routeBetween(ground, going.from, token.at, 'foot');
    if (going && line) {
      const beside = abreast(people, token) * (piece.radius * 2 + 3);
      const long = lengthOf(line);
      movers.push((moment) => {
        const pose = pointAlong(line, partGone(going, moment) * long);
        return {
          ...piece,
          x: pose.x * scale - Math.sin(pose.heading) * beside,
          y: pose.y * scale + Math.cos(pose.heading) * beside,
          heading: pose.heading,
        };
      });
      continue;
    }
    const at = on(token.at) as Point;
    const spot = spotFor(at, piece.radius + (token.you ? 5 : 0), blocks, isWalled(at) ? undefined : isWalled);
    blocks.push({ ...spot, radius: piece.radius + (token.you ? 5 : 0) });
    stand({ ...piece, ...spot });
  }
  const order = [...seen].sort((a, b) => rank(a) - rank(b)).map(({ id }) => id);
  let last: { readonly moment: number; readonly pieces: readonly Piece[] } | null = null;
  return {
    scale,
    until: Math.max(0, ...seen.map(({ going }) => going?.until ?? 0)),
    at: (moment) => {
      if (last?.moment !== moment) {
        const now = new Map(still);
        for (const mover of movers) {
          const piece = mover(moment);
          now.set(piece.id, piece);
        }
        const pieces: Piece[] = [];
        for (const id of order) {
          const piece = now.get(id);
          if (piece) pieces.push(piece.inside === null ? piece : seated(piece, now));
        }
        // Asked for again and again within one drawing.
        last = { moment, pieces };
      }
      return last.pieces;
    },
  };
}

/** Sizes on the screen that follow the scale within limits: a ring, a head, the least length of a car. */
export function sizesAt({ metre }: Pick<Ground, 'metre'>, scale: number) {
  const perMetre = metre * scale;
  const within = (low: number, wanted: number, high: number) => Math.min(high, Math.max(low, wanted));
  return {
    // A small map keeps its signs small as well, as long as they can be told apart.
    ring: within(9, Math.max(perMetre * 1.25, Math.min(11.5, 6 + perMetre * 0.75)), 17),
    head: within(3, Math.max(perMetre * 0.48, Math.min(4.2, 2 + perMetre * 0.3)), 9),
    car: 26,
  };
}

type Mover = (moment: number) => Piece;

/** Somebody in a driving car is drawn in it. */
function seated(piece: Piece, now: ReadonlyMap<string, Piece>): Piece {
  const car = piece.inside === null ? undefined : now.get(piece.inside);
  if (car === undefined) return piece;
  const seats = [...now.values()].filter(({ inside }) => inside === car.id).map(({ id }) => id);
  const across = (seats.indexOf(piece.id) - (seats.length - 1) / 2) * car.width * 0.42;
  return {
    ...piece,
    x: car.x - Math.sin(car.heading) * across,
    y: car.y + Math.cos(car.heading) * across,
    heading: car.heading,
    radius: car.width * 0.2,
  };
}

/** Somebody who goes exactly as a car of their side goes sits in it. */
function riders(seen: readonly SeenToken[]): ReadonlyMap<string, string> {
  const cars = seen.filter(({ kind, going }) => kind === 'vehicle' && going !== null);
  const found = new Map<string, string>();
  for (const token of seen) {
    if (token.kind !== 'person' || token.going === null) continue;
    const car = cars.find((one) => one.side === token.side && isSameWay(one, token));
    if (car) found.set(token.id, car.id);
  }
  return found;
}

function isSameWay(one: SeenToken, other: SeenToken): boolean {
  return (
    one.at === other.at &&
    one.going?.from === other.going?.from &&
    one.going?.since === other.going?.since &&
    one.going?.until === other.going?.until
  );
}

/** -½, ½ …: which place in the row somebody has who walks with others. */
function abreast(people: readonly SeenToken[], token: SeenToken): number {
  const row = people.filter((one) => isSameWay(one, token));
  return row.indexOf(token) - (row.length - 1) / 2;
}

/** The heads of every group, in the area of the place where it stands or is going to. */
function gathered(
  ground: Ground,
  groups: readonly SeenToken[],
  scale: number,
  radius: number,
  front: Point | null,
): ReadonlyMap<string, readonly Point[]> {
  const found = new Map<string, readonly Point[]>();
  for (const place of new Set(groups.map(({ at }) => at))) {
    const area = gatherOn(ground, place)?.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
    const here = groups
      .filter(({ at }) => at === place)
      .map(({ id, people }) => ({ id, people: Math.max(1, people) }));
    if (area) for (const [id, heads] of headsIn(area, here, radius, front)) found.set(id, heads);
  }
  return found;
}

/** A group round the middle of its heads. */
function groupPiece(piece: Piece, at: readonly Point[], head: number): Piece {
  const { left, top, right, bottom } = boundsOf(at);
  const [length, width] = [right - left, bottom - top];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const heads = at.map((one) => ({ x: one.x - x, y: one.y - y }));
  return { ...piece, x, y, heads, length, width, radius: Math.max(length, width) / 2 + head };
}

/** A group on its way: a bunch that comes together as it leaves and spreads as it arrives. */
function walkers(
  ground: Ground,
  piece: Piece,
  rest: readonly Point[],
  line: readonly Point[],
  scale: number,
  head: number,
): Mover {
  const { going } = piece.token;
  const long = lengthOf(line);
  const near = Math.min(long / 2, 5 * ground.metre);
  const offsets = bunch(piece.id, rest.length, head);
  const close = groupPiece(piece, offsets, head);
  return (moment) => {
    const gone = (going ? partGone(going, moment) : 1) * long;
    const pose = pointAlong(line, gone);
    const x = pose.x * scale;
    const y = pose.y * scale;
    const spread = near === 0 ? 1 : Math.max(0, 1 - (long - gone) / near);
    if (spread === 0) return { ...close, x: x + close.x, y: y + close.y, heading: pose.heading };
    const heads = rest.map((to, i) => {
      const by = offsets[i] as Point;
      return {
        x: (x + by.x) * (1 - spread) + to.x * spread,
        y: (y + by.y) * (1 - spread) + to.y * spread,
      };
    });
    return { ...groupPiece(piece, heads, head), heading: pose.heading };
  };
}

/** Tape, cones and lines lie along the route of their name, if the map has one. */
function markLine({ map, metre }: Ground, token: SeenToken): readonly Point[] | null {
  if (token.mark === null) return null;
  const named = [`${token.at}-line`, `${token.id}-line`, `${token.mark}-line`];
  const routes = named.flatMap((name) => (Object.hasOwn(map.routes, name) ? [map.routes[name] ?? []] : []));
  const at = Object.hasOwn(map.places, token.at) ? map.places[token.at] : undefined;
  if (at === undefined) return null;
  const near = routes.filter((line) => line.length > 1).sort((a, b) => offOf(a, at) - offOf(b, at))[0];
  if (near) return near;
  const half = 3 * metre;
  return [
    { x: at.x, y: at.y - half },
    { x: at.x, y: at.y + half },
  ];
}

function offOf(line: readonly Point[], at: Point): number {
  return Math.min(...line.map((point) => distance(point, at)));
}

function middleOfMen(seen: readonly SeenToken[], on: (id: string) => Point | null): Point | null {
  const men = seen
    .filter(({ side, kind }) => side === 'men' && kind === 'person')
    .flatMap(({ at }) => on(at) ?? []);
  const of =
    men.length > 0 ? men : seen.filter(({ side }) => side === 'men').flatMap(({ at }) => on(at) ?? []);
  if (of.length === 0) return null;
  return {
    x: of.reduce((sum, { x }) => sum + x, 0) / of.length,
    y: of.reduce((sum, { y }) => sum + y, 0) / of.length,
  };
}

function rank({ kind, you }: SeenToken): number {
  return you ? 4 : ['thing', 'group', 'vehicle', 'person'].indexOf(kind);
}
