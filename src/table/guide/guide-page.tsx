/** `#/guide`: scenarios/GUIDE.md as a page, its chapters named beside it (SPEC TB90). */
import shipped from 'virtual:guide';
import { PageHead } from '#table/preferences/page-head.tsx';
import type { LanguageChoice } from '#table/props/screen-props.ts';
import { Notices } from '#table/ui/controls.tsx';
import page from '#table/ui/page.module.css';
import { useGuideWords } from '../words/guide-words.ts';
import styles from './guide.module.css';
import { Blocks } from './guide-blocks.tsx';
import { GuideLink } from './guide-link.tsx';

/** The whole guide. It is written in English; who reads in another language is told so. */
export default function GuidePage(props: { readonly language: LanguageChoice; readonly onHome: () => void }) {
  const texts = useGuideWords();
  return (
    <div className={page.page}>
      <PageHead language={props.language} back={{ label: texts.back, onPress: props.onHome }} />
      <main className={styles.main} data-part="guide">
        <nav className={styles.contents} aria-label={texts.contents}>
          <ol lang="en">
            {shipped.chapters.map(({ id, name }) => (
              <li key={id}>
                <GuideLink part={id}>{name}</GuideLink>
              </li>
            ))}
          </ol>
        </nav>
        <div className={styles.read}>
          <Notices notices={texts.language === '' ? [] : [{ tone: 'info', text: texts.language }]} />
          <article lang="en" className={styles.article}>
            <h1 className={page.title}>{shipped.title}</h1>
            <Blocks blocks={shipped.lead} texts={texts} />
            {shipped.chapters.map(({ id, name, blocks }) => (
              <section key={id} aria-labelledby={id}>
                <h2 id={id}>{name}</h2>
                <Blocks blocks={blocks} texts={texts} />
              </section>
            ))}
          </article>
        </div>
      </main>
    </div>
  );
}
