/** What stands at the foot of every printed page: which law, which day, that it is training material. */
import { useEffect } from 'react';
import type { DebriefReport } from '#debrief/report.ts';
import { day } from '#table/texts/format.ts';
import { useDesk } from './words.ts';

/** Draws nothing; hands the page boxes of the style sheet their words, and takes them back when the debrief is left. */
export function PaperFoot({ report }: { readonly report: DebriefReport }) {
  const desk = useDesk();
  const { scenario, pack } = report;
  const lang = document.documentElement.lang || 'en';
  const law = desk.debrief.under(pack.title, day(pack.asOf, lang));
  const foot = `${desk.product} · ${scenario.title} · ${law} · ${pack.review}`;
  useEffect(() => {
    const root = document.documentElement;
    root.style.setProperty('--paper-foot', JSON.stringify(foot));
    return () => {
      root.style.removeProperty('--paper-foot');
    };
  }, [foot]);
  return null;
}
