/** Reads the call out of what came to this seat: the fields a dispatcher sent to the screen, the call as told, what was added. Pure. */
import type { LogItem, SeatView } from '#exercise/view.ts';

type Line = LogItem & { readonly kind: 'line' };

/** One box of the card, as `Incident: 2147` was sent. */
export interface Field {
  readonly name: string;
  readonly value: string;
}
export interface Call {
  /** Who gave it. */
  readonly from: string;
  readonly at: number;
  /** The newest value of each, in the order first sent; empty where nothing was sent to the screen. */
  readonly fields: readonly Field[];
  /** The call in the words it was given in; what was not heard is not in it. */
  readonly told: Line;
  /** Everything else the same desk sent or said to this seat, oldest first. */
  readonly updates: readonly Line[];
}

/**
 * The call is the first line the seat heard on the radio; whoever gave it is dispatch. A screen line of theirs made of `Name: value` parts
 * with ` · ` between them fills fields; any other is an update. Null before there is a call. SPEC TB54.
 */
export function callOf(view: Pick<SeatView, 'log'>): Call | null {
  const lines = view.log.filter((item): item is Line => item.kind === 'line');
  const told = lines.find((line) => line.channel === 'radio' && line.text !== '');
  if (told === undefined) return null;
  const theirs = lines.filter((line) => line.from === told.from && line !== told && line.text !== '');
  const fields = new Map<string, string>();
  const updates: Line[] = [];
  for (const line of theirs) {
    const sent = line.channel === 'screen' ? fieldsIn(line.text) : [];
    for (const { name, value } of sent) fields.set(name, value);
    if (sent.length === 0) updates.push(line);
  }
  return {
    from: told.name,
    at: told.at,
    fields: [...fields].map(([name, value]) => ({ name, value })),
    told,
    updates,
  };
}

/** Empty unless every part is a field. */
function fieldsIn(text: string): readonly Field[] {
  const parts = text.split(' · ').map((part) => /^([^:]{1,24}): (\S.*)$/.exec(part.trim()));
  if (parts.some((part) => part === null)) return [];
  return parts.map((part) => ({ name: part?.[1] ?? '', value: part?.[2]?.replace(/\.$/, '') ?? '' }));
}
