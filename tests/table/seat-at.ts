/** A seat with what it sees, and a small map of two streets: for tests of what the desk says and offers. */
import type { SeatView, SeenToken } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';

/** 0.1 m a pixel: the corner lies 40 m east of the car, the kerb 20 m south of it. */
export const MAP: MapPlan = {
  metresPerPixel: 0.1,
  width: 1000,
  height: 600,
  roads: [],
  lots: [],
  buildings: [],
  curtilage: [],
  lines: [],
  places: { car: { x: 100, y: 100 }, corner: { x: 500, y: 100 }, kerb: { x: 100, y: 300 } },
  routes: {},
  exits: [
    {
      name: 'east',
      points: [
        { x: 1000, y: 60 },
        { x: 1000, y: 140 },
      ],
      width: 8,
    },
    {
      name: 'west',
      points: [
        { x: 0, y: 60 },
        { x: 0, y: 140 },
      ],
      width: 16,
    },
  ],
  gather: {},
  labels: [],
};

const LABELS: Readonly<Record<string, string>> = {
  car: 'At your car',
  corner: 'At the corner',
  kerb: 'At the kerb',
};

/** A token at a place; a person of the local police unless said otherwise. */
export function seen(id: string, at: string, more: Partial<SeenToken> = {}): SeenToken {
  return {
    id,
    label: id,
    kind: 'person',
    side: 'local',
    at,
    place: LABELS[at] ?? at,
    going: null,
    how: null,
    doing: 'standing',
    people: 1,
    mark: null,
    you: false,
    ...more,
  };
}

/** A seat at the car, with nothing said, asked or known. */
export function viewOf(more: Partial<SeatView> = {}): SeatView {
  const tokens = more.tokens ?? [];
  return {
    seat: 'patrol',
    callsign: '4-Adam-31',
    at: 0,
    place: { id: 'car', label: 'At your car' },
    ended: null,
    log: [],
    decisions: [],
    actions: [],
    busy: null,
    waiting: false,
    known: [],
    tokens,
    places: Object.entries(LABELS).map(([id, label]) => ({ id, label })),
    sounds: [],
    ...more,
  };
}
