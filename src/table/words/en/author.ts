/** English words of the strip that only an author's page has. */
import type { Refusal } from '#exercise/refusals.ts';
import { clock } from '../format.ts';

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

export const author = {
  strip: 'Author',
  none: 'No problems found.',
  some: (errors: number, warnings: number) => `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`,
  problems: 'Problems',
  severity: { error: 'error', warning: 'warning' },
  checking: 'Plans, law and proof are still being checked.',
  broken: 'The saved files cannot be played. This page keeps the last version that could.',
  silent: 'The watch program cannot be reached. This page continues without it.',
  wentOn: (at: number) =>
    `The scenario has changed. The session continues in the new version at ${clock(at)}.`,
  follows: 'The scenario has changed. This page follows it.',
  refused: (at: number, did: string) => `At ${clock(at)}, “${did}” does not fit the changed scenario.`,
  lost: 'Nothing is lost: the session stays saved as it was.',
  wait: 'Wait',
  stop: 'Leave the exercise',
  why: {
    gone: 'It is no longer in the scenario.',
    'not-open': 'It is no longer open at that moment.',
    'too-late': 'Its time has run out by then.',
    busy: 'The seat is still busy then.',
    ended: 'The exercise is over by then.',
    'in-the-past': 'That moment has passed by then.',
    'bad-words': 'Its words are no longer accepted.',
    runaway: 'The scenario never settles there: something in it triggers itself.',
    seat: 'The seat in this session can no longer be played alone.',
    start: 'The changed scenario never settles when it begins.',
  } satisfies Record<Refusal | 'gone' | 'seat' | 'start', string>,
  ways: {
    goOn: (at: number) => `Continue from ${clock(at)}`,
    again: 'Start again',
    stay: 'Stay in the session as it was',
  },
};

export type AuthorTexts = typeof author;
