/** What the signs mean, in a corner of the sand table; can be folded away. */
import { useState } from 'react';
import type { SeenToken } from '#exercise/view.ts';
import styles from './sand-table.module.css';
import type { Ring } from './sides.ts';
import { TokenSign } from './token-sign.tsx';
import { useDesk } from './words.ts';

const SIGNS: readonly (readonly [Ring, SeenToken['kind']])[] = [
  ['local', 'person'],
  ['unknown', 'person'],
  ['says', 'person'],
  ['confirmed', 'person'],
  ['refuted', 'person'],
  ['public', 'group'],
  ['medical', 'person'],
];

/** Where a legend covers little of the table. */
const ROOMY = '(min-width: 1200px) and (min-height: 700px)';

/** Open at first where there is room for it; drawn and told alike. */
export function Legend() {
  const { play, ground } = useDesk();
  const [isOpen] = useState(() => matchMedia(ROOMY).matches);
  return (
    <details className={styles.legend} data-clear="" open={isOpen}>
      <summary>{ground.legend}</summary>
      <ul aria-label={ground.legend}>
        {SIGNS.map(([ring, kind]) => (
          <li key={ring}>
            <TokenSign kind={kind} ring={ring} />
            {play.rings[ring]}
          </li>
        ))}
      </ul>
    </details>
  );
}
