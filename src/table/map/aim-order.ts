/** What on the sand table can be aimed at, in the order arrow keys walk it, and what can be done with each. Pure. */
import type { ActionOffer, Known, SeatView, SeenToken } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { type Bearing, bearingOf, ownPoint, placeOn, pointOf } from '../ground/bearings.ts';
import { menRing, type Ring, ringOf } from '../theme/sides.ts';

/** A token, a group or a place as the reader may aim at it. */
export interface Aim {
  /** The id of the token or place, as the scene has it. */
  readonly id: string;
  readonly name: string;
  /** Null for a place. */
  readonly token: SeenToken | null;
  /** Null for a place. */
  readonly ring: Ring | null;
  /** Where the token is or is going, or the place itself. */
  readonly place: string;
  /** From the reader; null for the reader's own token, without a map, or off it. */
  readonly bearing: Bearing | null;
  /** Facts the notebook has about it. */
  readonly known: readonly Known[];
  /** The standing actions that are about it, in the order of the bar. */
  readonly actions: readonly ActionOffer[];
  /** For a place: who is seen there. */
  readonly there: readonly SeenToken[];
}

/** The facts of the law's vocabulary that are about whom: the men by what they say and show, their van, the reader by the camera. */
const MEN = ['identity', 'lead', 'purpose', 'paper'];
const MENS_VEHICLE = ['van'];
const OWN = ['camera'];

/**
 * The reader first, then tokens by distance, then the other places the seat can name, by distance; where nothing is measured they stay as
 * they came into sight. SPEC TB53.
 */
export function aimsOf(view: SeatView, map: MapPlan | null): readonly Aim[] {
  const tokens = view.tokens.map((token) => ofToken(view, map, token));
  const places = view.places.map(({ id, label }) => ofPlace(view, map, id, label));
  const far = (one: Aim) => one.bearing?.metres ?? 0;
  const byDistance = (a: Aim, b: Aim) => far(a) - far(b);
  return [
    ...tokens.filter((one) => one.token?.you),
    ...tokens.filter((one) => !one.token?.you).sort(byDistance),
    ...places.sort(byDistance),
  ];
}

/** What was picked in the scene. A place the seat has no name for gets an empty one; null for a token that is no longer seen. */
export function aimAt(
  view: SeatView,
  map: MapPlan | null,
  picked: { readonly token: string } | { readonly place: string },
): Aim | null {
  if ('token' in picked) {
    const token = view.tokens.find((one) => one.id === picked.token);
    return token ? ofToken(view, map, token) : null;
  }
  const named = view.places.find((one) => one.id === picked.place);
  return ofPlace(view, map, picked.place, named?.label ?? '');
}

function ofToken(view: SeatView, map: MapPlan | null, token: SeenToken): Aim {
  const point = map === null || token.you ? null : pointOf(token, view.at, map);
  const facts = token.you ? OWN : token.side !== 'men' ? [] : token.kind === 'vehicle' ? MENS_VEHICLE : MEN;
  return {
    id: token.id,
    name: token.label,
    token,
    ring: ringOf(token, menRing(view)),
    place: token.place,
    bearing: from(view, map, point),
    known: view.known.filter((one) => facts.includes(one.fact)),
    actions: view.actions.filter((one) => one.about.includes(token.id)),
    there: [],
  };
}

function ofPlace(view: SeatView, map: MapPlan | null, id: string, label: string): Aim {
  return {
    id,
    name: label,
    token: null,
    ring: null,
    place: label,
    bearing: from(view, map, map === null ? null : placeOn(map, id)),
    known: [],
    actions: view.actions.filter((one) => one.about.includes(id)),
    there: view.tokens.filter((one) => one.at === id),
  };
}

function from(view: SeatView, map: MapPlan | null, to: { x: number; y: number } | null): Bearing | null {
  const here = map === null ? null : ownPoint(view, map);
  return map === null || here === null || to === null ? null : bearingOf(here, to, map.metresPerPixel);
}
