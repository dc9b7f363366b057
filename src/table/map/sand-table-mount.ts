/** How the drawn sand table comes onto the desk: after the desk is painted and idle, never before, and at any step it can be called off. */

interface Closable {
  close(): Promise<void>;
}
/** `ready` resolves once the desk can be used and there is a place to draw on; `mount` loads and draws. */
export interface Coming<Handle extends Closable> {
  readonly ready: (off: AbortSignal) => Promise<void>;
  readonly mount: () => Promise<Handle>;
  readonly drawn: (handle: Handle) => void;
  readonly broke: (cause: unknown) => void;
}

/**
 * Begins, and returns how to call it off: a table that is drawn is closed, one that comes too late is closed at once, and nothing is told
 * any more. The next may begin when the promise it gives has settled, so that two never draw on one place. SPEC TB56.
 */
export function bringTable<Handle extends Closable>(coming: Coming<Handle>): () => Promise<void> {
  const off = new AbortController();
  const done = (async (): Promise<Handle | null> => {
    try {
      await coming.ready(off.signal);
      if (off.signal.aborted) return null;
      const handle = await coming.mount();
      if (!off.signal.aborted) coming.drawn(handle);
      return handle;
    } catch (cause) {
      if (!off.signal.aborted) coming.broke(cause);
      return null;
    }
  })();
  return async () => {
    off.abort();
    const handle = await done;
    await handle?.close();
  };
}

/**
 * Resolves after the browser has painted what stands there now and has nothing better to do, once `place` has a size to draw on; or as
 * soon as it is called off.
 */
export async function deskUsable(place: Element, off: AbortSignal): Promise<void> {
  const until = (start: (done: () => void) => void) =>
    new Promise<void>((done) => {
      off.addEventListener('abort', () => done());
      start(done);
    });
  await until((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted())));
  await until((idle) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => idle(), { timeout: 2_000 });
    else setTimeout(idle, 200);
  });
  if (off.aborted) return;
  await until((sized) => {
    const seen = new ResizeObserver(([entry]) => {
      if ((entry?.contentRect.width ?? 0) < 1 || (entry?.contentRect.height ?? 0) < 1) return;
      seen.disconnect();
      sized();
    });
    seen.observe(place);
    off.addEventListener('abort', () => seen.disconnect());
  });
}
