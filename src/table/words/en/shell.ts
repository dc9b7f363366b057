/** English words of the shell around the screens: notices, trouble, loading, titles. */

import type { KeepTrouble } from '#host/keep-trouble.ts';
import type { PauseReason } from '#table/session/local-session.ts';
import type { RefusedImport } from '#table/trouble/refused-import.ts';
import { clock, day } from '../format.ts';
import { storage } from './storage.ts';

interface Said {
  readonly title: string;
  readonly text: string;
}
const english = (iso: string) => day(iso, 'en-US');

export const shell = {
  product: 'Deconflict',
  titles: {
    loading: 'Loading',
    home: 'Scenarios',
    brief: 'Brief',
    play: 'Play',
    debrief: 'Debrief',
    compare: 'Compare laws',
    parts: 'Parts',
    guide: 'Guide for authors',
    trouble: 'Something went wrong',
  },
  loading: 'Loading…',
  storage,

  address: {
    seed: (value: string, used: number) =>
      `“seed=${value}” in the address is not a session number (a whole number, 0 or more). Number ${used} is used.`,
    clock: (value: string) => `There is no clock “${value}”. The live clock is used.`,
    level: (value: string) => `There is no level “${value}”. Guided is used.`,
    pack: (value: string, used: string) => `There is no law pack “${value}”. ${used} is used.`,
    asOf: (value: string, used: string) =>
      `“${value}” is not a date (like 2026-06-30). The law of ${english(used)} is used.`,
    lang: (value: string, known: boolean) =>
      known
        ? 'This scenario has not been translated into that language yet. English is used.'
        : `The language “${value}” is not known. English is used.`,
    extended: (value: string) =>
      `“${value}” is not a choice for the time to decide (1, 1.5 or 2). 1.5 is used.`,
    run: (value: string) => `“${value}” is not the name of a session. Press Start for a new one.`,
    unknownSetting: (name: string) => `The address has “${name}”, which is not a setting. It was ignored.`,
    twice: (name: string) => `The address has “${name}” more than once. The first was used.`,
    packLeftOut: (value: string) => `There is no law pack “${value}”. It was left out.`,
    dayOfRun: (value: string, used: string) =>
      `“${value}” is not a date (like 2026-06-30). The day of the session, ${english(used)}, is used.`,
    tooMany: (most: number) => `No more than ${most} laws fit side by side. The first ${most} are shown.`,
  },

  notices: {
    keepsNothing:
      'This browser does not save anything for this page: sessions are lost when you close or reload it. Export a session from its debrief to keep it.',
    imported: (title: string) => `The session of “${title}” was imported. It is listed below.`,
    importedTwice: (title: string) => `This session of “${title}” is here already. Nothing was changed.`,
    runGone: 'The session in the address is not saved on this machine. Press Start for a new one.',
    unfinished: (at: number) =>
      `You have an unfinished session of this scenario with these settings, at ${clock(at)}.`,
    resumeIt: 'Resume it',
    reasonNotKept: 'Your reason could not be saved. It will be gone when this page is closed.',
    plainHttp:
      'This page was opened without HTTPS: it works while the window stays open, but a second visit needs the server. The browser might also delete your sessions; export what you want to keep.',
    newVersion: 'A new version is ready.',
    useNewVersion: 'Use it now',
    stray:
      'Something in this window failed, perhaps a browser extension. The page still works; if something does not respond, reload it.',
    dismiss: 'Dismiss',
    partly: 'Part of this page has not been translated yet and stays in English.',
    nextTimeNotKept: 'Your list could not be saved. It will be gone when this page is closed.',
    declineNotKept: 'Your choice not to give a reason could not be saved. You will be asked again.',
    notSealed:
      'The result could not be saved with the session. It is worked out again each time you open it.',
  },

  pauses: {
    asked: null,
    // The desk itself says that a run was taken up again.
    resumed: null,
    hidden: 'Paused because this page was not visible.',
    slept: 'Paused because this machine was asleep. That time did not count.',
    trouble: null,
  } satisfies Record<PauseReason, string | null>,

  saving: {
    conflict: {
      title: 'This session continued in another tab',
      text: 'Two tabs cannot play the same session. This tab stopped before it wrote anything; nothing that was saved is lost. Continue here from where the other tab is, or go back to it.',
    },
    full: {
      title: 'There is no space to save',
      text: 'This machine has no space left for the page, so the exercise stopped where it was last saved. Free up some space and try again, or continue without saving.',
    },
    forbidden: {
      title: 'This browser does not allow saving',
      text: 'The exercise stopped where it was last saved. Allow this page to keep data and try again, or continue without saving.',
    },
    gone: {
      title: 'This session was deleted',
      text: 'Somebody deleted this session, perhaps in another tab or in the browser settings. This tab still has all of it: save it again, or continue without saving.',
    },
    blocked: {
      title: 'Another tab is blocking this one',
      text: 'A tab with another version of this page is keeping this one from saving, so the exercise stopped where it was last saved. Close that tab and try again, or continue without saving.',
    },
    slow: {
      title: 'Saving is taking too long',
      text: 'This browser’s storage is not responding, so the exercise stopped where it was last saved. Try again, or continue without saving.',
    },
    newer: {
      title: 'Another tab opened a newer version',
      text: 'A newer version of this page took over your saved sessions, and this older one must not change them. Everything up to here is saved: reload the page and resume, or continue without saving.',
    },
    broken: {
      title: 'Saving failed',
      text: 'This browser’s storage stopped responding, so the exercise stopped where it was last saved. Try again, or continue without saving.',
    },
    damaged: {
      title: 'The saved session is damaged',
      text: 'This browser returned only part of the session. You can continue without saving, with what this page still has.',
    },
    replay: {
      title: 'The saved session does not fit',
      text: 'Another version of this page wrote part of this session. Reload the page, or continue without saving.',
    },
    taken: {
      title: 'Saving failed',
      text: 'The session could not be saved. Try again, or continue without saving.',
    },
  } satisfies Record<KeepTrouble, Said>,

  ways: {
    goOn: 'Continue',
    home: 'All scenarios',
    again: 'Try again',
    reload: 'Reload the page',
    here: 'Continue here',
    resume: 'Resume the session',
    without: 'Continue without saving',
    keepAgain: 'Save it again',
    export: 'Export session',
    forget: 'Delete this session',
    anew: 'Start a new session',
  },

  trouble: {
    nowhere: {
      title: 'There is nothing at this address',
      text: 'The address may be mistyped, or it may lead to a part that is not built yet.',
    },
    unknownScenario: (id: string): Said => ({
      title: 'No such scenario',
      text: `There is no scenario “${id}” here. It may have been renamed, or the address is mistyped.`,
    }),
    unknownRun: {
      title: 'No such session',
      text: 'This session is not saved on this machine. Sessions stay in the browser that played them; open its session file to read it here.',
    },
    unfinished: {
      title: 'This session is not over',
      text: 'You can read the debrief once the exercise has ended.',
    },
    damagedRun: {
      title: 'This session is damaged',
      text: 'Its saved data can no longer be read. You can only delete it; your other sessions are not affected.',
    },
    otherVersion: {
      title: 'This session was played with another version',
      text: 'The scenario or the engine has changed since, so the session cannot be replayed exactly as it was. Nothing was changed. You can export it as it is.',
    },
    doesNotReplay: (seq: number): Said => ({
      title: 'This session cannot be replayed',
      text: `When replayed, it differs from what was saved, starting at entry ${seq}. The saved session was changed or damaged. You can export it as it is.`,
    }),
    notLoaded: {
      title: 'A part of the page did not load',
      text: 'The connection may be down, or a new version may have been installed. Reload the page; saved sessions are not affected.',
    },
    fault: {
      title: 'Something broke',
      text: 'This is our mistake. Saved sessions are not affected: reload the page and pick up where you left off.',
    },
  } satisfies Record<string, Said | ((value: never) => Said)>,

  refusedImport: {
    'too-big': () => 'That file is far too large to be a session. Nothing was imported.',
    unreadable: () => 'That file could not be read. Nothing was imported.',
    'not-utf8': (line: string) =>
      `That file is not the UTF-8 text that was exported: line ${line} has bytes that do not form a character. An editor may have saved it in another encoding; export the session again. Nothing was imported.`,
    'not-a-run': (why: string) => `${why} Nothing was imported.`,
    'unknown-scenario': (why: string) =>
      `The session is of the scenario “${why}”, which is not here. Nothing was imported.`,
    'other-version': () =>
      'The session was played with another version of its scenario or of the engine, so it cannot be checked here. Nothing was imported.',
    'does-not-replay': (why: string) =>
      `When replayed, the session differs from the file starting at entry ${why}: the file was changed or damaged. Nothing was imported.`,
    'not-kept': () => 'The session is fine, but it could not be saved on this machine. Nothing was imported.',
  } satisfies Record<RefusedImport['problem'], (why: string) => string>,
};

export type ShellTexts = typeof shell;
