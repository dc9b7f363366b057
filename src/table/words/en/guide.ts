/** English words around the author's guide: its page, and the doors that lead to it. */
import type { Use } from '#table/library/guide.ts';

export const guide = {
  contents: 'Chapters',
  back: 'All scenarios',
  /** Said where the reader's language is another than the guide's; empty where it is not. */
  language: '',
  /** Over a block of code: what to do with it; the name of its file follows. */
  uses: {
    type: 'Type in the terminal',
    fails: 'Type in the terminal',
    stays: 'Type in the terminal',
    says: 'It says',
    part: 'From',
    find: 'Find in',
    write: 'Write in its place',
    below: 'Write below it',
    end: 'Write at the end of',
    whole: 'Write into the new file',
    wrong: 'Mistake in',
    right: 'Write instead',
  } satisfies Record<Use, string>,
  copy: 'Copy',
  copied: 'Copied.',
  marked: 'This browser does not let a page copy text. The text is selected: press Ctrl+C.',

  door: {
    home: {
      title: 'Write your own call',
      text: 'For instructors: from nothing to a scenario your people can play, without code. Plan on an hour.',
      link: 'Open the guide',
    },
    layer: {
      text: 'Does your department have its own manual? Add it here as one more law:',
      link: 'how to write it down',
    },
  },
};

export type GuideTexts = typeof guide;
