/** An instructor's mark on each finding of a card, beside what the machine found (SPEC DB18). Loaded when the fold is opened. */
import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import type { FindingInContext } from '#debrief/report.ts';
import { MARKS, type Mark, markOf } from '#exercise/marks.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Button } from '../ui/controls.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import styles from './findings.module.css';

interface Props {
  readonly findings: readonly FindingInContext[];
  readonly marks: readonly Mark[];
  /** Without it marks are only shown. */
  readonly onMark: ((mark: Mark) => void) | undefined;
}

/** One form a finding; a mark needs its reason. A new mark takes the place of the one before. */
export default function Marks({ findings, marks, onMark }: Props) {
  return (
    <div className={styles.marks}>
      {findings.map(({ finding }) => (
        <MarkOne
          key={`${finding.seq} ${finding.axis} ${finding.rule}`}
          finding={finding}
          mark={markOf(marks, finding)}
          onMark={onMark}
        />
      ))}
    </div>
  );
}

function MarkOne(props: {
  readonly finding: FindingInContext['finding'];
  readonly mark: Mark | undefined;
  readonly onMark: Props['onMark'];
}) {
  const desk = useDesk();
  const t = desk.marks;
  const { finding, mark, onMark } = props;
  const [why, setWhy] = useState('');
  const { seq, axis, rule } = finding;
  return (
    <div className={styles.reason}>
      <p>
        <b>{desk.axes[axis]}:</b>{' '}
        {mark === undefined ? (
          t.none
        ) : (
          <>
            {t.says[mark.says]}. <Theirs words={mark.why} />
          </>
        )}
      </p>
      {onMark === undefined ? null : (
        <div data-print="no">
          <TextField value={why} onChange={setWhy} maxLength={2000}>
            <Label className={cx(controls.label)}>{t.why}</Label>
            <TextArea className={cx(controls.area)} rows={2} />
          </TextField>
          <p className={styles.ways}>
            {MARKS.map((says) => (
              <Button
                key={says}
                small
                data-part={`mark-${says}`}
                isDisabled={why.trim() === ''}
                onPress={() => {
                  onMark({ seq, axis, rule, says, why: why.trim() });
                  setWhy('');
                }}
              >
                {t.says[says]}
              </Button>
            ))}
          </p>
        </div>
      )}
    </div>
  );
}
