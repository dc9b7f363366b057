/** The sign of a token: a ring for a person, three heads for a group, a car, a thing; drawn by what the reader knows. */
import type { SeenToken } from '#exercise/view.ts';
import type { Ring } from '../theme/sides.ts';
import styles from './token-sign.module.css';

/** Always beside words that say the same; hidden from screen readers. `you` marks the reader. */
export function TokenSign(props: {
  readonly kind: SeenToken['kind'];
  readonly ring: Ring;
  readonly you?: boolean;
}) {
  return (
    <svg
      className={styles.sign}
      viewBox="0 0 36 36"
      width="32"
      height="32"
      data-ring={props.ring}
      aria-hidden="true"
    >
      {shape(props.kind, props.ring)}
      {props.you ? <circle cx="18" cy="18" r="16.500" className={styles.halo} /> : null}
    </svg>
  );
}

function shape(kind: SeenToken['kind'], ring: Ring) {
  const dashed = ring === 'says' || ring === 'card' ? { strokeDasharray: '5 3.500' } : {};
  if (kind === 'group') {
    return (
      <g className={ring === 'public' ? styles.full : styles.ring} {...dashed}>
        <circle cx="10" cy="21" r="5" />
        <circle cx="26" cy="21" r="5" />
        <circle cx="18" cy="13" r="5" />
      </g>
    );
  }
  if (kind === 'vehicle') {
    return (
      <g className={styles.ring} {...dashed}>
        <rect x="4" y="11" width="28" height="14" rx="4" />
        <path d="M23 11v14" />
      </g>
    );
  }
  if (kind === 'thing') return <rect x="11" y="11" width="14" height="14" rx="2" className={styles.ring} />;
  if (ring === 'public') return <circle cx="18" cy="18" r="7.500" className={styles.full} />;
  return (
    <>
      <circle cx="18" cy="18" r="11.500" className={styles.ring} {...dashed} />
      {inside(ring)}
    </>
  );
}

function inside(ring: Ring) {
  // A question mark as a stroke, so that it stays sharp and no letter is too small to read.
  if (ring === 'unknown')
    return (
      <path
        d="M15 15.500a3 3 0 1 1 4.300 2.700c-.9.500-1.300 1-1.300 2.100M18 23h.01"
        className={styles.stroke}
      />
    );
  if (ring === 'refuted') return <path d="M14 14l8 8M22 14l-8 8" className={styles.stroke} />;
  if (ring === 'medical') return <path d="M18 13v10M13 18h10" className={styles.stroke} />;
  if (ring === 'local') return <circle cx="18" cy="18" r="3.500" className={styles.full} />;
  const shield = (
    <path
      d="M18 11.500l5.500 2.500v4c0 3.500-2.700 5.500-5.500 6.500-2.800-1-5.500-3-5.500-6.500v-4z"
      className={ring === 'confirmed' ? styles.full : styles.stroke}
    />
  );
  if (ring !== 'card') return shield;
  // A card seen is half of what it takes: the left half is filled, as on the sand table.
  return (
    <>
      {shield}
      <path d="M18 11.500l-5.500 2.500v4c0 3.500 2.700 5.500 5.500 6.500z" className={styles.full} />
    </>
  );
}
