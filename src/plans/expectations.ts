/** Holds what a plan expects against the run as it stands: knowledge, what the seat has before it, and the law (SPEC RH61, RH62). */
import { seatView } from '#exercise/seat-view.ts';
import type { SeatView } from '#exercise/view.ts';
import { suggest } from '#language/did-you-mean.ts';
import type { Finding, Ruling } from '#law/findings.ts';
import { judge } from '#law/judge.ts';
import type { Law } from '#law/pack.ts';
import type { Expected, FindingLike } from '#scenario/plan-expect.ts';
import { knows, offers, type Playing } from './playing.ts';

/** What does not hold, and where in the step it stands. */
export interface Unmet {
  readonly message: string;
  readonly inside: readonly (string | number)[];
}

/** What does not hold; empty where all does. Without a law, nothing that is expected of it holds. */
export function unmetOf(playing: Playing, expected: Expected, law: Law | null): readonly Unmet[] {
  return [
    ...ofKnowledge(playing, expected),
    ...ofOffers(playing, expected),
    ...ofSight(playing, expected),
    ...ofLaw(playing, expected, law),
    ...ofRefusal(playing, expected),
  ];
}

function ofKnowledge(playing: Playing, expected: Expected): Unmet[] {
  const unmet = Object.entries(expected.known).flatMap(([fact, value]) => {
    const known = knows(playing, fact);
    if (known === value) return [];
    return [
      { message: `${fact} is ${known ?? 'no fact here'}, not ${value}.`, inside: ['expect', 'known', fact] },
    ];
  });
  const ending = endingOf(playing);
  if (expected.ended !== null && ending !== expected.ended) {
    const message =
      ending === null
        ? `The session has not ended here, so the ending is not \`${expected.ended}\` yet.`
        : `The ending is \`${ending}\`, not \`${expected.ended}\`.`;
    const later = 'Write an `at:` with a later time before this step, or the choices that lead to an ending.';
    unmet.push({ message, inside: ['expect', 'ended'], ...(ending === null ? { repair: later } : {}) });
  }
  return unmet;
}

function ofOffers(playing: Playing, expected: Expected): Unmet[] {
  const { engine, exercise, trace, seat } = playing;
  const offered = offers(trace, seat);
  const unmet = (key: string, list: readonly string[], isSo: (one: string) => boolean, what: string) =>
    list.flatMap((one, n) =>
      isSo(one) ? [] : [{ message: `"${one}" is ${what}.`, inside: ['expect', key, n] }],
    );
  const isOpen = (id: string) =>
    exercise.open.some(({ decision }) => engine.playbook.decisions[decision]?.id === id);
  const cards = expected.choices.length === 0 ? [] : viewOf(playing, 'plain').decisions;
  const choices = new Set(
    cards.flatMap((card) => card.options.map((option) => `${card.decision}/${option.id}`)),
  );
  return [
    ...unmet('open', expected.open, isOpen, 'not open'),
    ...unmet('choices', expected.choices, (one) => choices.has(one), 'not open'),
    ...unmet('offered', expected.offered, (one) => offered.has(one), 'not possible'),
    ...unmet('withheld', expected.withheld, (one) => !offered.has(one), 'possible'),
  ];
}

function ofSight(playing: Playing, { sees, unseen }: Expected): Unmet[] {
  if (sees.length + unseen.length === 0) return [];
  const shown = (['codes', 'plain'] as const).flatMap((words) => wordsBefore(viewOf(playing, words)));
  const stands = (words: string) => shown.some((one) => one.includes(words));
  const unmet = (key: string, list: readonly string[], isSo: (one: string) => boolean, what: string) =>
    list.flatMap((one, n) =>
      isSo(one) ? [] : [{ message: `“${one}” ${what}`, inside: ['expect', key, n] }],
    );
  return [
    ...unmet('sees', sees, stands, 'is not on the screen of this seat.'),
    ...unmet('unseen', unseen, (one) => !stands(one), 'is on the screen of this seat.'),
  ];
}

