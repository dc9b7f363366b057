/** Writes a run down as a plan, so that whatever was found in it can be played again, changed and kept (SPEC RH21). */
import { STOPPED_ID } from '#exercise/endex.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import type { TraceEvent } from '#law/trace.ts';

/** The plan as YAML. Every choice and act stands at its moment; what was said or waited for is no step. `why` becomes its first line. */
export function planOfRun(opening: Opening, entries: readonly Entry[], why: string): string {
  const lines = [
    '# yaml-language-server: $schema=../../plan.schema.json',
    ...why.split('\n').map((line) => `# ${line}`),
    `scenario: ${opening.scenario}`,
    `seed: ${opening.seed}`,
    ...(opening.extended === 100 ? [] : [`extended: ${opening.extended}`]),
  ];
  const steps: string[] = [];
  let at = 0;
  for (const { command } of entries) {
    if (command.kind !== 'choose' && command.kind !== 'act' && command.kind !== 'stop') continue;
    if (command.at > at) steps.push(`  - at: ${moment(command.at)}`);
    at = command.at;
    if (command.kind === 'choose') steps.push(`  - choose: ${command.decision}/${command.option}`);
    else if (command.kind === 'act') steps.push(`  - act: ${command.action}`);
    else steps.push('  - stop: true');
  }
  return `${[...lines, steps.length === 0 ? 'steps: []' : 'steps:', ...steps].join('\n')}\n`;
}

/** The plan with further steps behind its own, given as lines of YAML; empty for none. */
export function withSteps(plan: string, more: string): string {
  if (more === '') return plan;
  return plan.endsWith('steps: []\n') ? `${plan.slice(0, -' []\n'.length)}\n${more}` : `${plan}${more}`;
}

/** The last steps of a plan whose run has ended: to the moment it did, and with which ending; empty for one that goes on. */
export function endedIn(trace: readonly TraceEvent[]): string {
  const ended = trace.findLast((event) => event.kind === 'ended');
  if (ended?.kind !== 'ended' || ended.ending === STOPPED_ID) return '';
  return `  - at: ${moment(ended.at)}\n  - expect: { ended: ${ended.ending} }\n`;
}

/** A moment as a plan writes it, from milliseconds: `4m`, `1m30s`, `12.345s`. */
export function moment(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const rest = ms - minutes * 60_000;
  const seconds = rest % 1000 === 0 ? String(rest / 1000) : (rest / 1000).toFixed(3);
  if (minutes === 0) return `${seconds}s`;
  return rest === 0 ? `${minutes}m` : `${minutes}m${seconds}s`;
}
