/** Blocks of the guide as elements: every shape of guide.ts and nothing else, so that no markup of a text reaches the page. */
import { Fragment } from 'react';
import type { GuideTexts } from '#table/words/en/guide.ts';
import type { Block, Inline } from '../library/guide.ts';
import styles from './guide.module.css';
import { CodeBlock } from './guide-code.tsx';
import { GuideLink } from './guide-link.tsx';

/** Blocks in order. */
export function Blocks({ blocks, texts }: { readonly blocks: readonly Block[]; readonly texts: GuideTexts }) {
  return blocks.map((block, n) => <One key={n.toString()} block={block} texts={texts} />);
}

function One({ block, texts }: { readonly block: Block; readonly texts: GuideTexts }) {
  switch (block.kind) {
    case 'head':
      return <h3 id={block.id}>{block.name}</h3>;
    case 'text':
      return (
        <p>
          <Words words={block.words} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={styles.list}>
          {block.items.map((item, n) => (
            <li key={n.toString()}>
              <Blocks blocks={item} texts={texts} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <table className={styles.table}>
          <thead>
            <tr>
              {block.head.map((words, n) => (
                <th key={n.toString()} scope="col">
                  <Words words={words} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, n) => (
              <tr key={n.toString()}>
                {row.map((words, m) => (
                  <td key={m.toString()}>
                    <Words words={words} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'note':
      return (
        <blockquote className={styles.note}>
          <Blocks blocks={block.blocks} texts={texts} />
        </blockquote>
      );
    case 'code':
      return <CodeBlock code={block} texts={texts} />;
    default:
      return block satisfies never;
  }
}

function Words({ words }: { readonly words: readonly Inline[] }) {
  return words.map((word, n) => (
    <Fragment key={n.toString()}>
      <Word word={word} />
    </Fragment>
  ));
}

function Word({ word }: { readonly word: Inline }) {
  switch (word.kind) {
    case 'plain':
      return word.text;
    case 'code':
      return <code>{word.text}</code>;
    case 'strong':
      return (
        <strong>
          <Words words={word.words} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <Words words={word.words} />
        </em>
      );
    case 'link':
      return word.to.startsWith('#') ? (
        <GuideLink part={word.to.slice(1)}>
          <Words words={word.words} />
        </GuideLink>
      ) : (
        <a href={word.to} rel="noreferrer">
          <Words words={word.words} />
        </a>
      );
    default:
      return word satisfies never;
  }
}
