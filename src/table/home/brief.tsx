/** The brief: who you are, what is known, what you can do, how it is judged; settings folded away; one big Start. */
import { AXES } from '#law/trace.ts';
import { day } from '#table/words/format.ts';
import { PageHead } from '../preferences/page-head.tsx';
import type { BriefProps } from '../props/screen-props.ts';
import { Button, Notices } from '../ui/controls.tsx';
import { Fold } from '../ui/fold.tsx';
import page from '../ui/page.module.css';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import styles from './brief.module.css';
import { Settings } from './settings.tsx';

/** Everything a trainee needs before STARTEX; Start is in sight without reading to the end. */
export function Brief(props: BriefProps) {
  const desk = useDesk();
  const t = desk.brief;
  const { scenario, settings } = props;
  return (
    <div className={page.page}>
      <PageHead language={props.language} back={{ label: t.back, onPress: props.onHome }} />
      <main className={page.wide}>
        <div className={styles.top}>
          <h1 className={page.title}>
            <Theirs words={scenario.title} />
          </h1>
          <p className={page.dim}>
            {t.date(day(scenario.asOf, settings.lang), scenario.startsAt.slice(0, 5))} ·{' '}
            {t.minutes(scenario.minutes)}
          </p>
        </div>
        <Notices notices={props.notices} />
        <div className={styles.columns}>
          <div className={styles.column}>
            <div className={styles.call}>
              <section aria-labelledby="you">
                <h2 id="you" className={styles.small}>
                  {t.you}
                </h2>
                <p className={styles.role}>
                  <b>
                    <Theirs words={scenario.callsign} />
                  </b>
                </p>
                <p className={styles.text}>
                  <Theirs words={scenario.role} />
                </p>
              </section>
              <section aria-labelledby="situation">
                <h2 id="situation" className={styles.small}>
                  {t.situation}
                </h2>
                <p className={page.lead}>
                  <Theirs words={scenario.situation} />
                </p>
              </section>
            </div>
            <div className={styles.more}>
              <Lines
                id="can"
                title={t.can}
                lines={settings.level === 'uncued' ? [t.canUncued, ...t.canText.slice(1)] : t.canText}
              />
              <section aria-labelledby="judged" className={page.card}>
                <h2 id="judged" className={styles.small}>
                  {t.judged}
                </h2>
                <dl className={styles.axes}>
                  {AXES.map((axis) => (
                    <div key={axis} data-axis={axis}>
                      <dt>{desk.axes[axis]}</dt>
                      <dd>{desk.axisAsks[axis]}</dd>
                    </div>
                  ))}
                </dl>
                <p className={page.dim}>{t.judgedText}</p>
              </section>
            </div>
          </div>
          <div className={styles.column}>
            <div className={styles.go}>
              <Button weight="primary" data-part="start" onPress={props.onStart}>
                {t.start}
              </Button>
              {scenario.note === '' ? null : (
                <p className={styles.note}>
                  <b>{t.note}.</b> <Theirs words={scenario.note} />
                </p>
              )}
              {scenario.detail ? (
                <Fold label={t.noteDetail} small>
                  <p className={styles.note}>
                    <Theirs words={scenario.detail} />
                  </p>
                </Fold>
              ) : null}
            </div>
            <div className={styles.side}>
              <Settings settings={settings} packs={props.packs} onSettings={props.onSettings} />
            </div>
          </div>
        </div>
      </main>
    </div>
  );
}

function Lines(props: { readonly id: string; readonly title: string; readonly lines: readonly string[] }) {
  if (props.lines.length === 0) return null;
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id} className={styles.small}>
        {props.title}
      </h2>
      <ul className={styles.list}>
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
