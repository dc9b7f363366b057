/** Labels of the sand table while people walk and cars drive: they go along, and are never in the way. */
import { expect, test, vi } from 'vitest';
import type { SeenToken } from '#exercise/view.ts';
import { fitted } from '#table/scene/camera.ts';
import { groundOf } from '#table/scene/ground.ts';
import { doTouch, type Placed } from '#table/scene/labels.ts';
import { layoutOf } from '#table/scene/layout.ts';
import { boxOf, type Look, type Picture, picturesOf } from '#table/scene/picture.ts';
import { HOLD, Placings } from '#table/scene/placings.ts';
import { FLAGSHIP, studioOf, token } from './scene-tape.ts';

vi.setConfig({ testTimeout: 60_000 });
const ground = groundOf(FLAGSHIP);
const studio = studioOf(FLAGSHIP);
const size = { width: 900, height: 740 };
const camera = fitted(ground, size);
const look: Look = { camera, size, clear: [{ x: 840, y: 8, width: 52, height: 120 }], first: null };

const UNTIL = 40_000;
const PLACES = ['south-curb', 'family-curb', 'junction', 'path-gate', 'press-corner', 'bus-stop'];
const way = (i: number) => ({ from: PLACES[(i + 2) % PLACES.length] ?? '', since: 0, until: UNTIL - i });
const to = (i: number) => PLACES[i % PLACES.length] ?? '';
const tokens: readonly SeenToken[] = [
  ...Array.from({ length: 7 }, (_, i) =>
    token(`group-${i}`, to(i), { kind: 'group', people: 9, going: way(i), label: `A group of nine ${i}` }),
  ),
  ...Array.from({ length: 4 }, (_, i) => token(`one-${i}`, to(i), { side: 'men', going: way(i + 3) })),
  token('car', 'van-curb', { kind: 'vehicle', going: { from: 'bus-stop', since: 0, until: UNTIL } }),
  token('self', 'talk', { side: 'local', you: true }),
];
const view = { tokens, place: null, known: [], callsign: '4-Adam-31' };
const layout = layoutOf(ground, view, camera.scale);
const pictures = picturesOf(studio, view, layout);
const at = (placings: Placings, moment: number, speed: number) =>
  placings.picture(pictures, layout, moment, look, speed);

test('[TB98] in no frame of a walk does a label lie on another, on a token, on what is covered or over the edge', () => {
  const placings = new Placings();
  let told = 0;
  for (let moment = 0; moment <= UNTIL + 500; moment += 67) {
    const { pieces, labels } = at(placings, moment, 1);
    told += labels.filter(({ id }) => !id.startsWith('map:')).length;
    for (const [i, { id, box }] of labels.entries()) {
      const other = labels.slice(i + 1).find((one) => doTouch(box, one.box, 0));
      expect(other?.id, `on ${id} at ${moment}`).toBeUndefined();
      const hidden = pieces.find(
        (piece) => piece.inside === null && piece.line === null && doTouch(box, boxOf(piece, camera, 0), 0),
      );
      expect(hidden?.id, `under ${id} at ${moment}`).toBeUndefined();
      expect(look.clear.some((one) => doTouch(box, one, 0))).toBe(false);
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 900 && box.y + box.height <= 740, id).toBe(
        true,
      );
    }
  }
  // Most have one most of the time: it is not by leaving labels out that they keep apart.
  expect(told / (UNTIL / 67)).toBeGreaterThan(tokens.length * 0.6);
});

test('[TB98] a label goes along with its token, on the same side, until labels are placed the next time', () => {
  const placings = new Placings();
  const [first, later] = [at(placings, HOLD * 20, 1), at(placings, HOLD * 20 + HOLD - 1, 1)];
  const both = first.labels.filter(
    ({ id }) => id.startsWith('group-') && later.labels.some((one) => one.id === id),
  );
  expect(both.length).toBeGreaterThan(2);
  for (const { id } of both) {
    const [before, after] = [beside(first, id), beside(later, id)];
    expect(after.x).toBeCloseTo(before.x, 0);
    expect(after.y).toBeCloseTo(before.y, 0);
  }
  const moved = both.filter(({ id, middle }) => (labelOf(later, id)?.middle.x ?? 0) !== middle.x);
  expect(moved.length).toBeGreaterThan(1);
});

test('[TB98] a moment of a walk shows the same however it was reached; once all stand, what a fresh look shows', () => {
  const walked = new Placings();
  for (let moment = 0; moment < 9_000; moment += 17) at(walked, moment, 4);
  expect(at(walked, 9_111, 4)).toEqual(at(new Placings(), 9_111, 4));
  expect(at(walked, UNTIL + 1, 4).labels).toEqual(pictures(UNTIL + 1, look).labels);
  // With the clock stopped on the way, labels are placed for that very moment.
  expect(at(walked, 9_111, 0)).toEqual(pictures(9_111, look));
});

test('[TB98] whoever is pointed at on the way keeps a label, also over others', () => {
  const pointed = { ...look, first: 'group-3' };
  const placings = new Placings();
  for (let moment = 0; moment <= UNTIL; moment += 100) {
    const { labels } = placings.picture(pictures, layout, moment, pointed, 1);
    expect(
      labels.some(({ id }) => id === 'group-3'),
      `at ${moment}`,
    ).toBe(true);
  }
});

function labelOf({ labels }: Picture, id: string): Placed | undefined {
  return labels.find((one) => one.id === id);
}

/** Where a label lies, seen from its token. */
function beside(picture: Picture, id: string): { readonly x: number; readonly y: number } {
  const [label, piece] = [labelOf(picture, id), picture.pieces.find((one) => one.id === id)];
  return {
    x: (label?.middle.x ?? 0) + camera.left - (piece?.x ?? 0),
    y: (label?.middle.y ?? 0) + camera.top - (piece?.y ?? 0),
  };
}
