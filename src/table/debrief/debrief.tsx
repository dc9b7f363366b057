/** The debrief: say why, then what it was worth on three axes, why, and what else was possible. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { DeskTexts } from '#table/words/en/desk.ts';
import { day } from '#table/words/format.ts';
import { Display } from '../preferences/display.tsx';
import type { DebriefProps } from '../props/screen-props.ts';
import { AuthorityList } from '../ui/authorities.tsx';
import { CoachingMark } from '../ui/coaching-mark.tsx';
import { Button, Notices } from '../ui/controls.tsx';
import { Fold } from '../ui/fold.tsx';
import { Icon } from '../ui/icons.tsx';
import { PaperFoot } from '../ui/paper-foot.tsx';
import { ReportPage } from '../ui/report-page.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import { endingWords } from '../words/ending-words.ts';
import { quotedWords } from '../words/shown-words.ts';
import { BranchTree } from './branch-tree.tsx';
import { authoritiesOf } from './cases.ts';
import { Contents } from './contents.tsx';
import { CouldHaveKnown } from './could-have-known.tsx';
import styles from './debrief.module.css';
import { DebriefSheet } from './debrief-sheet.tsx';
import { Findings } from './findings.tsx';
import { HotWash } from './hot-wash.tsx';
import { Ladder } from './ladder.tsx';
import { NextTimeProposals } from './next-time.tsx';
import { Replay, type ReplayHandle } from './replay.tsx';
import { SayWhy } from './say-why.tsx';
import { Standings } from './standings.tsx';
import { Strip } from './strip.tsx';
import { Timeline } from './timeline.tsx';

/** Until reasons were given or declined nothing that judges is drawn, not even hidden. */
export function Debrief(props: DebriefProps) {
  const desk = useDesk();
  const t = desk.debrief;
  const { report, shown } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [onePage, setOnePage] = useState(false);
  const { tape } = props;
  const replay = useRef<ReplayHandle>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    // The button that was pressed is gone: reading goes on from the top.
    if (shown && !before.current) {
      title.current?.focus();
      scrollTo(0, 0);
    }
    before.current = shown;
  }, [shown]);
  return (
    <ReportPage
      part="debrief"
      title={t.title}
      heading={title}
      about={
        <>
          <Theirs words={report.scenario.title} /> · <Theirs words={report.seat.callsign} /> ·{' '}
          {mmss(report.endedAt)}
          {props.attempt === undefined ? null : (
            <>
              {' · '}
              <b data-part="attempt">{t.attempt(props.attempt)}</b>
            </>
          )}
        </>
      }
      ways={
        <>
          <Display language={props.language} />
          <Button small onPress={props.onHome}>
            <Icon name="home" size={16} />
            <span>{t.home}</span>
          </Button>
          {shown && props.onCompare ? (
            <Button small onPress={props.onCompare}>
              {t.compare}
            </Button>
          ) : null}
          {shown ? (
            <Button small data-part="one-page" onPress={() => setOnePage(!onePage)}>
              {onePage ? t.wholeDebrief : t.onePage}
            </Button>
          ) : null}
          {shown ? (
            <Button small onPress={() => print()}>
              <Icon name="print" size={16} />
              <span>{t.print}</span>
            </Button>
          ) : null}
          <Button small data-part="export" onPress={props.onExport}>
            <Icon name="export" size={16} />
            <span>{t.export}</span>
          </Button>
        </>
      }
    >
      {report.level === 'coaching' ? <CoachingMark why /> : null}
      <Notices notices={props.notices} />
      {shown && onePage ? (
        <DebriefSheet report={report} />
      ) : shown ? (
        <Whole
          {...props}
          chosen={chosen}
          onChoose={setChosen}
          replay={replay}
          onMoment={tape === undefined ? undefined : (at) => replay.current?.show(at)}
        />
      ) : (
        <div className={styles.before}>
          <SayWhy {...props} />
          <Ending report={report} shown={false} />
        </div>
      )}
      {shown ? <p className={styles.dim}>{t.seed(report.seed)}</p> : null}
      {shown ? <PaperFoot words={paperOf(report, desk)} /> : null}
    </ReportPage>
  );
}

