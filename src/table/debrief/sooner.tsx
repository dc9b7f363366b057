/** What brought the answer to who the men are sooner, and what would have: each with the moment it made or would have made. */
import type { Sooner as Told } from '#debrief/report.ts';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import { quotedWords } from '../words/shown-words.ts';
import styles from './debrief.module.css';

/** What was done first, then what was left, the soonest last. */
export function Sooner({ of }: { readonly of: Told }) {
  const t = useDesk().debrief;
  return (
    <>
      <h3 className={styles.sooner}>{t.sooner}</h3>
      <p className={styles.text}>
        {t.soonerAsked(mmss(of.at), quotedWords(of.asked))}{' '}
        {of.was === null ? t.soonerNever : t.soonerWas(mmss(of.was))}
      </p>
      <ul className={styles.lines}>
        {of.did.map(({ action, at, did, without }) => (
          <li key={action}>
            <p>{t.soonerDid(mmss(at), quotedWords(did))}</p>
            <p className={styles.dim}>{without === null ? t.soonerNone : t.soonerWithout(mmss(without))}</p>
          </li>
        ))}
        {of.could.map(({ acts: [first, ...then], wouldBe }) => (
          <li key={[first, ...then].map((one) => `${one?.at} ${one?.action}`).join()}>
            <p>
              {then.reduce(
                (before, one) => t.soonerThen(before, mmss(one.at), quotedWords(one.did)),
                first === undefined ? '' : t.soonerLeft(mmss(first.at), quotedWords(first.did)),
              )}
            </p>
            <p className={styles.dim}>{t.soonerWould(mmss(wouldBe))}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