/** Every text of a view that a person reads, each by itself. */
function wordsBefore(view: SeatView): readonly string[] {
  const log = view.log.flatMap((item) => {
    switch (item.kind) {
      case 'line':
        return [item.name, item.text];
      case 'learnt':
        return [item.name, `${item.label}: ${item.words}`];
      case 'did':
      case 'cut':
      case 'done':
        return [item.text];
      case 'said':
        return [item.words];
      case 'lapsed':
        return [item.ask];
      case 'arrived':
        return [item.name];
      default:
        return item satisfies never;
    }
  });
  return [
    ...log,
    ...view.decisions.flatMap((card) => [card.ask, ...card.options.map(({ say }) => say)]),
    ...view.actions.map(({ say }) => say),
    ...view.known.map(({ label, words }) => `${label}: ${words}`),
    ...(view.meters ?? []).map(({ label, value }) => `${label}: ${value}`),
    ...view.tokens.flatMap(({ label, how, place }) => [label, how ?? '', place]),
    ...(view.ended === null ? [] : [view.ended.title, view.ended.text]),
  ];
}

function ofLaw(playing: Playing, { findings, noFindings, standings }: Expected, law: Law | null): Unmet[] {
  const rulings = new Map<string, Ruling>();
  const asked = (key: string, n: number, pack: string, unmet: (ruling: Ruling) => Unmet[]): Unmet[] => {
    const inside = ['expect', key, n];
    if (law === null) return [{ message: 'There is no law here to judge by.', inside }];
    if (!Object.hasOwn(law.packs, pack)) {
      const message = `There is no pack "${pack}". ${suggest(pack, Object.keys(law.packs))}`;
      return [{ message, inside: [...inside, 'pack'] }];
    }
    const ruling = rulings.get(pack) ?? ruled(playing, law, pack);
    rulings.set(pack, ruling);
    return unmet(ruling);
  };
  return [
    ...findings.flatMap((like, n) =>
      asked('findings', n, like.pack, (ruling) =>
        ruling.findings.some((one) => isLike(one, like))
          ? []
          : [
              {
                message: `Under ${like.pack} there is no such finding. ${foundIn(ruling)}`,
                inside: ['expect', 'findings', n],
              },
            ],
      ),
    ),
    ...noFindings.flatMap((like, n) =>
      asked('no-findings', n, like.pack, (ruling) => {
        const found = ruling.findings.find((one) => isLike(one, like));
        if (found === undefined) return [];
        const message = `Under ${like.pack} there is one: ${told(found)}.`;
        return [{ message, inside: ['expect', 'no-findings', n] }];
      }),
    ),
    ...standings.flatMap(({ pack, axes }, n) =>
      asked('standings', n, pack, (ruling) =>
        Object.entries(ruling.axes).flatMap(([axis, { standing }]) => {
          const wanted = Object.entries(axes).find(([name]) => name === axis)?.[1];
          if (wanted === undefined || wanted === standing) return [];
          const message = `Under ${pack} the standing on ${axis} is ${standing}, not ${wanted}.`;
          return [{ message, inside: ['expect', 'standings', n, axis] }];
        }),
      ),
    ),
  ];
}

function ruled({ engine, trace, seat }: Playing, law: Law, pack: string): Ruling {
  return judge(trace, { law, pack, asOf: engine.playbook.asOf, switches: {}, seat });
}

function isLike(finding: Finding, { axis, verdict, grave, rule }: FindingLike): boolean {
  return (
    (axis === undefined || finding.axis === axis) &&
    (verdict === undefined || finding.verdict === verdict) &&
    (grave === undefined || finding.grave === grave) &&
    (rule === undefined || finding.rule === rule || finding.also.includes(rule))
  );
}

/** At most so many are listed: an author looks for one. */
const MOST = 6;

function foundIn({ findings }: Ruling): string {
  if (findings.length === 0) return 'There are no findings yet.';
  const more = findings.length > MOST ? `, and ${findings.length - MOST} more` : '';
  return `There are: ${findings.slice(0, MOST).map(told).join('; ')}${more}.`;
}

function told({ axis, verdict, grave, rule }: Finding): string {
  return `${axis} ${verdict}${grave ? ' (grave)' : ''} by ${rule}`;
}

function ofRefusal({ refused }: Playing, expected: Expected): Unmet[] {
  if (expected.refused === null || refused === expected.refused) return [];
  const message = `The last step was ${refused ?? 'accepted'}, not refused as ${expected.refused}.`;
  return [{ message, inside: ['expect', 'refused'] }];
}

function viewOf({ engine, exercise, trace, seat }: Playing, words: 'codes' | 'plain'): SeatView {
  return seatView(engine, exercise, trace, seat, { lang: 'en', words });
}

function endingOf({ trace }: Playing): string | null {
  const ended = trace.findLast((event) => event.kind === 'ended');
  return ended?.kind === 'ended' ? ended.ending : null;
}
