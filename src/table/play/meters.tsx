/** Numbers that the scenario shows to the seat, in the bar: what each measures and how much it is now (SPEC TB191). */
import { useRef } from 'react';
import type { SeatView } from '#exercise/view.ts';
import controls from '../ui/controls.module.css';
import { Theirs } from '../ui/theirs.tsx';
import { firstMeters, meterNews } from './meter-news.ts';

/** Nothing where the seat sees none. `lang` is how numbers are written. */
export function Meters({
  view: { meters = [], at },
  lang,
}: {
  readonly view: Pick<SeatView, 'meters' | 'at'>;
  readonly lang: string;
}) {
  const told = useRef(firstMeters(meters, at));
  const { format } = new Intl.NumberFormat(lang);
  told.current = meterNews(told.current, meters, at, format);
  if (meters.length === 0) return null;
  return (
    <>
      {meters.map(({ id, label, value }) => (
        <span key={id} className={controls.chip} data-part="meter">
          <Theirs words={label} /> <b>{format(value)}</b>
        </span>
      ))}
      <span role="status" className={controls.hidden}>
        {told.current.text}
      </span>
    </>
  );
}
