/** Asks the browser not to throw away what the page keeps when room gets short. */

const KEY = 'deconflict-asked-to-last';
let asked = false;

/** Asks once on this machine, where it can be asked; nobody waits for the answer, which may be a question to the reader. Never throws. */
export function askToLast(): void {
  if (asked) return;
  asked = true;
  try {
    if (localStorage.getItem(KEY) !== null) return;
    localStorage.setItem(KEY, 'yes');
  } catch {
    // Where nothing can be noted it is asked once a visit.
  }
  try {
    navigator.storage?.persist?.().catch(() => undefined);
  } catch {
    return;
  }
}
