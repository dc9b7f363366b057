/** The words of the shell in the page's language. English is the only table so far; Spanish becomes a second one of the same type. */
import { type ShellTexts, shell } from './en/shell.ts';

export function useTexts(): ShellTexts {
  return shell;
}
