/** The findings, one card an act or duty: what to improve first, the gravest three open, what was kept last (SPEC TB30). */
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { FindingInContext } from '#debrief/report.ts';
import type { Mark } from '#exercise/marks.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Fold } from '../ui/fold.tsx';
import { useDesk } from '../words/desk-words.ts';
import { CaseCard } from './case-card.tsx';
import { type Case, casesOf } from './cases.ts';
import styles from './findings.module.css';

/** How many of the cases to improve stand open at first. */
const OPEN = 3;

interface Props {
  readonly findings: readonly FindingInContext[];
  /** The key of the case that the strip or the timeline points at. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  readonly onTryAgain: ((seq: number) => void) | undefined;
  /** The ending names an act that would have changed it: then something is to improve even where no finding is against. */
  readonly hasTurn?: boolean;
  /** What an instructor said of findings, and the way to say it. */
  readonly marks?: readonly Mark[] | undefined;
  readonly onMark?: ((mark: Mark) => void) | undefined;
  /** Shows the run as it stood at a moment; without it no way there is drawn. */
  readonly onMoment?: (at: number) => void;
}

/** In the order of the report: gravest first, then by time; merits last. All but the gravest three are folded. One axis alone can be asked for. */
export function Findings(props: Props) {
  const desk = useDesk();
  const t = desk.debrief;
  const [axis, setAxis] = useState<Axis | 'all'>('all');
  const cases = casesOf(props.findings.filter(({ finding }) => axis === 'all' || finding.axis === axis));
  const improve = cases.filter((one) => one.improve);
  const held = cases.filter((one) => !one.improve);
  const [first, rest] = [improve.slice(0, OPEN), improve.slice(OPEN)];
  return (
    <section className={styles.findings} aria-labelledby="findings">
      <div className={styles.head}>
        <h2 id="findings">
          {t.findings} <span>{t.count(cases.length, improve.length)}</span>
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
      {improve.length === 0 ? (
        <p className={styles.none}>{props.hasTurn === true ? t.improveTurn : t.improveNone}</p>
      ) : null}
      <List {...props} of={first} open={OPEN} filter={axis} />
      {rest.length === 0 ? null : (
        <Fold label={desk.contents.moreToImprove(rest.length)} pointed={holds(rest, props.chosen)}>
          <List {...props} of={rest} open={0} filter={axis} />
        </Fold>
      )}
      {held.length === 0 ? null : (
        <Fold label={desk.contents.moreHeld(held.length)} pointed={holds(held, props.chosen)}>
          <List {...props} of={held} open={0} filter={axis} />
        </Fold>
      )}
    </section>
  );
}

function holds(cases: readonly Case[], key: string | null): boolean {
  return cases.some((one) => one.key === key);
}

function List(
  props: Props & { readonly of: readonly Case[]; readonly open: number; readonly filter: string },
) {
  return (
    <ol className={styles.list}>
      {props.of.map((one, i) => (
        <li key={`${props.filter} ${one.key}`}>
          <CaseCard
            of={one}
            open={i < props.open}
            chosen={props.chosen === one.key}
            onChoose={props.onChoose}
            onTryAgain={props.onTryAgain}
            onMoment={props.onMoment}
            marks={props.marks}
            onMark={props.onMark}
          />
        </li>
      ))}
    </ol>
  );
}
