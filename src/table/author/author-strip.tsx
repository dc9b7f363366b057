/** The strip above an author's page: how the last save was found, what became of the run, and ways on where it does not hold (SPEC TB97). */
import { useEffect, useReducer } from 'react';
import type { Diagnostic } from '#language/diagnostic.ts';
import { type AuthorTexts, author as english } from '../words/en/author.ts';
import { useWordsOfPart } from '../words/words-of-part.ts';
import type { AuthorController, Offer } from './author-controller.ts';
import styles from './author-strip.module.css';

/** Draws the controller's state; nothing of it is part of the product. */
export function AuthorStrip({ controller }: { readonly controller: AuthorController }) {
  const texts = useWordsOfPart(english, OTHERS);
  return texts === null ? null : <Told controller={controller} texts={texts} />;
}

function Told({ controller, texts }: { readonly controller: AuthorController; readonly texts: AuthorTexts }) {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => controller.subscribe(redraw), [controller]);
  const { news, heard, said, offer } = controller.now();
  const problems = [...(news?.problems ?? [])].sort((a, b) => rank(a) - rank(b));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const sentences = [
    ...(heard ? [] : [texts.silent]),
    ...((news?.broken.length ?? 0) > 0 ? [texts.broken] : []),
    ...(said === null ? [] : [said.kind === 'went-on' ? texts.wentOn(said.at) : texts.follows]),
    ...(news?.checking === true ? [texts.checking] : []),
  ];
  return (
    <section className={styles.strip} aria-label={texts.strip} data-problems={problems.length}>
      <p role="status" className={styles.said}>
        {[
          problems.length === 0 ? texts.none : texts.some(errors, problems.length - errors),
          ...sentences,
        ].join(' ')}
      </p>
      {problems.length === 0 ? null : (
        <details className={styles.problems} open={errors > 0}>
          <summary>{texts.problems}</summary>
          <ul>
            {problems.map((problem) => (
              <li key={`${placeOf(problem)} ${problem.code} ${problem.message}`}>
                <code>{placeOf(problem)}</code> <strong>{texts.severity[problem.severity]}</strong>{' '}
                {problem.message} {problem.repair} <span className={styles.code}>{problem.code}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {offer === null ? null : <Ways offer={offer} texts={texts} />}
    </section>
  );
}

function Ways({ offer, texts }: { readonly offer: Offer; readonly texts: AuthorTexts }) {
  const { command, goOn, again, stay } = offer;
  const did = offer.did ?? (command?.kind === 'stop' ? texts.stop : texts.wait);
  return (
    <div role="alert" className={styles.ways}>
      <p>
        {command === null ? null : texts.refused(offer.at, did)} {texts.why[offer.why]} {texts.lost}
      </p>
      {goOn === null ? null : (
        <button type="button" onClick={() => void goOn()}>
          {texts.ways.goOn(offer.at)}
        </button>
      )}
      {again === null ? null : (
        <button type="button" onClick={() => void again()}>
          {texts.ways.again}
        </button>
      )}
      <button type="button" onClick={stay}>
        {texts.ways.stay}
      </button>
    </div>
  );
}

function placeOf({ file, line, column }: Diagnostic): string {
  return `${file}:${line}:${column}`;
}

function rank({ severity }: Diagnostic): number {
  return severity === 'error' ? 0 : 1;
}

const OTHERS = import.meta.glob<AuthorTexts>(['../words/*/author.ts', '!../words/en/*'], {
  import: 'author',
});
