/** Pocket law: what a card in the shirt pocket would say under this pack. It says nothing about this call. */
import { Sheet } from './controls.tsx';
import styles from './pocket-law.module.css';
import type { PlayProps } from './props.ts';
import { useDesk } from './words.ts';

/** A dialog; time goes on behind it. */
export function PocketLaw(props: {
  readonly cards: PlayProps['pocketLaw'];
  readonly pack: PlayProps['pack'];
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = useDesk().play;
  return (
    <Sheet title={t.law} open={props.open} onClose={props.onClose}>
      <p className={styles.note}>
        {props.pack.title}. {t.lawNote}
      </p>
      <ul className={styles.cards}>
        {props.cards.map((card) => (
          <li key={`${card.title} ${card.citation}`}>
            <h3>{card.title}</h3>
            <p>{card.text}</p>
            <p className={styles.by}>
              {card.citation} · {t.lawVerified[card.verified]}
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{props.pack.review}</p>
    </Sheet>
  );
}
