/** Draws a story graph as one SVG file that needs nothing else: for a browser, a printer, a wiki. */
import elk, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { StoryGraph, Way } from '#plans/story-graph.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { escaped } from './page/escaped.ts';

const CHARACTER = 7.8;
const LINE = 17;
const PAD = 12;

/** The picture. `seen` counts runs by state out of `runs`; colour is beside a number, never alone. */
export async function storySvg(
  playbook: Playbook,
  graph: StoryGraph,
  seen: ReadonlyMap<number, number>,
  runs: number,
): Promise<string> {
  const laid = await new elk.default().layout(toElk(graph, seen, runs));
  const width = Math.ceil(laid.width ?? 0) + 2 * PAD;
  const height = Math.ceil(laid.height ?? 0) + 2 * PAD + 40;
  const title = (playbook.texts[playbook.title] ?? playbook.id).replace(/\s+/g, ' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}</style>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" class="head"/></marker></defs>',
    `<rect width="${width}" height="${height}" class="ground"/>`,
    `<text x="${PAD}" y="24" class="title">${escaped(title)}</text>`,
    `<text x="${PAD}" y="42" class="small">The number in a state is how many of ${runs} plans reached it. Point to a line to see what leads there.</text>`,
    `<g transform="translate(${PAD} ${PAD + 40})">`,
    ...(laid.children ?? []).flatMap((node) => frame(node, graph, seen, runs)),
    ...(laid.edges ?? []).map((edge) => line(edge, graph)),
    '</g></svg>',
    '',
  ].join('\n');
}

const STYLE = [
  'text{font:13px "Atkinson Hyperlegible Next",system-ui,sans-serif;fill:#15202a}',
  '.title{font-size:18px;font-weight:700}.small{font-size:12px;fill:#4a5964}.name{font-weight:600}',
  '.ground{fill:#f8fafa}.region{fill:#eef2f3;stroke:#8896a0}.state{fill:#fff;stroke:#4a5964}',
  '.some{fill:#dfeefc;stroke:#1d5cb8}.all{fill:#bcd9f7;stroke:#1d5cb8}.never{fill:#fff;stroke:#b0261b;stroke-dasharray:5 3}',
  '.end{fill:#15202a}.endname{fill:#fff;font-weight:600}.start{stroke-width:3}',
  '.way{fill:none;stroke:#6a7984;stroke-width:1.3}.way:hover{stroke:#b0261b;stroke-width:3}.silence,.time{stroke-dasharray:2 3}.head{fill:#6a7984}',
].join('');

/** One line between two boxes for all ways that join them, so that a busy story stays readable. */
interface Bundle {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly ways: readonly Way[];
}

function bundles(graph: StoryGraph): readonly Bundle[] {
  const found = new Map<string, Way[]>();
  for (const way of graph.ways) {
    const key = `${nameOf(way.from)} ${nameOf(way.to)}`;
    const there = found.get(key);
    if (there) there.push(way);
    else found.set(key, [way]);
  }
  return [...found].map(([key, ways], index) => {
    const [from = '', to = ''] = key.split(' ');
    return { id: `way-${index}`, from, to, ways };
  });
}

function nameOf(end: Way['from'] | Way['to']): string {
  if ('state' in end) return `state-${end.state}`;
  return 'act' in end ? `act-${end.act}` : `end-${end.end}`;
}

