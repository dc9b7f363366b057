/** The page while its storage cannot be opened, or was not: what is in the way, and the ways on (SPEC TB130). */
import { useState } from 'react';
import type { StorageTrouble as Kind } from './trouble/storage-kind.ts';
import { Banner } from './ui/banner.tsx';
import { Trouble } from './ui/trouble.tsx';
import { DeskWords } from './words/desk-words.ts';
import { type Texts, useTexts } from './words/texts.ts';

/** Drawn before there is a room, and so with words of its own. */
export function StorageTrouble(props: {
  readonly kind: Kind;
  readonly texts: Texts;
  readonly onAgain: () => void;
  readonly onInMemory: () => void;
}) {
  const { kind, texts, onAgain, onInMemory } = props;
  const { storage, ways } = texts.shell;
  return (
    <DeskWords.Provider value={texts.desk}>
      <Trouble
        {...storage.trouble[kind]}
        ways={[
          { label: ways.again, onPress: onAgain },
          { label: storage.inMemory, onPress: onInMemory },
        ]}
        details={null}
      />
    </DeskWords.Provider>
  );
}

/** Why nothing is kept; opening storage anew loads the page again, and so is offered as long as nothing would be lost by it. */
export function InMemory({ why, runs }: { readonly why: Kind; readonly runs: number }) {
  const [isOver, setOver] = useState(false);
  const { storage, ways } = useTexts();
  if (isOver || runs > 0) return null;
  return (
    <Banner text={storage.trouble[why].text}>
      <button type="button" onClick={() => location.reload()}>
        {ways.again}
      </button>
      <button type="button" onClick={() => setOver(true)}>
        {storage.inMemory}
      </button>
    </Banner>
  );
}
