/** Home: what this is, the scenarios, the runs kept on this machine. */
import { FileTrigger } from 'react-aria-components';
import { GuideDoor } from '#table/ui/guide-door.tsx';
import { useTexts } from '#table/words/texts.ts';
import { PageHead } from '../preferences/page-head.tsx';
import type { HomeProps, RunCard } from '../props/screen-props.ts';
import { Button, ConfirmButton, Notices } from '../ui/controls.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { NextTimeList } from '../ui/next-time-list.tsx';
import page from '../ui/page.module.css';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import styles from './home.module.css';
import { HomeGround } from './home-ground.tsx';

/** The first screen: one link per scenario by its title, then the runs, newest first as handed in. */
export function Home(props: HomeProps) {
  const desk = useDesk();
  const t = desk.home;
  const words = useTexts().storage;
  return (
    <div className={page.page}>
      <PageHead language={props.language} />
      <main className={page.wide}>
        <Notices notices={props.notices} />
        <div className={styles.hero}>
          <div className={styles.claim}>
            <p className={styles.kicker}>{t.kicker}</p>
            <h1 className={styles.title}>{t.claim}</h1>
            <p className={page.lead}>{t.lead}</p>
          </div>
          <HomeGround />
        </div>
        <section aria-labelledby="scenarios" data-part="scenarios" className={styles.part}>
          <h2 id="scenarios" className={page.head}>
            {t.scenarios}
          </h2>
          <ul className={styles.scenarios}>
            {props.scenarios.map((scenario) => (
              <li key={scenario.id} className={styles.scenario}>
                <h3>
                  <a href={props.addressOf(scenario.id)}>
                    <Theirs words={scenario.title} />
                  </a>
                </h3>
                <p className={page.dim}>
                  <Theirs words={scenario.callsign} /> · {t.minutes(scenario.minutes)}
                </p>
                <p className={styles.situation}>{scenario.situation}</p>
                <p className={page.dim}>{scenario.role}</p>
                {/* The card is one link by its title; this shows where to press. */}
                <span className={styles.take} aria-hidden="true">
                  {t.take}
                  <Icon name="on" size={18} />
                </span>
              </li>
            ))}
          </ul>
        </section>
        <ol className={styles.steps} aria-label={t.stepsTitle}>
          {t.steps.map(([name, text], i) => (
            <li key={name}>
              <Icon name={STEP_ICONS[i] ?? 'note'} size={22} />
              <h3>{name}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
        <NextTimeList items={props.nextTime ?? []} onItems={props.onNextTime} />
        <section aria-labelledby="runs" className={styles.part}>
          <div className={styles.runsHead}>
            <h2 id="runs" className={page.head}>
              {t.runs}
            </h2>
            <span className={styles.import}>
              <FileTrigger
                acceptedFileTypes={['.json', 'application/json']}
                onSelect={(files) => {
                  const file = files?.[0];
                  if (file) props.onImport(file);
                }}
              >
                <Button small aria-describedby="import-note">
                  <Icon name="open" size={16} />
                  {t.import}
                </Button>
              </FileTrigger>
              <span id="import-note" className={page.dim}>
                {t.importNote}
              </span>
            </span>
          </div>
          <ImportNow {...props} />
          {props.runs.length === 0 ? <p className={page.dim}>{t.noRuns}</p> : null}
          <ul className={styles.runs}>
            {props.runs.map((run) => (
              <Run key={run.id} run={run} {...props} />
            ))}
          </ul>
          {props.runs.length === 0 || props.onExportAll === undefined ? null : (
            <p className={styles.all}>
              <Button small data-part="export-all" aria-describedby="export-note" onPress={props.onExportAll}>
                <Icon name="export" size={16} />
                {words.allRuns}
              </Button>
              <span id="export-note" className={page.dim}>
                {words.allRunsNote}
              </span>
            </p>
          )}
        </section>
        <GuideDoor />
        <p className={page.dim}>{t.training}</p>
      </main>
    </div>
  );
}

/** A file that is being read: how far that is, and the way out. */
function ImportNow({ reading, onCancelImport }: HomeProps) {
  const { reading: t } = useTexts().storage;
  if (reading === undefined || reading === null) return null;
  return (
    <div className={styles.reading} data-part="reading">
      <p role="status">
        <b>
          <bdi>{t.title(reading.name)}</bdi>
        </b>{' '}
        <span className={page.dim}>{t.text}</span>
      </p>
      <progress aria-label={t.share} value={reading.share} max={1} />
      <Button small onPress={() => onCancelImport?.()}>
        {t.cancel}
      </Button>
    </div>
  );
}

/** Of the three steps, in their order. */
const STEP_ICONS: readonly IconName[] = ['note', 'radio', 'law'];

function Run({ run, ...props }: { readonly run: RunCard } & HomeProps) {
  const t = useDesk().home;
  const id = `run-${run.id}`;
  // A session was named in the language it was begun in; here it is named as its scenario is above. One of an earlier version keeps its name.
  const listed = run.asListed ? props.scenarios.find((one) => one.id === run.scenario) : undefined;
  const title = listed?.title ?? run.title;
  const about =
    run.state === 'damaged'
      ? t.damaged
      : run.state === 'ended'
        ? t.ended(mmss(run.at))
        : run.state === 'stuck'
          ? t.stuck(mmss(run.at))
          : t.reached(mmss(run.at));
  return (
    <li className={styles.run}>
      <div id={id} className={styles.about}>
        <h3>
          <Theirs words={title} />
        </h3>
        <p className={page.dim}>
          {run.attempt === undefined ? null : (
            <>
              <b data-part="attempt">{t.attempt(run.attempt)}</b> ·{' '}
            </>
          )}
          {about} · <time dateTime={new Date(run.touched).toISOString()}>{day(run.touched)}</time>
        </p>
      </div>
      <div className={page.row}>
        {run.state === 'running' ? (
          <Button small weight="primary" aria-describedby={id} onPress={() => props.onResume(run.id)}>
            {t.resume}
          </Button>
        ) : (
          <Button small aria-describedby={id} onPress={() => props.onDebrief(run.id)}>
            {run.state === 'ended' ? t.debrief : t.look}
          </Button>
        )}
        <ConfirmButton
          label={t.forget}
          describedBy={id}
          title={t.forgetAsk}
          text={t.forgetText(title)}
          yes={t.forget}
          no={t.keep}
          onYes={() => props.onForget(run.id)}
        />
      </div>
    </li>
  );
}

/** The day and minute in the reader's own way of writing them. */
function day(ms: number): string {
  return new Date(ms).toLocaleString(document.documentElement.lang || [], {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}
