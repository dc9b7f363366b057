/**
 * The service worker that keeps the whole page on this machine (service-worker.ts): registered where the
 * browser allows one, and a new version taken into use only when the reader says so (TB16).
 */

/** Whether the browser allows what a second visit without the server needs: not on plain HTTP. */
export function canInstall(): boolean {
  return isSecureContext && 'serviceWorker' in navigator;
}

/**
 * Registers the worker of the built page and calls `onReady` when another version waits beside a running one; its argument takes it into
 * use and loads the page again. Never throws: without a worker the page works as long as it stays open.
 */
export async function keepOffline(onReady: (use: () => void) => void): Promise<void> {
  if (!canInstall() || !import.meta.env.PROD) return;
  try {
    const registration = await navigator.serviceWorker.register('./sw.js', { scope: './' });
    const tell = () => {
      const { waiting } = registration;
      // Without a controller this is the first version: nothing older is running.
      if (waiting === null || navigator.serviceWorker.controller === null) return;
      onReady(() => {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
        waiting.postMessage({ type: 'SKIP_WAITING' });
      });
    };
    const watch = () => registration.installing?.addEventListener('statechange', tell);
    registration.addEventListener('updatefound', watch);
    // The browser looks for a new version by itself as the page is opened: it may be on its way already.
    watch();
    tell();
  } catch {
    return;
  }
}
