/** Property 5: every act is ruled or said to have no rule in every pack; every authority that bears on one stands on the day. */
import { expect, test } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import { readLaw } from '#law/read.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
import { lawCoverage } from '#verify/reading/law-coverage.ts';
import { duty, filesOf as lawFiles, rule } from '../law/small-law.ts';
import { filesOf } from '../scenario/pages.ts';

const GIVES = 'gives: { jurisdiction: discouraged }';
const act = (id: string, acts: string) =>
  `  ${id}: { seat: [patrol], group: note, say: Do ${id}., acts: [${acts}], takes: 5s }\n`;

/** What is told of a scenario with these actions, as `file:line code message`; `story` replaces the story of the base scenario. */
function told(actions: string, base: string, upper = '', story = '', asOf = '2026-06-30'): string[] {
  const text = `asOf: ${asOf}\nactions:\n${actions}${story}`;
  const files = new Map([
    ...filesOf([{ kind: 'given', line: 1, column: 1, file: null, text }]).files,
    ...lawFiles(base, upper),
  ]);
  const { playbook, problems } = readScenario(files, 'base');
  const { law, problems: ofLaw } = readLaw(files);
  if (playbook === null || law === null)
    throw new Error([...problems, ...ofLaw].map(({ message }) => message).join());
  return lawCoverage(playbook, files, { law, files }).map(
    ({ file, line, code, message }) =>
      `${file.split('/').at(-1)}:${(files.get(file) ?? '').split('\n')[line - 1]?.trim().slice(0, 18)} ${code} ${message}`,
  );
}

const story = (enter: string) =>
  `story:\n  contact:\n    start: rolling\n    states:\n      rolling: { enter: [${enter}], after: { 1m: [{ end: true }] } }\n`;

test('[RH45] what is shipped has a ruling or a reason for none, in every pack', () => {
  const files = readSources();
  const { law } = readLaw(files);
  for (const id of scenarioIds(files)) {
    const { playbook } = readScenario(files, id);
    if (playbook === null || law === null) throw new Error('what is shipped reads');
    expect(lawCoverage(playbook, files, { law, files })).toEqual([]);
    const unsaid = Object.fromEntries(
      Object.entries(law.layers).map(([name, layer]) => [name, { ...layer, silent: [] }]),
    );
    const found = lawCoverage(playbook, files, { law: { ...law, layers: unsaid }, files });
    expect(found.map(({ code }) => code)).toEqual(Array(5).fill('SC0808'));
  }
}, 30_000);

test('[RH45] an act is ruled by a rule whose fields fit, at each place it stands; packs that have none are named', () => {
  const actions =
    act('ask', '{ query: { about: status } }') +
    act('tell', '{ explain: {} }, { query: { about: warrant } }');
  const nothing = 'the debrief says nothing about it.';
  expect(told(actions, `rules:\n${rule('a', `of: [query, explain], ${GIVES}`)}`)).toEqual([]);
  expect(told(actions, `rules:\n${rule('a', `of: query, ${GIVES}`)}`)).toEqual([
    `scenario.yaml:tell: { seat: [pat SC0808 No rule or duty of any pack can apply to \`explain\`: ${nothing}`,
  ]);
  const split = `rules:\n${rule('b', `of: query, with: { about: status }, ${GIVES}`)}`;
  expect(told(actions, `rules:\n${rule('a', `of: explain, ${GIVES}`)}`, split)).toEqual([
    `scenario.yaml:ask: { seat: [patr SC0808 No rule or duty of \`plain\` can apply to \`query { about: status }\`: ${nothing}`,
    `scenario.yaml:tell: { seat: [pat SC0808 No rule or duty of any pack can apply to \`query { about: warrant }\`: ${nothing}`,
  ]);
});

test('[RH45] a rule that asks for what nobody can know or perceive there, or always makes an exception, rules nothing', () => {
  const actions = act('tell', '{ explain: {} }');
  const by = (more: string) => `rules:\n${rule('a', `of: explain, ${more}, ${GIVES}`)}`;
  const codes = (base: string, enter: string) =>
    told(actions, base, '', story(enter)).map((one) => one.split(' ')[3]);
  const learn = '{ tell: { to: patrol, learn: { identity: claimed }, from: lead, basis: heard } }';
  expect(codes(by('knowing: { identity: unknown }'), learn)).toEqual([]);
  expect(codes(by('knowing: { identity: claimed }'), learn)).toEqual([]);
  expect(codes(by('knowing: { identity: confirmed }'), learn)).toHaveLength(1);
  expect(codes(by('knowing: { threat: deadly }'), learn)).toHaveLength(1);
  expect(codes(by('seeing: [federal-claim]'), '{ observe: federal-claim }')).toEqual([]);
  expect(codes(by('seeing: [federal-claim]'), '{ observe: person-injured }')).toHaveLength(1);
  expect(codes(by('unless: [{ knowing: { identity: claimed } }]'), learn)).toEqual([]);
  expect(codes(by('unless: [{ knowing: { identity: [unknown, claimed] } }]'), learn)).toHaveLength(1);
  expect(codes(by('unless: [{ knowing: { threat: none } }]'), learn)).toHaveLength(1);
  expect(codes(by('unless: [{ with: { for: medical } }]'), learn)).toEqual([]);
});

test('[RH45] a duty that something there opens rules the acts that meet it; one that nothing opens does not', () => {
  const actions = act('check', '{ verify-identity: { by: credential } }');
  const base = `duties:\n${duty('d')}`;
  expect(told(actions, base, '', story('{ observe: federal-claim }'))).toEqual([]);
  expect(told(actions, base, '', story('{ observe: person-injured }'))).toHaveLength(1);
});

