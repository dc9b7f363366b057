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
  checking: 'Plans, law and proof are still being worked out.',
  broken: 'What was saved cannot be played. This page stays with what could be played last.',
  silent: 'The watching program cannot be reached. This page continues without it.',
  wentOn: (at: number) => `The scenario has changed. The session continues with it at ${clock(at)}.`,
  follows: 'The scenario has changed. This page follows it.',
  refused: (at: number, did: string) =>
    `The changed scenario does not follow this session: at ${clock(at)}, “${did}”.`,
  lost: 'Nothing is lost: the session stays saved as it was.',
  wait: 'Wait',
  stop: 'Leave the exercise',
  why: {
    gone: 'It is not in the scenario any more.',
    'not-open': 'It is not open at that moment any more.',
    'too-late': 'Its time has run out by then.',
    busy: 'The seat is still busy then.',
    ended: 'The exercise is over by then.',
    'in-the-past': 'That moment has passed by then.',
    'bad-words': 'Its words are not accepted any more.',
    runaway: 'The scenario does not come to rest there: something in it calls itself.',
    seat: 'The seat of this session is not played alone any more.',
    start: 'The changed scenario does not come to rest when it begins.',
  } satisfies Record<Refusal | 'gone' | 'seat' | 'start', string>,
  ways: {
    goOn: (at: number) => `Go on from ${clock(at)}`,
    again: 'Start again',
    stay: 'Stay in the session as it was',
  },
};

export type AuthorTexts = typeof author;
