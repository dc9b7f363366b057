import { expect, test } from 'vitest';
import { shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { storySvg } from '#cli/graph-svg.ts';
import { runPlan } from '#plans/run-plan.ts';
import { statesSeen, storyGraph } from '#plans/story-graph.ts';
import { readPlanFor } from '#scenario/plan.ts';

const files = readSources();
const playbook = shippedPlaybook('residence-207');
const graph = storyGraph(playbook);

test('[RH20] every state stands in its region once, and every option, silence and deadline that leads on is a way', () => {
  const states = graph.regions.flatMap((region) => region.states);
  expect(states.map((state) => state.index).sort((a, b) => a - b)).toEqual([...playbook.states.keys()]);
  expect(graph.regions.map((region) => region.states.filter((state) => state.start).length)).toEqual(
    playbook.regions.map(() => 1),
  );
  const named = (id: string) => states.find((state) => state.id === id)?.index;
  expect(graph.ways).toContainEqual({
    from: { state: named('rolling') },
    to: { state: named('arrived') },
    why: 'option',
    by: 'way-in/lights-and-cover',
  });
  const reasons = new Set(graph.ways.map((way) => way.why));
  expect([...reasons].sort()).toEqual(
    expect.arrayContaining(['action', 'condition', 'option', 'silence', 'time']),
  );
});

test('[RH20] a run that was played counts once for each state it stood in', () => {
  const { plan } = readPlanFor(playbook, files, 'residence-207/plans/careful-federal.plan.yaml');
  if (plan === null) throw new Error('The plan does not read.');
  const run = runPlan(playbook, plan, { toEnd: true });
  const seen = statesSeen([run, run]);
  expect(new Set(seen.values())).toEqual(new Set([2]));
  for (const { first } of playbook.regions) expect(seen.get(first)).toBe(2);
  expect(seen.size).toBeLessThan(playbook.states.length);
});

test('[CL21] the picture holds every state with its count inside its region, one line for each pair, and nothing that runs', async () => {
  const seen = new Map([[0, 3]]);
  const svg = await storySvg(playbook, graph, seen, 3);
  for (const [index, state] of playbook.states.entries()) {
    expect(svg).toContain(`>${state.id}  ${seen.get(index) ?? 0}/3</text>`);
  }
  const pairs = new Set(graph.ways.map(({ from, to }) => JSON.stringify([from, to])));
  expect(svg.match(/<path d="M[^"]+" class="way/g)).toHaveLength(pairs.size);
  expect(svg).not.toMatch(/<script|javascript:|href=/);
});