test('[RH45] each setting of a switch is asked by itself, and a layer that says it has no rule settles it', () => {
  const actions = act('tell', '{ explain: {} }');
  const none = 'silent:\n  - { on: explain, because: B. }';
  const lent = `rules:\n${rule('a', `of: explain, switch: { model: lent }, ${GIVES}`)}`;
  expect(told(actions, '', lent).map((one) => /of (.*) can/.exec(one)?.[1])).toEqual([
    '`plain`, `both` (model: none)',
  ]);
  expect(told(actions, '', `${lent}\n${none}`).map((one) => /of (.*) can/.exec(one)?.[1])).toEqual([
    '`plain`',
  ]);
  expect(told(actions, none)).toEqual([]);
  expect(told(actions, none.replace('on: explain', 'on: { explain: { for: medical } }'))).toHaveLength(1);
});

test('[RH45] an act is told where it is written, in a library too, with the first rule on its kind and why it is silent', () => {
  const { files } = filesOf([
    { kind: 'given', line: 1, column: 1, file: null, text: 'uses: [common/kit]\n' },
  ]);
  files.set('common/kit.yaml', `format: 1\nactions:\n${act('tell', '{ explain: {} }')}`);
  const law = lawFiles(`rules:\n${rule('medics', `of: explain, with: { for: medical }, ${GIVES}`)}`);
  const { playbook } = readScenario(files, 'base');
  const read = readLaw(law).law;
  if (playbook === null || read === null) throw new Error('both read');
  expect(lawCoverage(playbook, files, { law: read, files: law })).toMatchObject([
    {
      code: 'SC0808',
      file: 'common/kit.yaml',
      line: 3,
      column: 62,
      notes: [
        {
          file: 'law/layers/base.yaml',
          line: 5,
          message: 'The first rule on such an act, `base/medics`, asks for `for: medical`.',
        },
      ],
    },
  ]);
});

test('[RH46] an authority that does not stand on the day is told where the rule cites it, if the rule bears on an act', () => {
  const tell = act('tell', '{ explain: {} }');
  const by = (list: string, more = '') =>
    `rules:\n${rule('a', `of: explain, ${more}${GIVES}, by: [${list}]`)}\n`;
  const codes = (base: string, day = '2026-06-30') =>
    told(tell, `${base}silent:\n  - { on: explain, because: B. }`, '', '', day).map(
      (one) => one.split(' SC0809 ')[1],
    );
  const rests = (
    id: string,
    is: string,
    alone = ' No other authority supports it, so the rule does not apply.',
  ) => [`\`base/a\` rests on \`${id}\`, which ${is}, the day of this story.${alone}`];
  expect(codes(by('statute'))).toEqual([]);
  expect(codes(by('halted'))).toEqual(rests('halted', 'is enjoined on 2026-06-30'));
  expect(codes(by('statute, halted'))).toEqual(rests('halted', 'is enjoined on 2026-06-30', ''));
  expect(codes(by('halted'), '2026-04-21')).toEqual([]);
  expect(codes(by('halted-in-part'))).toEqual([]);
  expect(codes(by('coming'))).toEqual(rests('coming', 'is enacted but not yet in force on 2026-06-30'));
  expect(codes(by('over'))).toEqual(rests('over', 'is superseded on 2026-06-30'));
  expect(codes(by('halted', 'while: { halted: enjoined }, '))).toEqual([]);
  expect(codes(by('halted', 'while: { halted: in-force }, '))).toEqual([]);
  expect(codes(by('halted', 'with: { for: medical }, '))).toEqual([]);
  const base =
    'silent:\n  - { on: explain, because: B. }\nsuspends:\n  - { rule: upper/a, by: second, because: B. }';
  expect(told(tell, base, by('halted'))).toEqual([]);
  expect(told(tell, base.replace('second', 'over'), by('halted'))).toHaveLength(1);
  expect(told(tell, by('halted')).map((one) => one.replace(/ (SC\d+) .*/s, ' $1'))).toEqual([
    'scenario.yaml:tell: { seat: [pat SC0808',
    'base.yaml:- { id: a, of: exp SC0809',
  ]);
});

test('[RH71] an option without acts beside one that meets a duty is warned of where the duty can be open and a choice can give it up', () => {
  const card = (acts: string, enter = '{ observe: federal-claim }') =>
    `story:
  contact:
    start: rolling
    states:
      rolling:
        enter: [${enter}]
        decide:
          - id: claim
            seat: patrol
            ask: He says that he is federal.
            within: 1m
            silence: [{ end: true }]
            options:
              - { id: check, say: Check it., acts: [{ verify-identity: { by: credential } }], takes: 5s, then: [{ end: true }] }
              - { id: leave, say: Leave it., acts: [${acts}], takes: 5s, then: [{ end: true }] }
`;
  const waived = `rules:\n${rule('a', `of: [verify-identity, put-off, observe-log], ${GIVES}`)}\nduties:\n${duty('d', 'waived-by: [{ forgo: { what: check } }]')}`;
  const codes = (base: string, acts: string, enter?: string) =>
    told(act('note', '{ observe-log: {} }'), base, '', card(acts, enter)).map(
      (one) => /SC\d+ The option \S+/.exec(one)?.[0],
    );
  expect(codes(waived, '')).toEqual(['SC0810 The option `leave`']);
  expect(codes(waived, '{ forgo: { what: check } }')).toEqual([]);
  expect(codes(waived, '{ put-off: { what: check } }')).toEqual([]);
  expect(codes(waived, '{ observe-log: {} }')).toEqual([]);
  // Nothing opens the duty here, or no choice gives it up.
  expect(codes(waived, '', '{ observe: person-injured }')).toEqual([]);
  expect(codes(waived.replace('waived-by: [{ forgo: { what: check } }], ', ''), '')).toEqual([]);
});
