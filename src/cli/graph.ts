/**
 * `deconflict graph <scenario> [--out story.svg]`: the story as a picture, regions as frames, states coloured by how many of the plans
 * stood in them (SPEC CL21). Laid out by ELK, so that no way runs through a state.
 */
import { runPlan } from '#plans/run-plan.ts';
import { statesSeen, storyGraph } from '#plans/story-graph.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import { writeOrSay } from './disk/on-disk.ts';
import { type Staged, scenarioAt } from './disk/scenario-at.ts';
import { storySvg } from './graph-svg.ts';
import { answer, print, tell } from './terminal/print.ts';
import { readArguments } from './terminal/wrong-use.ts';

/** Writes the picture to the file named, else to standard output; 0 when it is drawn. */
export async function run(args: readonly string[]): Promise<number> {
  const { at, given } = readArguments(args, ['scenario'], {
    json: { type: 'boolean' },
    out: { type: 'string' },
  });
  const [scenario = ''] = at;
  const staged = scenarioAt(scenario);
  const { playbook } = staged;
  const graph = storyGraph(playbook);
  const plans = plansOf(staged);
  const seen = statesSeen(plans);
  if (given.json === true) {
    print(given, { graph, plans: plans.length, seen: Object.fromEntries(seen) }, () => []);
    return 0;
  }
  const svg = await storySvg(playbook, graph, seen, plans.length);
  if (typeof given.out !== 'string') {
    answer(svg);
    return 0;
  }
  writeOrSay(given.out, svg, 'The picture');
  const never = playbook.states.filter((_, index) => !seen.has(index)).map((state) => state.id);
  tell(
    `${given.out}: ${playbook.states.length} states, ${graph.ways.length} transitions, ${plans.length} plans; ` +
      `${never.length === 0 ? 'every state was reached' : `not reached: ${never.join(', ')}`}.`,
  );
  return 0;
}

function plansOf({ playbook, files }: Staged) {
  return planPaths(files, playbook.id).flatMap((path) => {
    const { plan } = readPlanFor(playbook, files, path);
    return plan === null ? [] : [runPlan(playbook, plan, { toEnd: true })];
  });
}
