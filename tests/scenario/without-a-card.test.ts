/** The flagship at the level without prompts: what a card offers between people can be done or said without a card. */

import { expect, test, vi } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import { momentsOfPlan } from '../verify/evidence/moments.ts';

vi.setConfig({ testTimeout: 300_000 });

/** Each option of each card: the standing actions that do the same without it. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  'anything-else/supervisor-only': ['request-supervisor'],
  'anything-else/car-and-ambulance': ['another-car', 'stage-ambulance'],
  'first-words/who-leads': ['name-and-badge', 'harlan-ask-calm'],
  'first-words/masks-off': ['harlan-masks', 'brandt-masks', 'coyle-masks', 'mendes-masks'],
  'the-case/hold-it': ['name-and-badge'],
  'the-case/his-warrant': ['see-paper', 'harlan-order-firm'],
  'held-van/wave-and-say': ['let-go', 'explain-hold', 'note-facts'],
  'held-van/wave-silent': ['let-go'],
  'on-the-air/one-car': ['status', 'another-car'],
  'what-they-dont-know/near': ['another-car'],
  'what-they-dont-know/every-car': ['status'],
  'what-they-dont-know/let-them-drive': ['air-unit'],
  'the-stop/east-lane': ['open-way-out', 'another-car'],
  'your-camera/runs-on': ['brandt-tell-calm', 'camera-on'],
  'your-camera/off-for-them': ['camera-off'],
  'your-camera/standby': ['camera-off'],
  'the-crowd-task/roadway': ['tape-line', 'who-speaks'],
  'the-crowd-task/wait-for-sergeant': ['harlan-sergeant', 'harlan-order-calm'],
  'van-moves/let-go-and-log': ['run-plate', 'air-unit'],
  'van-moves/two-minutes': ['harlan-order-calm'],
  'the-back/other-help': ['harlan-no-task'],
  'the-back/sergeant-decides': ['harlan-sergeant'],
  'two-names/records': ['harlan-records'],
  'two-names/safety-spanish': ['harlan-records', 'harlan-no-task'],
  'his-question/checked': ['tomas-tell-checked'],
  'his-question/still-checking': ['tomas-tell-calm', 'tomas-ask-calm'],
  'his-question/papers-and-lawyer': ['tomas-papers'],
  'the-crash/crew-in': ['bring-ambulance'],
  'the-child/stay-and-ask': ['stay-with-child'],
  'his-hand/two-fingers': ['harlan-order-calm', 'harlan-wait'],
  'filming/film-later': ['bea-order-firm'],
  'filming/she-may': ['bea-tell-calm', 'mendes-tell-calm'],
  'filming/two-steps': ['bea-order-calm'],
  'filming/clear-the-block': ['desmond-order-firm'],
  'born-here/ask-harlan': ['pass-on-claim'],
  'the-complaint/take-his-report': ['petrosyan-complaint'],
  'the-complaint/take-his-report-unsure': ['petrosyan-complaint'],
  'sorensen/not-today': ['note-facts'],
  'sorensen/next-car': ['another-car'],
};

const DRIVING = 'where to drive and stop is asked once, on the way there';
const FORCE = 'force, and the threat of it, is no button that is always there';
const HELPS = 'taking part in what the men do is their request: without it there is nothing to take part in';
const WRONG = 'a wrong nobody asks for: a button for it would be a suggestion';
const PLACE = 'goes with a place and a moment: the card puts it when both are there';
const REPORT = 'the report is written once, at the end';

/** Those that have none on purpose, with why. What does nothing needs no way. */
const NONE: Readonly<Record<string, string>> = {
  'anything-else/everyone': WRONG,
  'anything-else/field-force': WRONG,
  'way-in/box-in': DRIVING,
  'way-in/past': DRIVING,
  'way-in/lights-and-cover': DRIVING,
  'way-in/dark': DRIVING,
  'first-words/handshake': PLACE,
  'first-words/on-the-ground': FORCE,
  'over-the-sights/keep-it-up': FORCE,
  'over-the-sights/behind-the-engine': FORCE,
  'over-the-sights/walk-in': FORCE,
  'over-the-sights/put-it-away': FORCE,
  'the-case/faces': WRONG,
  'the-case/their-number': WRONG,
  'the-case/accept': WRONG,
  'held-van/half-hour': FORCE,
  'on-the-air/clear-out': DRIVING,
  'on-the-air/whom-and-where': WRONG,
  'what-they-dont-know/draw': FORCE,
  'what-they-dont-know/tell-him': PLACE,
  'the-stop/hailer': PLACE,
  'the-stop/talk-him-out': PLACE,
  'the-stop/rush': FORCE,
  'your-camera/your-view': WRONG,
  'your-camera/your-view-from-off': WRONG,
  'the-crowd-task/line': HELPS,
  'the-crowd-task/across-the-drive': FORCE,
  'van-moves/into-the-wheel': FORCE,
  'van-moves/hold-until-answer': FORCE,
  'the-back/before-the-door': FORCE,
  'the-back/leave-the-block': DRIVING,
  'the-back/alley-gate': HELPS,
  'two-names/run-both': HELPS,
  'two-names/his-request': HELPS,
  'his-question/open-up': HELPS,
  'his-question/use-the-side': WRONG,
  'the-crash/help-them-search': HELPS,
  'the-crash/go-in': PLACE,
  'the-child/next-door': PLACE,
  'the-child/with-them': WRONG,
  'the-child/nobody-drives': FORCE,
  'his-hand/catch-it': FORCE,
  'his-hand/draw-on-him': FORCE,
  'filming/take-the-phone': FORCE,
  'born-here/cuffs-off': FORCE,
  'born-here/run-him': WRONG,
  'the-complaint/book-him': FORCE,
  'the-complaint/nothing-to-write': WRONG,
  'the-complaint/false-reports': FORCE,
  'sorensen/trade-him': WRONG,
  'sorensen/round-the-corner': FORCE,
  'the-report/assist-only': REPORT,
  'the-report/with-status': REPORT,
  'the-report/they-broke-the-law': REPORT,
  'the-report/what-you-saw': REPORT,
};

