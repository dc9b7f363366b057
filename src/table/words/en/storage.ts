/** English words for a browser's storage that cannot be opened, and for runs of another version. */
import type { StorageTrouble } from '#table/trouble/storage-kind.ts';

export const storage = {
  trouble: {
    blocked: {
      title: 'Another tab holds your saved sessions',
      text: 'A tab with an older version of this page is open and still holds your saved sessions. Close that tab, and this page continues by itself. Or continue without saving; your saved sessions stay as they are, and new ones are lost when the page is closed.',
    },
    slow: {
      title: 'The saved sessions are not loading',
      text: 'This browser is not responding to the request for your saved sessions. If it responds later, this page continues by itself. You can try again, or continue without saving; new sessions are then lost when the page is closed.',
    },
    newer: {
      title: 'A newer version of this page saved your sessions',
      text: 'Your sessions were saved by a newer version of this page, and this older one must not change them. Close all its tabs and open the page again to get the newer one, or try again. If you continue without saving, new sessions are lost when the page is closed.',
    },
    forbidden: {
      title: 'This browser does not allow saving',
      text: 'This browser does not let the page save anything; this happens in a private window or when site data is blocked. Allow it and try again, or continue without saving.',
    },
    full: {
      title: 'There is no space to save',
      text: 'This machine has no space left for the page, so your saved sessions cannot be opened. Free up some space and try again, or continue without saving; new sessions are then lost when the page is closed.',
    },
    broken: {
      title: 'The saved sessions cannot be opened',
      text: 'This browser reports an error in the data saved for this page. Try again, or restart the browser. If you continue without saving, new sessions are lost when the page is closed.',
    },
    taken: {
      title: 'Another tab opened a newer version',
      text: 'A newer version of this page is open in another tab and took over your saved sessions, so this tab can no longer save. Nothing that was saved is lost. Try again to open them here.',
    },
    deleted: {
      title: 'Your saved data was deleted',
      text: 'This page’s saved data was deleted, perhaps in the browser settings. Try again to continue without it.',
    },
  } satisfies Record<StorageTrouble, { readonly title: string; readonly text: string }>,
  unchecked:
    'This session came from a file and could not be replayed here, so it is shown as the file has it. Nobody here can confirm that it was played that way.',
  reading: {
    title: (name: string) => `Reading ${name}`,
    text: 'The sessions in the file are replayed and compared before they are saved.',
    share: 'Done so far',
    cancel: 'Cancel',
    cancelled: 'Nothing was imported.',
  },
  allRuns: 'Export all sessions',
  allRunsNote: 'One file for all of them, to keep or to open on another device.',
  exportedAll: (runs: number, left: number) =>
    `${runs === 1 ? 'One session was' : `${runs} sessions were`} saved to one file.${left === 0 ? '' : ` ${left === 1 ? 'One is damaged and was' : `${left} are damaged and were`} left out.`}`,
  importedAll: (taken: number, twice: number, refused: number) =>
    [
      taken === 1 ? 'One session was imported.' : `${taken} sessions were imported.`,
      ...(twice === 0 ? [] : [twice === 1 ? 'One was here already.' : `${twice} were here already.`]),
      ...(refused === 0
        ? []
        : [refused === 1 ? 'One is damaged and was left out.' : `${refused} are damaged and were left out.`]),
    ].join(' '),
  goingOn: (unfinished: number, stopped: number | null) =>
    unfinished === 0
      ? 'Your debriefs stay as they are.'
      : stopped === null
        ? 'This page cannot tell yet whether your unfinished sessions can be resumed after the update. Your debriefs stay as they are.'
        : stopped === 0
          ? `${unfinished === 1 ? 'Your unfinished session' : `All ${unfinished} unfinished sessions`} can be resumed after the update, and your debriefs stay as they are.`
          : `${stopped === 1 ? 'One unfinished session' : `${stopped} unfinished sessions`} of ${unfinished} cannot be resumed after the update; finish ${stopped === 1 ? 'it' : 'them'} first if you want to. Your debriefs stay as they are.`,
  inMemory: 'Continue without saving',
  /** `name` is the beginning of the playbook's hash: two runs with the same name are of the same version. */
  version: (name: string) => `Version ${name} of this call.`,
  provenance: {
    own: 'This page now has a newer version of the call or its law. The session is shown, replayed and judged with the versions it was played with.',
    shown: 'This page now has a newer version of the call or its law. The debrief is shown as it first was.',
    sealed:
      'This page can no longer make the same findings, so it shows those that were saved when the session ended, in today’s wording. The parts “What you could have known” and “Who knew what” are left out.',
    'by-now': 'The law of that version was not kept, so the session is judged by the law this page has now.',
  },
};

export type StorageTexts = typeof storage;
