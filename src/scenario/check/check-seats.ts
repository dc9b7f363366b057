/** Decisions and actions of seats that nobody plays (SPEC SC71): the story goes on past them as past a silence. */
import { printDuration } from '#language/duration.ts';
import { decisionsOf } from '../draft/decisions-written.ts';
import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { down, into, type Site } from '../draft/site.ts';
import type { Playbook } from '../playbook.ts';
import type { ScenarioWritten } from '../schema/schema.ts';

/** Reports SC0314. A seat with automations is played where no person has it: its author thought of that. */
export function checkSeats(
  playbook: Playbook,
  written: ScenarioWritten,
  top: Site,
  draft: PlaybookDraft,
): void {
  const seats = written.seats;
  const isEmpty = (id: string) => {
    const seat = Object.hasOwn(seats, id) ? seats[id] : undefined;
    return seat !== undefined && seat.solo !== true && (written.automations?.[id] ?? []).length === 0;
  };
  const solo = Object.keys(seats).find((id) => seats[id]?.solo === true);
  if (solo === undefined) return;
  for (const { decision, site } of decisionsOf(written, top)) {
    if (!isEmpty(decision.seat)) continue;
    const compiled = playbook.decisions.find(({ id }) => id === decision.id);
    const comes =
      compiled === undefined || compiled.silence === null
        ? 'so nobody answers, and nothing happens'
        : `so nobody answers: its \`silence\` happens after ${printDuration(compiled.withinMs)}`;
    const message = `Nobody plays \`${decision.seat}\`, ${comes}.`;
    draft.report('SC0314', into(site, 'seat'), message, repairOf(decision.seat, solo), 'warning');
  }
  for (const [id, action] of Object.entries(written.actions ?? {})) {
    const [seat] = action.seat ?? [];
    if (seat === undefined || !(action.seat ?? []).every(isEmpty)) continue;
    const message = `Nobody plays \`${seat}\`, so nobody can ever do this.`;
    draft.report('SC0314', down(top, 'actions', id, 'seat'), message, repairOf(seat, solo), 'warning');
  }
}

function repairOf(seat: string, solo: string): string {
  return `Write \`${solo}\` here. Or let a person play \`${seat}\`: \`solo: true\` under \`seats:\`.`;
}
