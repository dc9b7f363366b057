/** The parts of the debrief: standings of each kind, findings of each tone, strip, timeline, who knew what, retries, lists. */
import { useState } from 'react';
import { type Mark, withMark } from '#exercise/marks.ts';
import type { PartsTexts } from '#table/words/en/parts.ts';
import { BranchTree } from '../debrief/branch-tree.tsx';
import { CouldHaveKnown } from '../debrief/could-have-known.tsx';
import { Findings } from '../debrief/findings.tsx';
import { Ladder } from '../debrief/ladder.tsx';
import { NextTimeProposals } from '../debrief/next-time.tsx';
import { Standings } from '../debrief/standings.tsx';
import { Strip } from '../debrief/strip.tsx';
import { Timeline } from '../debrief/timeline.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { Group, Part } from './part.tsx';
import styles from './parts.module.css';
import { sampleReport } from './parts-samples.ts';

/** In the order of the screen. */
export function DebriefParts({ t }: { readonly t: PartsTexts }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [items, setItems] = useState<readonly string[]>([t.say.camera]);
  const [now, setNow] = useState(3);
  const [marks, setMarks] = useState<readonly Mark[]>([
    { seq: 2, axis: 'constitutional', rule: 'sample/1', says: 'disagree', why: t.say.reason },
  ]);
  const report = sampleReport(t.say, ['grave', 'gaps', 'sound']);
  const jump = (at: number) => setNow(report.timeline.findLastIndex((moment) => moment.at <= at));
  return (
    <>
      <Group name={t.standings}>
        <Part wide>
          <Standings report={report} />
        </Part>
        <Part name={t.standings} wide still>
          <Standings report={sampleReport(t.say, ['unsound', 'not-exercised', 'sound'])} />
        </Part>
      </Group>
      <Group name={t.strip}>
        <Part wide>
          <Strip report={report} chosen={chosen} onChoose={setChosen} />
        </Part>
      </Group>
      <Group name={t.findings}>
        <Part wide>
          <Findings
            findings={report.findings}
            chosen={chosen}
            onChoose={setChosen}
            onTryAgain={nothing}
            onMoment={jump}
            marks={marks}
            onMark={(mark) => setMarks((before) => withMark(before, mark))}
          />
        </Part>
        <Part name={t.empty} wide still>
          <Findings findings={[]} chosen={null} onChoose={nothing} onTryAgain={nothing} />
        </Part>
      </Group>
      <Group name={t.replay}>
        <Part wide>
          <Timeline report={report} chosen={chosen} onChoose={setChosen} now={now} onMoment={jump} />
        </Part>
      </Group>
      <Group name={t.knowing}>
        <Part>
          <Ladder ladder={report.ladder} />
        </Part>
        <Part name={t.knowing}>
          <CouldHaveKnown items={report.couldHaveKnown} sooner={report.sooner} />
        </Part>
        <Part name={t.empty} still>
          <Ladder ladder={{ seats: [], rows: [] }} />
        </Part>
        <Part name={t.empty} still>
          <CouldHaveKnown items={[]} />
        </Part>
      </Group>
      <Group name={t.tree}>
        <Part>
          <BranchTree
            branches={[
              {
                run: 'a',
                parent: null,
                at: 0,
                label: t.say.ask,
                ending: t.say.ending,
                current: false,
              },
              {
                run: 'b',
                parent: 'a',
                at: 232_000,
                label: t.say.supervisor,
                ending: t.say.ending,
                current: true,
              },
              { run: 'c', parent: 'b', at: 544_000, label: t.say.medic, ending: null, current: false },
            ]}
            onBranch={nothing}
          />
        </Part>
        <Part name={t.tree}>
          <NextTimeProposals findings={report.findings} items={items} onItems={setItems} />
        </Part>
      </Group>
      <Group name={t.trouble}>
        <Part wide still>
          <div className={styles.box}>
            <Trouble
              title={t.dialogTitle}
              text={t.dialogText}
              ways={[
                { label: t.no, onPress: nothing },
                { label: t.yes, onPress: nothing },
              ]}
              details={t.say.typed}
            />
          </div>
        </Part>
      </Group>
    </>
  );
}

function nothing(): void {}
