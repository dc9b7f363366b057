/** What stands at the foot of every printed page: what it is, under which law, that it is training material. */
import { useEffect } from 'react';
import { useDesk } from '../words/desk-words.ts';

/** Draws nothing; hands the page boxes of the style sheet their words, and takes them back when the screen is left. */
export function PaperFoot({ words }: { readonly words: readonly string[] }) {
  const desk = useDesk();
  const foot = [desk.product, ...words].join(' · ');
  useEffect(() => {
    const root = document.documentElement;
    root.style.setProperty('--paper-foot', JSON.stringify(foot));
    return () => {
      root.style.removeProperty('--paper-foot');
    };
  }, [foot]);
  return null;
}
