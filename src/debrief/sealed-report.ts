/** The debrief of a run that can no longer be worked out: what was sealed of it, as it was (SPEC DB10). */
import { UNWRITTEN } from '#exercise/endex.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Entry, Opening, Sealed } from '#exercise/entries.ts';
import type { Finding } from '#law/findings.ts';
import type { Law } from '#law/pack.ts';
import { standings } from '#law/standings.ts';
import type { TraceEvent } from '#law/trace.ts';
import { lawIn } from '#law/translations.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { authorityNote } from './authority-note.ts';
import { findingsInContext } from './findings-in-context.ts';
import type { DebriefReport } from './report.ts';
import { timeline } from './timeline.ts';
import { type ValueWords, wordingOf } from './wording.ts';

export interface SealedRun {
  readonly opening: Opening;
  readonly entries: readonly Entry[];
  readonly sealed: Sealed;
  /** What the run was listed as. */
  readonly title: string;
  /** Whatever version of its playbook there is: it lends the words for names that it still has. Null where there is none. */
  readonly playbook: Playbook | null;
  /** Whatever law there is: it lends title and citations, and rules nothing. */
  readonly law: Law;
  /** Whether its entries can be played again, so that a second try can begin at them. */
  readonly canReplay: boolean;
  readonly language: string;
  readonly valueWords?: ValueWords;
}

/**
 * Findings and standings as they were sealed; the timeline from the sealed trace. Names that the playbook no longer has read as themselves.
 * What could only be worked out by playing again (what could have been known, who knew what) is left out.
 *
 * Throws where what was sealed is no trace and no findings.
 */
export function sealedReport(run: SealedRun): DebriefReport {
  const { opening, entries, sealed, language } = run;
  const playbook = run.playbook ?? { ...NOTHING, id: opening.scenario };
  const seat = opening.seats[0] ?? '';
  const trace = sealed.trace as readonly TraceEvent[];
  const findings = sealed.findings as readonly Finding[];
  const law = lawIn(run.law, language);
  const pack = Object.hasOwn(law.packs, opening.pack.id) ? law.packs[opening.pack.id] : undefined;
  const words = wordingOf(
    makeEngine(playbook, opening, 'grid'),
    { lang: language, words: pack?.words ?? 'plain' },
    run.valueWords,
  );
  const { id, asOf } = opening.pack;
  const known = playbook.seats.find((one) => one.id === seat);
  const ending = playbook.endings.find((one) => one.id === sealed.ending);
  const objectives = trace.flatMap((event) => {
    if (event.kind !== 'objective' || event.seat !== seat) return [];
    const objective = playbook.objectives.find((one) => one.id === event.id);
    const text = objective ? words.text(objective.text) : opened(event.id);
    const arose = event.arose !== false;
    const how = event.met ? ('met' as const) : arose ? ('missed' as const) : ('not-arisen' as const);
    return [{ id: event.id, axis: event.axis, text, met: event.met, how }];
  });
  const unmet = objectives.filter(({ how }) => how === 'missed').map(({ axis }) => axis);
  const inContext = findingsInContext(
    findings,
    trace,
    entries,
    words,
    (authority) => authorityNote(law, authority, asOf),
    () => null,
  );
  return {
    language,
    scenario: { id: opening.scenario, title: run.title },
    seat: {
      id: seat,
      callsign: known ? words.seat(seat) : opened(seat),
      role: known ? words.text(known.role) : '',
    },
    seed: opening.seed,
    level: opening.level,
    endedAt: sealed.at,
    ending: {
      id: sealed.ending,
      title: ending ? words.text(ending.title) : isUnwritten(sealed.ending) ? '' : opened(sealed.ending),
      text: ending ? words.text(ending.text) : '',
    },
    truth: [],
    pack: { id, title: pack?.title ?? opened(id), asOf, review: pack?.review ?? '' },
    ruling: { pack: id, asOf, seat, axes: standings(findings, unmet), findings },
    findings: run.canReplay ? inContext : inContext.map((one) => ({ ...one, retry: null })),
    timeline: timeline(trace, seat, words, findings),
    couldHaveKnown: [],
    ladder: { seats: [], rows: [] },
    objectives,
  };
}

/** Endings that no author wrote: the desk has its own words for them. */
function isUnwritten(ending: string): boolean {
  return Object.values(UNWRITTEN).includes(ending);
}

/** A playbook that has words for nothing. */
const NOTHING: Playbook = {
  format: 1,
  id: '',
  asOf: '',
  startsAt: '',
  minutes: 0,
  title: '',
  brief: { role: '', situation: '', objectives: [], note: '' },
  seats: [],
  speakers: [],
  tokens: [],
  places: [],
  slots: [],
  truths: [],
  regions: [],
  states: [],
  signals: [],
  conditions: [],
  lists: [],
  observations: [],
  decisions: [],
  actions: [],
  automations: [],
  objectives: [],
  endings: [],
  texts: {},
  translations: {},
  reserved: { crowd: null, map: null },
};

/** A name as a reader can take it: hyphens opened. */
function opened(id: string): string {
  return id.replaceAll('-', ' ');
}
