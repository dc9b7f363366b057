/** What the signs in sight mean, in a corner of the sand table; can be folded away. */
import { useState } from 'react';
import type { SeatView, SeenToken } from '#exercise/view.ts';
import { menRing, type Ring, ringOf } from '../theme/sides.ts';
import { useDesk } from '../words/desk-words.ts';
import styles from './sand-table.module.css';
import { TokenSign } from './token-sign.tsx';

const SIGNS: readonly (readonly [Ring, SeenToken['kind']])[] = [
  ['local', 'person'],
  ['unknown', 'person'],
  ['says', 'person'],
  ['card', 'person'],
  ['confirmed', 'person'],
  ['refuted', 'person'],
  ['public', 'group'],
  ['medical', 'person'],
];

/** Where a legend covers little of the table. */
const ROOMY = '(min-width: 1200px) and (min-height: 700px)';

/**
 * Open at first where there is room for it; drawn and told alike. What nobody in sight is stays out of it: a sign for men who are not who
 * they say would tell the trainee that such men may come.
 */
export function Legend({ view }: { readonly view: Pick<SeatView, 'tokens' | 'known'> }) {
  const { play, ground } = useDesk();
  const [isOpen] = useState(() => matchMedia(ROOMY).matches);
  const men = menRing(view);
  const inSight = new Set(view.tokens.map((token) => ringOf(token, men)));
  if (inSight.size === 0) return null;
  return (
    <details className={styles.legend} data-clear="" open={isOpen}>
      <summary>{ground.legend}</summary>
      <ul aria-label={ground.legend}>
        {SIGNS.filter(([ring]) => inSight.has(ring)).map(([ring, kind]) => (
          <li key={ring}>
            <TokenSign kind={kind} ring={ring} />
            {play.rings[ring]}
          </li>
        ))}
      </ul>
    </details>
  );
}
