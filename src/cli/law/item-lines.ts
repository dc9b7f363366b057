/** A rule or duty in lines: what it rules, when, its exceptions, what it gives, on whose authority, and which probes hold it. */
import { printDuration } from '#language/duration.ts';
import { ACTS } from '#law/acts.ts';
import type { Duty, Law, Rule, Verdicts } from '#law/pack.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { conditionWords, patternWords } from './condition-words.ts';
import type { ExplainedItem } from './explained-item.ts';

/** The lines of one item on a day. */
export function itemLines(law: Law, one: ExplainedItem, asOf: string): string[] {
  if (one.kind === 'suspension') return [];
  const { item } = one;
  const when = conditionWords(item.when);
  return [
    `${one.id}: a ${one.kind} of ${law.layers[one.layer]?.title ?? one.layer} (packs: ${one.packs.join(', ') || 'none'})`,
    ...(one.kind === 'rule' ? ruleLines(one.item) : dutyLines(one.item)),
    `  When: ${when.length === 0 ? 'always' : when.join('; ')}`,
    ...item.unless.map((block) => `  Except: ${conditionWords(block).join('; ')}`),
    `  Because: ${item.because}`,
    ...one.liftedBy.flatMap((lift) =>
      lift.kind === 'suspension'
        ? [`  Lifted by ${lift.layer}, on ${lift.item.by.join(', ')}: ${lift.item.because}`]
        : [],
    ),
    ...(item.supreme ? ['  No layer can lift it.'] : []),
    `  On the authority of, as of ${asOf}`,
    ...one.authorities.flatMap((authority) => [
      `    ${authority.id} (${authority.citation}): ${authority.is.replaceAll('-', ' ')}${authority.asTo === null ? '' : ` as to ${authority.asTo}`}; verified: ${authority.verified}${authority.readOn === null ? '' : ` on ${authority.readOn}`}${authority.unread ? '; an unread policy, which lowers no standing by itself' : ''}`,
      ...(authority.quote === null ? [] : [`      “${authority.quote}”`]),
    ]),
    one.heldBy.length === 0
      ? '  No probe holds it.'
      : `  Held by ${one.heldBy.length} ${one.heldBy.length === 1 ? 'probe' : 'probes'}`,
    ...one.heldBy.map(
      ({ ref, packs }) => `    ${ref}: ${packs.map(({ pack, expect }) => `${pack} ${expect}`).join(', ')}`,
    ),
    ...(one.alsoIn.length === 0
      ? []
      : [`  Speaks, and decides nothing expected, in ${one.alsoIn.join(', ')}`]),
  ];
}

function ruleLines({ of, gives, grave, title }: Rule): readonly string[] {
  const acts = of.map((kind) => `${kind} (${ACTS[kind]?.says ?? ''})`);
  return [`  ${title}`, `  Rules: ${acts.join(', ')}`, `  Gives: ${verdictWords(gives, grave)}`];
}

function dutyLines(duty: Duty): readonly string[] {
  const { opens, due, metBy, waivedBy = [], endsWith, titles } = duty;
  const inTime =
    'withinMs' in due
      ? `within ${printDuration(due.withinMs)}${duty.sourceOfTime === 'instructor' ? ' (set by the instructor)' : ''}`
      : due.until === 'endex'
        ? 'by the end'
        : `until ${due.until}`;
  const list = (label: string, of: Duty['opens']) =>
    of.length === 0 ? [] : [`  ${label}: ${of.map(patternWords).join(', or ')}`];
  return [
    ...list('Opened by', opens),
    `  Due: ${inTime}, of ${duty.who}`,
    ...list('Met by', metBy),
    ...list('Given up by', waivedBy),
    ...list('Undone by', duty.undoneBy),
    ...list('Ends with', endsWith),
    `  If met: ${verdictWords(duty.met, [])}. ${titles.met}`,
    ...(duty.late === null ? [] : [`  If late: ${verdictWords(duty.late, [])}. ${titles.late}`]),
    `  If missed: ${verdictWords(duty.missed, duty.grave)}. ${titles.missed}`,
  ];
}

function verdictWords(gives: Verdicts, grave: readonly Axis[]): string {
  const said = AXES.flatMap((axis) =>
    gives[axis] === undefined ? [] : [`${axis} ${gives[axis]}${grave.includes(axis) ? ', grave' : ''}`],
  );
  return said.length === 0 ? 'nothing' : said.join('; ');
}
