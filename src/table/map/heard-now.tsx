/** What goes on being heard, in words: for whoever cannot hear it, and for whoever muted it (TB82). */
import type { SeatView } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { BEDS, mixOf } from '#table/sound/mix.ts';
import { useDesk } from '../words/desk-words.ts';
import styles from './where-you-are.module.css';

/** Softer than this is not told. */
const AUDIBLE = 0.05;

/** One sentence, or nothing where only the street itself is heard. */
export function HeardNow({ view, map }: { readonly view: SeatView; readonly map: MapPlan | null }) {
  const t = useDesk().sound;
  const { beds } = mixOf(null, view, map, true);
  const heard = BEDS.filter((bed) => bed !== 'street' && beds[bed] > AUDIBLE).map((bed) => t.words[bed]);
  if (heard.length === 0) return null;
  return (
    <p className={styles.heard} data-part="heard">
      {t.heard(heard.join('; '))}
    </p>
  );
}
