/** Three standings in words, never added up: each with its count, its weightiest finding, its aims. */
import type { Aim, DebriefReport, Why } from '#debrief/report.ts';
import { AXES, type Axis } from '#law/trace.ts';
import type { DeskTexts } from '#table/words/en/desk.ts';
import controls from '../ui/controls.module.css';
import { Icon } from '../ui/icons.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { quotedWords } from '../words/shown-words.ts';
import styles from './standings.module.css';

/** Three regions named by their axis; the standing is text, its sign only repeats it. */
export function Standings({ report }: { readonly report: DebriefReport }) {
  const desk = useDesk();
  return (
    <div className={styles.axes}>
      <h2 id="standings" className={controls.hidden} tabIndex={-1}>
        {desk.contents.standings}
      </h2>
      {AXES.map((axis) => (
        <One key={axis} axis={axis} report={report} />
      ))}
    </div>
  );
}

function One({ axis, report }: { readonly axis: Axis; readonly report: DebriefReport }) {
  const desk = useDesk();
  const t = desk.debrief;
  const { standing, kept, due } = report.ruling.axes[axis];
  const why = report.why?.[axis];
  const because = why?.because ?? [];
  const weightiest = report.findings.find(({ finding }) => finding.axis === axis && finding.counts);
  return (
    <section
      className={styles.axis}
      aria-label={desk.axes[axis]}
      data-part={`axis-${axis}`}
      data-axis={axis}
      data-standing={standing}
    >
      <h3>{desk.axes[axis]}</h3>
      <p className={styles.standing}>
        <Icon name={standing} size={26} />
        {desk.standings[standing]}
      </p>
      <p className={styles.count}>
        <b>{t.kept(kept, due)}</b>
        {why === undefined || due === 0 ? null : <small>{counted(desk, why)}</small>}
      </p>
      {because.length === 0 ? (
        <p className={styles.first}>{weightiest ? <Theirs words={weightiest.finding.title} /> : t.none}</p>
      ) : (
        <ul className={styles.because} aria-label={t.whyStanding} data-part="why-standing">
          {because.map((one) => (
            <li key={one.question}>
              <b>{questionOf(desk, one)}</b> {listed(desk, one.titles)}
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.aims}>
        {report.objectives
          .filter((aim) => aim.axis === axis)
          .map((aim) => (
            <li key={aim.id} data-met={aim.met} data-how={howOf(aim)}>
              <Icon name={AIM_ICONS[howOf(aim)]} size={16} />
              <span>
                <b>
                  {t.objective} {aimWord(desk, aim)}:
                </b>{' '}
                <Theirs words={aim.text} />
                {(aim.against ?? []).length === 0 ? null : (
                  <>
                    {' '}
                    <b>{t.but}</b> {(aim.against ?? []).map(quotedWords).join(' ')}
                  </>
                )}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}

const AIM_ICONS = {
  met: 'kept',
  'in-part': 'late',
  missed: 'missed',
  'not-arisen': 'not-exercised',
} as const;

/** How an aim went; reports of earlier versions say only whether it was met. */
function howOf({ how, met }: Aim): NonNullable<Aim['how']> {
  return how ?? (met ? 'met' : 'missed');
}

/** The word for how an aim went. */
export function aimWord(desk: DeskTexts, aim: Aim): string {
  const t = desk.debrief;
  return {
    met: t.objectiveMet,
    'in-part': t.objectiveInPart,
    missed: t.objectiveMissed,
    'not-arisen': t.objectiveNotArisen,
  }[howOf(aim)];
}

/** What "kept of due" counts: duties, rules, questions let pass; those of which there are any. */
export function counted(desk: DeskTexts, { duties, rules, letPass }: Why): string {
  const t = desk.debrief;
  return [
    ...(duties.due === 0 ? [] : [t.keptDuties(duties.kept, duties.due)]),
    ...(rules.due === 0 ? [] : [t.keptRules(rules.kept, rules.due)]),
    ...(letPass === 0 ? [] : [t.keptLetPass(letPass)]),
  ].join(', ');
}

/** The question of the tree that was answered with yes. */
export function questionOf(
  desk: DeskTexts,
  { question, missed = 0, of = 0 }: Why['because'][number],
): string {
  const words = desk.debrief.questions[question];
  return typeof words === 'string' ? words : words(missed, of);
}

/** As many titles as are read at a glance; the findings below hold them all. */
const TITLES = 2;
function listed(desk: DeskTexts, titles: readonly string[]): string {
  const rest = titles.length - TITLES;
  const shown = titles.slice(0, TITLES).map(quotedWords).join(' ');
  return rest > 0 ? `${shown} (${desk.contents.moreCould(rest)})` : shown;
}
