/** The findings, each a sentence with its verdict, its reason, its authorities, and a way to try again. */
import { useId, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { FindingInContext } from '#debrief/report.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { desk } from '#table/texts/en/desk.ts';
import { Authorities } from './authorities.tsx';
import { cx } from './class-names.ts';
import controls from './controls.module.css';
import { Button } from './controls.tsx';
import { mmss } from './durations.ts';
import styles from './findings.module.css';
import { Icon } from './icons.tsx';
import { toImprove, toneOf, verdictIcon, verdictWord } from './verdicts.ts';

const t = desk.debrief;

/** In the order of the report: what to improve, gravest first, then what was kept. One axis alone can be asked for. */
export function Findings(props: {
  readonly findings: readonly FindingInContext[];
  readonly onTryAgain: (seq: number) => void;
}) {
  const [axis, setAxis] = useState<Axis | 'all'>('all');
  const those = props.findings.filter(({ finding }) => axis === 'all' || finding.axis === axis);
  const improve = those.filter(({ finding }) => toImprove(finding));
  const held = those.filter(({ finding }) => !toImprove(finding));
  return (
    <section className={styles.findings} aria-labelledby="findings">
      <div className={styles.head}>
        <h2 id="findings">
          {t.findings} <span>{t.count(those.length, improve.length)}</span>
        </h2>
        <ToggleButtonGroup
          aria-label={t.filter}
          data-print="no"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[axis]}
          onSelectionChange={(keys) => setAxis(AXES.find((one) => keys.has(one)) ?? 'all')}
          className={cx(controls.row)}
        >
          <ToggleButton id="all" className={cx(controls.button, controls.small)}>
            {t.all}
          </ToggleButton>
          {AXES.map((one) => (
            <ToggleButton key={one} id={one} className={cx(controls.button, controls.small)}>
              {desk.axes[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      <h3>{t.improve}</h3>
      {improve.length === 0 ? <p className={styles.none}>{t.improveNone}</p> : null}
      <List of={improve} onTryAgain={props.onTryAgain} />
      {held.length === 0 ? null : <h3>{t.held}</h3>}
      <List of={held} onTryAgain={props.onTryAgain} />
    </section>
  );
}

function List(props: {
  readonly of: readonly FindingInContext[];
  readonly onTryAgain: (seq: number) => void;
}) {
  return (
    <ol className={styles.list}>
      {props.of.map((one) => (
        <li key={`${one.finding.at} ${one.finding.seq} ${one.finding.axis} ${one.finding.rule}`}>
          <One {...one} onTryAgain={props.onTryAgain} />
        </li>
      ))}
    </ol>
  );
}

function One({
  finding,
  did,
  saidWhy,
  knew,
  authorities,
  retry,
  onTryAgain,
}: FindingInContext & {
  readonly onTryAgain: (seq: number) => void;
}) {
  const id = useId();
  const { on } = finding;
  return (
    <article className={styles.finding} data-tone={toneOf(finding)} aria-labelledby={id}>
      <time>{mmss(finding.at)}</time>
      <p className={styles.verdict}>
        <span>
          <Icon name={verdictIcon(finding)} size={16} />
          {verdictWord(finding)}
        </span>
        <span data-axis={finding.axis} className={styles.axis}>
          {desk.axes[finding.axis]}
        </span>
      </p>
      <div className={styles.body}>
        <h4 id={id}>{finding.title}</h4>
        {did === '' ? null : (
          <p className={styles.quiet}>
            {t.youDid} {did}
          </p>
        )}
        {saidWhy === null ? null : (
          <p className={styles.quiet}>
            {t.youSaid} “{saidWhy}”
          </p>
        )}
        <p>
          <b>{t.because}:</b> {finding.because}
        </p>
        {'duty' in on ? (
          <p className={styles.quiet}>
            {t.duty(mmss(on.opened), mmss(on.due))}
            {on.outcome !== 'met' && on.chance !== null ? ` ${t.chance(mmss(on.chance))}` : ''}
          </p>
        ) : null}
        {knew.length === 0 ? null : (
          <p className={styles.quiet}>
            {t.youKnew}: {knew.join('; ')}.
          </p>
        )}
        {finding.counts ? null : <p className={styles.quiet}>{t.counts}</p>}
        <Authorities of={authorities} />
        {retry === null ? null : (
          <p>
            <Button small aria-describedby={id} onPress={() => onTryAgain(retry.seq)}>
              <Icon name="again" size={16} />
              {t.again}
            </Button>
          </p>
        )}
      </div>
    </article>
  );
}