const files = readSources();
const playbook = shippedPlaybook('residence-207');
/** Whoever gives a duty up or puts it off does nothing: without a card, that is to let time pass. */
const IDLE = ['forgo', 'put-off'];
const options = playbook.decisions.flatMap(({ id, options }) =>
  options
    .filter(({ acts }) => acts.some(({ kind }) => !IDLE.includes(kind)))
    .map((option) => `${id}/${option.id}`),
);

test('[SC78] each option that does something has its way without a card, or stands among those that have none with why', () => {
  expect([...Object.keys(WAYS), ...Object.keys(NONE)].sort()).toEqual([...options].sort());
  const known = new Set(playbook.actions.map(({ id }) => id));
  expect(Object.values(WAYS).flatMap((ids) => ids.filter((id) => !known.has(id)))).toEqual([]);
});

/** Plans that between them put every card of the list, with the people of each in sight. */
const PLANS = [
  ...['careful-federal', 'careful-impostors', 'holds-and-lets-go', 'lets-go-late', 'paper-asked-twice'],
  ...['nobody-is-spoken-to', 'complaint-unsure', 'claim-asked', 'misses-the-answer', 'ends-called-out-alone'],
];

test('[SC78] while such a card is open, one of its ways is on offer beside it', () => {
  const beside = new Set<string>();
  const put = new Set<string>();
  for (const path of planPaths(files, 'residence-207').filter((one) =>
    PLANS.some((id) => one.endsWith(`/${id}.plan.yaml`)),
  )) {
    const { plan } = readPlanFor(playbook, files, path);
    if (plan === null) throw new Error(path);
    for (const { view } of momentsOfPlan(runPlan(playbook, plan, { toEnd: true, mover: 'grid' }))) {
      const offered = new Set(view.actions.map(({ id }) => id));
      for (const { decision, options } of view.decisions)
        for (const { id } of options) {
          const option = `${decision}/${id}`;
          put.add(option);
          if (WAYS[option]?.some((way) => offered.has(way))) beside.add(option);
        }
    }
  }
  expect(Object.keys(WAYS).filter((option) => !put.has(option))).toEqual([]);
  expect(Object.keys(WAYS).filter((option) => !beside.has(option))).toEqual([]);
});
