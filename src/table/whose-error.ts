/** Whose an error is that reached the window, which the page shares with extensions and whatever else runs in it (TB115). */
import { TableTrouble } from './trouble/trouble-found.ts';

/** `unknown` where nothing says so, or where somebody else's code broke while ours called it. */
export type Whose = 'ours' | 'theirs' | 'unknown';

/** Where the page's own code lies: built, all of it in one folder. */
const HOME = new URL('.', import.meta.url).href;

/**
 * Judges by the files that the stack names; `home` is the folder of ours. A part of ours that did not load names its file in the message
 * alone.
 */
export function whoseError(cause: unknown, home: string = HOME): Whose {
  if (cause instanceof TableTrouble) return 'ours';
  const { message, stack } = readError(cause);
  // Some browsers begin the stack with the message.
  const told = message === '' ? -1 : stack.indexOf(message);
  const files = filesIn(told === -1 ? stack : stack.slice(told + message.length));
  const [first] = files;
  if (first === undefined) return isPartOf(message, home) ? 'ours' : 'unknown';
  if (first.startsWith(home)) return 'ours';
  return files.some((file) => file.startsWith(home)) ? 'unknown' : 'theirs';
}

/**
 * Whose an event of the window is; null where nothing broke. An event without its error names at most a file; observers that were late to
 * tell name none and mean nothing.
 */
export function whoseEvent(event: ErrorEvent | PromiseRejectionEvent, home: string = HOME): Whose | null {
  if ('reason' in event) return whoseError(event.reason, home);
  if (event.error !== null && event.error !== undefined) return whoseError(event.error, home);
  if (/^ResizeObserver loop/.test(event.message)) return null;
  return event.filename === '' || event.filename.startsWith(home) ? 'unknown' : 'theirs';
}

function readError(cause: unknown): { readonly message: string; readonly stack: string } {
  const part = (name: 'message' | 'stack') => {
    // Whatever was thrown may be anything, and may throw when it is read.
    try {
      const value: unknown =
        typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined;
      return typeof value === 'string' ? value : '';
    } catch {
      return '';
    }
  };
  return { message: part('message'), stack: part('stack') };
}

/** Names of files, from the innermost call outward. */
function filesIn(frames: string): readonly string[] {
  return frames.match(/(?:blob:)?[a-z][a-z\d+.-]*:\/\/[^\s)]+/gi) ?? [];
}

function isPartOf(message: string, home: string): boolean {
  return filesIn(message).some((file) => file.startsWith(home));
}
