/** Frames for tests of the scene: the flagship as two plans play it, the harbour as drawn for these tests, words and letters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { type Rewind, rewind } from '#debrief/rewind.ts';
import type { SeenToken } from '#exercise/view.ts';
import { runPlan } from '#plans/run-plan.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { readMapPlan } from '#scenario/map/read-map.ts';
import { readPlanFor } from '#scenario/plan.ts';
import type { SceneWords } from '#table/scene/frame.ts';
import { groundOf } from '#table/scene/ground.ts';
import { mapNames } from '#table/scene/map-labels.ts';
import type { Studio } from '#table/scene/picture.ts';
import type { Measure } from '#table/scene/wording.ts';
import { desk } from '#table/words/en/desk.ts';

const files = readSources();
const playbook = shippedPlaybook('residence-207');
export const FLAGSHIP_TEXT = files.get('residence-207/map.tmj') ?? '';
export const HARBOUR_TEXT = readFileSync(join(import.meta.dirname, 'fixtures/harbour.tmj'), 'utf8');
export const FLAGSHIP = planOf(FLAGSHIP_TEXT);
export const HARBOUR = planOf(HARBOUR_TEXT);

const { unknown, says, card, confirmed, refuted } = desk.play.rings;
export const WORDS: SceneWords = { ...desk.scene, rings: { unknown, says, card, confirmed, refuted } };

/** Wider than the letters of the page are, so that what fits here fits there. */
export const measure: Measure = (text, role, size) => text.length * size * (role === 'street' ? 0.78 : 0.56);

export function studioOf(map: MapPlan, grown = 1): Studio {
  const ground = groundOf(map);
  return { ground, names: mapNames(ground, WORDS, measure, grown), words: WORDS, measure, grown };
}

/** What the patrol seat saw while a shipped plan was played. */
export function tapeOf(plan: string): Rewind {
  const read = readPlanFor(playbook, files, `residence-207/plans/${plan}.plan.yaml`);
  if (read.plan === null) throw new Error(JSON.stringify(read.problems));
  const { opening, entries } = runPlan(playbook, read.plan, { toEnd: true });
  return rewind({ playbook, opening, entries }, opening.seats[0] ?? '', { lang: 'en', words: 'codes' });
}

/** A token, standing, of the public, unless told otherwise. */
export function token(id: string, at: string, more: Partial<SeenToken> = {}): SeenToken {
  return {
    id,
    label: id,
    kind: 'person',
    side: 'public',
    at,
    place: at,
    going: null,
    how: null,
    doing: 'standing',
    people: more.kind === undefined || more.kind === 'person' ? 1 : 0,
    mark: null,
    you: false,
    ...more,
  };
}

function planOf(text: string): MapPlan {
  const plan = readMapPlan(text);
  if (plan === null) throw new Error('No map.');
  return plan;
}
