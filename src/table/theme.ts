/** The reader's theme: dark, light, or what the system says; a choice is remembered on this machine. */

const KEY = 'deconflict-theme';

/** Puts the remembered choice on the page's root and remembers every later one (the desk sets `data-theme`, none means the system's). */
export function rememberTheme(root: HTMLElement = document.documentElement): void {
  const kept = read();
  if (kept === 'dark' || kept === 'light') root.dataset.theme = kept;
  new MutationObserver(() => write(root.dataset.theme)).observe(root, { attributeFilter: ['data-theme'] });
}

/** Storage may be forbidden; then the choice lasts as long as the page. */
function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
function write(theme: string | undefined): void {
  try {
    if (theme === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    return;
  }
}
