/** The debrief on one page: what an instructor hands out or files; the whole debrief stands beside it (SPEC TB190). */
import type { DebriefReport } from '#debrief/report.ts';
import { AXES } from '#law/trace.ts';
import { Icon } from '../ui/icons.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import { valueWords } from '../words/known-words.ts';
import { casesOf } from './cases.ts';
import styles from './debrief-sheet.module.css';
import { aimWord, counted, questionOf } from './standings.tsx';

/** So much of each kind goes on the page. */
const MOST = { improve: 3, kept: 3, could: 2, truth: 1, talk: 2, reasons: 2 };

/** Standings with why, the gravest to improve, what was kept, the ending and what would have changed it; room to write. */
export function DebriefSheet({ report }: { readonly report: DebriefReport }) {
  const desk = useDesk();
  const [t, of] = [desk.sheet, desk.debrief];
  const cases = casesOf(report.findings);
  const improve = cases.filter((one) => one.improve);
  const kept = cases.filter((one) => !one.improve);
  const { ending } = report;
  return (
    <article className={styles.sheet} data-part="sheet" aria-labelledby="sheet">
      <header className={styles.head}>
        <h2 id="sheet">{t.title}</h2>
        <p>
          <Theirs words={report.scenario.title} /> · <Theirs words={report.seat.callsign} /> ·{' '}
          <Theirs words={report.pack.title} /> · {mmss(report.endedAt)}
        </p>
      </header>
      <div className={styles.axes}>
        {AXES.map((axis) => {
          const { standing, kept: held, due } = report.ruling.axes[axis];
          const why = report.why?.[axis];
          return (
            <section key={axis} aria-label={desk.axes[axis]}>
              <h3>{desk.axes[axis]}</h3>
              <p className={styles.standing}>
                <Icon name={standing} size={18} /> {desk.standings[standing]}
              </p>
              <p className={styles.quiet}>
                {of.kept(held, due)}
                {why === undefined || due === 0 ? '' : `: ${counted(desk, why)}`}
              </p>
              {(why?.because ?? []).slice(0, MOST.reasons).map((one) => (
                <p key={one.question}>
                  <b>{questionOf(desk, one)}</b> <Theirs words={one.titles[0] ?? ''} />
                </p>
              ))}
              <ul>
                {report.objectives
                  .filter((aim) => aim.axis === axis)
                  .map((aim) => (
                    <li key={aim.id}>
                      <b>{aimWord(desk, aim)}:</b> <Theirs words={aim.text} />
                    </li>
                  ))}
              </ul>
            </section>
          );
        })}
      </div>
      <div className={styles.columns}>
        <section>
          <h3>{t.improve}</h3>
          {improve.length === 0 ? (
            <p>{(ending.turn?.did ?? '') === '' ? of.improveNone : of.improveTurn}</p>
          ) : null}
          <ol>
            {improve.slice(0, MOST.improve).map(({ key, head: { finding } }) => (
              <li key={key}>
                <b>
                  {mmss(finding.at)} <Theirs words={finding.title} />
                </b>{' '}
                <Theirs words={finding.because} />
              </li>
            ))}
          </ol>
          {improve.length > MOST.improve ? (
            <p className={styles.quiet}>{t.more(improve.length - MOST.improve)}</p>
          ) : null}
          <h3>{t.kept}</h3>
          <ul>
            {kept.slice(0, MOST.kept).map(({ key, head: { finding } }) => (
              <li key={key}>
                {mmss(finding.at)} <Theirs words={finding.title} />
              </li>
            ))}
          </ul>
          {kept.length > MOST.kept ? <p className={styles.quiet}>{t.more(kept.length - MOST.kept)}</p> : null}
        </section>
        <section>
          <h3>{of.ending}</h3>
          <p>
            <b>{ending.title === '' ? desk.play.stopped : <Theirs words={ending.title} />}.</b>{' '}
            <Theirs words={ending.text} />
          </p>
          {ending.turn ? (
            <p>
              <b>{of.turn}:</b> <Theirs words={ending.turn.did} /> <Theirs words={ending.turn.text} />
            </p>
          ) : null}
          {report.truth.slice(0, MOST.truth).map((one) => (
            <p key={one.label}>
              <b>
                <Theirs words={one.label} />:
              </b>{' '}
              <Theirs words={one.value} />
            </p>
          ))}
          {report.couldHaveKnown.length === 0 ? null : <h3>{of.could}</h3>}
          <ul>
            {surest(report.couldHaveKnown).map((one) => (
              <li key={one.fact}>
                <Theirs words={one.label} />: <Theirs words={valueWords(desk, one.fact, one.value)} />.{' '}
                <Theirs words={one.by} /> <Theirs words={one.andThen ?? ''} />
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section className={styles.write}>
        {(report.hotWash ?? []).length === 0 ? null : (
          <>
            <h3>{t.talk}</h3>
            <ul>
              {(report.hotWash ?? []).slice(0, MOST.talk).map((question) => (
                <li key={question}>
                  <Theirs words={question} />
                </li>
              ))}
            </ul>
          </>
        )}
        <p className={styles.line}>{t.next}</p>
        <p className={styles.line}>{t.name}</p>
        <p className={styles.quiet}>
          <Theirs words={report.pack.review} />
        </p>
      </section>
    </article>
  );
}

/** Who the men were first, if that is among it; then as they stand. */
function surest(items: DebriefReport['couldHaveKnown']): DebriefReport['couldHaveKnown'] {
  const who = items.filter(({ fact }) => fact === 'identity');
  return [...who, ...items.filter((one) => !who.includes(one))].slice(0, MOST.could);
}