/** All of it, once it is shown: what weighs most first, the rest folded or further down. */
function Whole(
  props: DebriefProps & {
    readonly chosen: string | null;
    readonly onChoose: (key: string) => void;
    readonly replay: RefObject<ReplayHandle | null>;
    readonly onMoment: ((at: number) => void) | undefined;
  },
) {
  const desk = useDesk();
  const t = desk.contents;
  const { report, chosen, onChoose, tape, branches = [] } = props;
  return (
    <>
      <Law report={report} />
      <Contents
        parts={[
          ['standings', t.standings],
          ['findings', t.findings],
          ...(props.onNextTime ? [['next-time', desk.nextTime.title] as const] : []),
          tape === undefined ? (['timeline', desk.debrief.timeline] as const) : ['replay', t.replay],
          ['could', t.could],
          ['ladder', t.ladder],
          ['why', t.why],
        ]}
      />
      <Standings report={report} />
      <Strip report={report} chosen={chosen} onChoose={onChoose} />
      <div className={styles.columns}>
        <Findings
          findings={report.findings}
          hasTurn={(report.ending.turn?.did ?? '') !== ''}
          chosen={chosen}
          onChoose={onChoose}
          onTryAgain={props.onTryAgain}
          marks={props.marks}
          onMark={props.onMark}
          {...(props.onMoment === undefined ? {} : { onMoment: props.onMoment })}
        />
        <div className={styles.side}>
          {props.onNextTime ? (
            <NextTimeProposals
              findings={report.findings}
              items={props.nextTime ?? []}
              onItems={props.onNextTime}
            />
          ) : null}
          <Ending report={report} shown onTryAgain={props.onTryAgain} />
          {branches.length > 1 ? <BranchTree branches={branches} onBranch={props.onBranch} /> : null}
        </div>
      </div>
      {tape === undefined ? (
        <Timeline report={report} chosen={chosen} onChoose={onChoose} />
      ) : (
        <Replay
          ref={props.replay}
          report={report}
          tape={tape}
          map={props.map ?? null}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
      <div className={styles.knowing}>
        <CouldHaveKnown items={report.couldHaveKnown} sooner={report.sooner} />
        <Ladder ladder={report.ladder} told={report.told} />
      </div>
      <HotWash questions={report.hotWash ?? []} />
      <SayWhy {...props} />
      <AuthorityList of={authoritiesOf(report.findings)} />
    </>
  );
}

function Law({ report }: Pick<DebriefProps, 'report'>) {
  const t = useDesk().debrief;
  return (
    <p className={styles.law}>
      <b>
        {t.under(
          quotedWords(report.pack.title),
          day(report.pack.asOf, document.documentElement.lang || 'en'),
        )}
        .
      </b>{' '}
      <Theirs words={report.pack.review} />
    </p>
  );
}

/** Scenario, law, day and review state. */
function paperOf({ scenario, pack, level }: DebriefProps['report'], desk: DeskTexts): readonly string[] {
  const law = desk.debrief.under(
    quotedWords(pack.title),
    day(pack.asOf, document.documentElement.lang || 'en'),
  );
  return [
    ...(level === 'coaching' ? [desk.coaching.mark] : []),
    quotedWords(scenario.title),
    law,
    quotedWords(pack.review),
  ];
}

/** What happened; what was so underneath is told only once the reasons are in. */
function Ending(props: Pick<DebriefProps, 'report' | 'shown'> & Partial<Pick<DebriefProps, 'onTryAgain'>>) {
  const { report, shown, onTryAgain } = props;
  const desk = useDesk();
  const t = desk.debrief;
  const ends = endingWords(desk.play, report.ending);
  const truth = report.truth.flatMap((one) => {
    const words = desk.truths[one.label];
    const value = words?.values[one.value];
    if (words) return value === undefined ? [] : [{ label: words.label, value }];
    // A bare name is the author's own shorthand and tells a reader nothing.
    return /^[a-z0-9 ]+$/.test(one.label) ? [] : [one];
  });
  return (
    <section className={styles.box} aria-labelledby="ending">
      <h2 id="ending">{t.ending}</h2>
      <p>
        <b>
          <Theirs words={ends.title} />
        </b>{' '}
        <span className={styles.dim}>{t.endedAt(mmss(report.endedAt))}</span>
      </p>
      <p className={styles.text}>
        <Theirs words={ends.text} />
      </p>
      {shown && report.ending.turn ? <Turn of={report.ending.turn} onTryAgain={onTryAgain} /> : null}
      {shown && truth.length > 0 ? (
        <>
          <h3 className={styles.small}>{t.truth}</h3>
          <Truth of={truth.slice(0, TRUTHS)} />
          {truth.length > TRUTHS ? (
            <Fold small label={desk.contents.moreTruth}>
              <Truth of={truth.slice(TRUTHS)} />
            </Fold>
          ) : null}
        </>
      ) : null}
    </section>
  );
}

/** What would have changed a bad ending, and the way back to it. */
function Turn(props: {
  readonly of: NonNullable<DebriefProps['report']['ending']['turn']>;
  readonly onTryAgain: DebriefProps['onTryAgain'] | undefined;
}) {
  const t = useDesk().debrief;
  const { of, onTryAgain } = props;
  const { retry } = of;
  return (
    <div className={styles.turn} data-part="turn">
      <h3 className={styles.small}>{t.turn}</h3>
      {of.did === '' ? null : (
        <p id="turn-act">
          <b>
            <Theirs words={of.did} />
          </b>{' '}
          <span className={styles.dim}>{t.turnOpen(mmss(of.at))}</span>
        </p>
      )}
      <p className={styles.text}>
        <Theirs words={of.text} />
      </p>
      {retry === null || onTryAgain === undefined ? null : (
        <p data-print="no">
          <Button small aria-describedby="turn-act" onPress={() => onTryAgain(retry)}>
            <Icon name="again" size={16} />
            {t.again}
          </Button>
        </p>
      )}
    </div>
  );
}

/** As many truths as a reader takes in beside the findings; the others are folded. */
const TRUTHS = 4;

function Truth({ of }: { readonly of: DebriefProps['report']['truth'] }) {
  return (
    <dl className={styles.truth}>
      {of.map((one) => (
        <div key={one.label}>
          <dt>
            <Theirs words={one.label} />
          </dt>
          <dd>
            <Theirs words={one.value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