function toElk(graph: StoryGraph, seen: ReadonlyMap<number, number>, runs: number): ElkNode {
  const acts = [...new Set(graph.ways.flatMap(({ from }) => ('act' in from ? [from.act] : [])))];
  const box = (id: string, lines: readonly string[]): ElkNode => ({
    id,
    width: Math.max(...lines.map((one) => one.length)) * CHARACTER + 2 * PAD,
    height: lines.length * LINE + PAD,
  });
  const region = (id: string, children: ElkNode[]): ElkNode => ({
    id,
    children,
    layoutOptions: { 'elk.padding': '[top=34,left=14,bottom=14,right=14]' },
  });
  return {
    id: 'story',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.json.edgeCoords': 'ROOT',
      'elk.layered.spacing.nodeNodeBetweenLayers': '34',
      'elk.spacing.nodeNode': '22',
    },
    children: [
      ...graph.regions.map(({ id, states }) =>
        region(
          `region-${id}`,
          states.map((state) => box(`state-${state.index}`, words(state, seen, runs))),
        ),
      ),
      ...(acts.length === 0
        ? []
        : [
            region(
              'region-any-time',
              acts.map((act) => box(`act-${act}`, [act])),
            ),
          ]),
      ...graph.ends.map((end) => box(`end-${end}`, [endName(end)])),
    ],
    edges: bundles(graph).map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  };
}

function words(
  state: StoryGraph['regions'][number]['states'][number],
  seen: ReadonlyMap<number, number>,
  runs: number,
): readonly string[] {
  return [`${state.id}  ${seen.get(state.index) ?? 0}/${runs}`, ...state.decisions.map((one) => `? ${one}`)];
}

function endName(end: string): string {
  return end === 'any' ? 'ENDEX: the ending that fits' : `ENDEX: ${end}`;
}

function frame(
  node: ElkNode,
  graph: StoryGraph,
  seen: ReadonlyMap<number, number>,
  runs: number,
): readonly string[] {
  const at = `x="${node.x ?? 0}" y="${node.y ?? 0}" width="${node.width ?? 0}" height="${node.height ?? 0}"`;
  const text = (x: number, y: number, cls: string, say: string) =>
    `<text x="${x}" y="${y}" class="${cls}">${escaped(say)}</text>`;
  const left = node.x ?? 0;
  const top = node.y ?? 0;
  if (node.id.startsWith('end-')) {
    return [
      `<rect ${at} rx="14" class="end"/>`,
      text(left + PAD, top + LINE + 2, 'endname', endName(node.id.slice(4))),
    ];
  }
  const region = node.id.replace('region-', '');
  const states = graph.regions.find(({ id }) => id === region)?.states ?? [];
  const head = region === 'any-time' && states.length === 0 ? 'At any time' : region;
  return [
    `<rect ${at} rx="8" class="region"/>`,
    text(left + 14, top + 22, 'name', head),
    ...(node.children ?? []).flatMap((child) => {
      const x = left + (child.x ?? 0);
      const y = top + (child.y ?? 0);
      const state = states.find(({ index }) => child.id === `state-${index}`);
      const lines = state ? words(state, seen, runs) : [child.id.replace('act-', '')];
      const count = state ? (seen.get(state.index) ?? 0) : 1;
      const cover = state === undefined ? '' : count === 0 ? ' never' : count === runs ? ' all' : ' some';
      return [
        `<rect x="${x}" y="${y}" width="${child.width ?? 0}" height="${child.height ?? 0}" rx="6" class="state${cover}${state?.start ? ' start' : ''}"/>`,
        ...lines.map((one, row) =>
          text(x + PAD, y + PAD + 5 + row * LINE, row === 0 ? 'name' : 'small', one),
        ),
      ];
    }),
  ];
}

function line(edge: ElkExtendedEdge, graph: StoryGraph): string {
  const bundle = bundles(graph).find(({ id }) => id === edge.id);
  const path = (edge.sections ?? []).map(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint]
      .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`)
      .join(''),
  );
  const ways = bundle?.ways ?? [];
  const kind = ways.every((way) => way.why === ways[0]?.why) ? (ways[0]?.why ?? '') : '';
  const said = ways.map(({ why, by }) =>
    why === 'time' ? `after ${Number(by) / 1000} s` : `${why} ${by}`.trim(),
  );
  return `<path d="${path.join('')}" class="way ${kind}" marker-end="url(#head)"><title>${escaped(said.join('\n'))}</title></path>`;
}
