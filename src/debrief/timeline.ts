/** What happened, moment by moment, as the debriefed seat lived it, with the findings marked where they rest (SPEC DB2). */
import type { Finding } from '#law/findings.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Moment } from './report.ts';
import type { Wording } from './wording.ts';

interface Draft {
  readonly moment: Omit<Moment, 'marks'>;
  readonly act: number | null;
}

/**
 * The moments of one seat's run, in the order of the trace.
 *
 * A finding is marked on the act it rests on; a duty that no act met is marked on the last thing
 * that happened at or before it counted, never on an act that had nothing to do with it.
 * @param findings As in `ruling.findings`; `marks` are places in this list.
 */
export function timeline(
  trace: readonly TraceEvent[],
  seat: string,
  words: Wording,
  findings: readonly Finding[],
): readonly Moment[] {
  const drafts: Draft[] = [];
  const knowing: Record<string, string> = {};
  const revealed = new Set<string>();
  const spots = new Map<string, string>();
  for (const event of trace) {
    if (event.kind === 'learnt' && event.seat === seat) knowing[event.fact] = event.value;
    if (event.kind === 'revealed' && event.to.includes(seat)) revealed.add(event.token);
    if (event.kind === 'moved') {
      const from = spots.get(event.token) ?? words.startOf(event.token);
      spots.set(event.token, event.place);
      const isSeen = revealed.has(event.token) || words.isOpen(event.token);
      if (!isSeen || from === event.place) continue;
    }
    const draft = draftOf(event, seat, words, knowing, trace);
    const last = drafts.at(-1);
    if (draft && last && goTogether(last.moment, draft.moment))
      drafts[drafts.length - 1] = joined(last, draft);
    else if (draft) drafts.push(draft);
  }
  const marks = drafts.map((): number[] => []);
  findings.forEach((finding, index) => {
    marks[placeOf(finding, drafts)]?.push(index);
  });
  return drafts.map((draft, i) => ({ ...draft.moment, marks: marks[i] ?? [] }));
}

/** Those who go to the same place at the same moment stand in one line. */
function goTogether(last: Draft['moment'], next: Draft['moment']): boolean {
  return last.kind === 'moved' && next.kind === 'moved' && last.at === next.at && last.text === next.text;
}

function joined(last: Draft, next: Draft): Draft {
  return { ...last, moment: { ...last.moment, who: `${last.moment.who}, ${next.moment.who}` } };
}

/** The words of the act with this id; empty where it was an automation's. */
export function actWords(trace: readonly TraceEvent[], act: number, words: Wording): string {
  const event = trace.find((one) => one.kind === 'act' && one.id === act);
  return event?.kind === 'act' ? words.did(event.source) : '';
}

function placeOf(finding: Finding, drafts: readonly Draft[]): number {
  const act = finding.on.act;
  const own = act === null ? -1 : drafts.findIndex((draft) => draft.act === act);
  if (own >= 0) return own;
  return Math.max(
    0,
    drafts.findLastIndex((draft) => draft.act === null && draft.moment.at <= finding.at),
  );
}

function draftOf(
  event: TraceEvent,
  seat: string,
  words: Wording,
  knowing: Readonly<Record<string, string>>,
  trace: readonly TraceEvent[],
): Draft | null {
  const draft = (kind: Moment['kind'], who: string, text: string, act: number | null = null): Draft => ({
    moment: { at: event.at, seq: event.seq, kind, who, text },
    act,
  });
  switch (event.kind) {
    case 'told':
      return event.to.includes(seat)
        ? // A call that was walked on has no words; the row must still say that there was one.
          draft('line', words.speaker(event.from, knowing), event.text === '' ? '…' : words.text(event.text))
        : null;
    case 'act': {
      const text = words.did(event.source);
      const said = event.words === undefined ? '' : ` “${event.words}”`;
      return text === '' ? null : draft('did', words.seat(event.seat), text + said, event.id);
    }
    case 'learnt':
      return event.seat === seat
        ? draft(
            'learnt',
            words.speaker(event.from, knowing),
            `${words.fact(event.fact)}: ${words.value(event.fact, event.value)}`,
          )
        : null;
    case 'lapsed':
      return event.seat === seat && event.why === 'time'
        ? draft('lapsed', words.seat(seat), words.ask(event.decision))
        : null;
    case 'cut':
      return event.seat === seat ? draft('cut', words.seat(seat), actWords(trace, event.act, words)) : null;
    case 'arrived':
      return draft('arrived', words.seat(event.seat), '');
    case 'moved':
      return draft('moved', words.token(event.token), words.place(event.place));
    case 'ended':
      return draft('ended', '', words.ending(event.ending));
    case 'done':
    case 'observed':
    case 'closed':
    case 'offered':
    case 'withdrawn':
    case 'asked':
    case 'said':
    case 'revealed':
    case 'sound':
    case 'world':
    case 'objective':
      return null;
    default:
      return event satisfies never;
  }
}
