/** A run and its retries as a tree: nested lists with lines, each run a way to open it. */

import type { BranchNode } from '../props/screen-props.ts';
import { Button } from '../ui/controls.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import styles from './branch-tree.module.css';

/** Children stand under the run they share their beginning with, by the moment they part; runs whose parent is not in the list stand first. */
export function BranchTree(props: {
  readonly branches: readonly BranchNode[];
  readonly onBranch: ((run: string) => void) | undefined;
}) {
  const t = useDesk().debrief;
  const known = new Set(props.branches.map((one) => one.run));
  const roots = props.branches.filter((one) => one.parent === null || !known.has(one.parent));
  return (
    <section className={styles.box} aria-labelledby="branches" data-part="branches">
      <h2 id="branches">{t.branches}</h2>
      <p className={styles.note}>{t.branchesNote}</p>
      <Runs {...props} of={roots} isTop />
    </section>
  );
}

function Runs({
  of,
  isTop = false,
  ...props
}: Parameters<typeof BranchTree>[0] & { readonly of: readonly BranchNode[]; readonly isTop?: boolean }) {
  const t = useDesk().debrief;
  if (of.length === 0) return null;
  const { onBranch } = props;
  return (
    <ul className={isTop ? styles.top : styles.runs}>
      {[...of]
        .sort((a, b) => a.at - b.at)
        .map((node) => (
          <li key={node.run} aria-current={node.current ? 'true' : undefined}>
            <div className={styles.node}>
              <p id={`branch-${node.run}`}>
                {node.parent === null ? null : (
                  <span className={styles.parts}>{t.branchAt(mmss(node.at))} </span>
                )}
                <b>
                  <Theirs words={node.label} />
                </b>
              </p>
              <p className={styles.ending}>
                {node.ending === null ? t.branchOpen : <Theirs words={node.ending} />}
                {node.current ? <span className={styles.here}>{t.branchHere}</span> : null}
                {node.current || onBranch === undefined ? null : (
                  <Button
                    small
                    weight="quiet"
                    aria-describedby={`branch-${node.run}`}
                    onPress={() => onBranch(node.run)}
                  >
                    {node.ending === null ? t.branchResume : t.branchRead}
                  </Button>
                )}
              </p>
            </div>
            <Runs {...props} of={props.branches.filter((one) => one.parent === node.run)} />
          </li>
        ))}
    </ul>
  );
}
