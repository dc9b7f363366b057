/** The ways to the guide from where an instructor looks: the first page, and the page of other laws. */
import { guideAddress } from '#table/navigation/address.ts';
import { useGuideWords } from '../words/guide-words.ts';
import styles from './guide-door.module.css';
import page from './page.module.css';

/** On the first page: that one can write a call of one's own. */
export function GuideDoor() {
  const t = useGuideWords().door.home;
  return (
    <section aria-labelledby="guide-door" className={styles.door} data-part="guide-door">
      <h2 id="guide-door" className={page.head}>
        {t.title}
      </h2>
      <p>{t.text}</p>
      <p>
        <a href={guideAddress()}>{t.link}</a>
      </p>
    </section>
  );
}

/** Beside other laws: that a department's manual can stand among them. Leads to that chapter. */
export function LayerDoor() {
  const t = useGuideWords().door.layer;
  return (
    <p className={page.dim} data-print="no">
      {t.text} <a href={guideAddress(LAYER_CHAPTER)}>{t.link}</a>.
    </p>
  );
}

/** The chapter on a department's own layer; tests/scenario/guide.test.ts [SC53] holds it to the guide. */
export const LAYER_CHAPTER = 'your-departments-own-manual';
