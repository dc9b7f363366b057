/** A standing action with its conditions, acts and effects; talk with a person is one too. */
import type { Expr } from '#language/expr.ts';
import { toMs } from '../draft/playbook-draft.ts';
import { lookScope, seatScope, talkScope } from '../draft/scopes.ts';
import { into } from '../draft/site.ts';
import type { Action } from '../playbook.ts';
import type { ActionMerged, TalkMerged } from './action-merged.ts';
import { compileList } from './compile-effects.ts';
import type { Ground } from './compile-ground.ts';
import { compileAbout } from './compile-looks.ts';
import { compileActs } from './compile-vocabulary.ts';

/** One standing action of the playbook; wrong names in it are reported. */
export function compileAction(action: ActionMerged, ground: Ground): Action {
  const { draft, names, slots } = ground;
  const { written, at } = action;
  const seats = (written.seat ?? []).map(
    (id, n) => draft.find(names.seat, id, into(at('seat'), n), 'SC0102', 'seat') ?? 0,
  );
  const asksSelf = typeof written.when === 'string' && /\bme\b/.test(written.when);
  if (asksSelf && seats.length > 1) {
    const message = `\`${action.id}\` belongs to ${seats.length} seats, so \`me\` could be any of them.`;
    draft.report(
      'SC0306',
      at('when'),
      message,
      'Write the action once for each seat, under different names.',
    );
  }
  if (written.resumes === true && toMs(written.takes) === 0) {
    const message = `\`${action.id}\` takes no time, so there is never anything left to resume.`;
    const repair = 'Remove `resumes:`, or write under `takes:` how long it takes.';
    draft.report('SC0315', at('resumes'), message, repair, 'warning');
  }
  const [only] = seats.length === 1 ? seats : [];
  const { talk } = action;
  const about =
    talk === undefined ? compileAbout(written.about, at('about'), ground) : aboutTalk(talk, ground);
  const sees = talk === undefined ? seatScope : talkScope;
  const own = draft.condition(written.when, at('when'), sees(seats[0] ?? 0, names, slots));
  const to = talk === undefined ? undefined : (names.speaker.get(talk.to) ?? 0);
  return {
    id: action.id,
    ref: written.ref ?? null,
    seats: [...new Set(seats)],
    group: talk === undefined ? (written.group ?? '') : 'talk',
    say: written.say === undefined ? '' : draft.text(at('say'), written.say),
    ...(written.sent === undefined ? {} : { sent: draft.text(at('sent'), written.sent) }),
    ...(about.length === 0 ? {} : { about }),
    when: talk === undefined ? own : draft.all([presence(talk, ground), own]),
    acts: compileActs(written.acts ?? [], at('acts'), draft),
    takesMs: toMs(written.takes),
    // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
    then: compileList(written.then, at('then'), {
      ...ground,
      ...(only === undefined ? {} : { seat: only }),
      ...(to === undefined ? {} : { them: to }),
    }),
    ...((written.air ?? written.group === 'radio') ? { air: true } : {}),
    ...(talk === undefined || to === undefined
      ? {}
      : { talk: { to, way: talk.way, ...(talk.tone === undefined ? {} : { tone: talk.tone }) } }),
  };
}

/** Talk is offered at the person's own token, unless the scenario says where else. */
function aboutTalk({ to, about, site }: TalkMerged, ground: Ground): string[] {
  const { draft, names } = ground;
  if (!names.speaker.has(to)) draft.findKey(names.speaker, to, site, 'SC0103', 'speaker');
  if (about !== undefined) return compileAbout(about, into(site, 'about'), ground);
  return names.token.has(to) ? [to] : [];
}

/** Somebody can be talked to while they are in sight (or, where it is offered elsewhere, always), and while what is said of them holds. */
function presence({ to, when, about, site }: TalkMerged, { draft, names, slots }: Ground): number | null {
  const stands = draft.condition(when, into(site, 'when'), lookScope(names, slots));
  if (about !== undefined) return stands;
  const slot = (id: string): Expr | null => {
    const n = slots.index.get(id);
    return n === undefined ? null : { op: 'slot', slot: n };
  };
  const away = names.places.flatMap((place, n) => (place.away ? [n] : []));
  const spot = away.length === 0 ? null : slot(`spot.${to}`);
  const here: Expr | null = spot && { op: 'not', of: { op: 'in', of: spot, values: away } };
  return draft.all([slot(`shown.${to}`), here, stands]);
}
