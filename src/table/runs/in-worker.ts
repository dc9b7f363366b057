/** Checks a picked file in a worker, so that the page answers meanwhile, and can be told to stop (SPEC TB133). */
import type { CheckedFile, Lend } from './check-file.ts';
import type { FromWorker, ToWorker } from './import-worker.ts';

/** How a file is checked: tests do it on the spot. */
export type Check = (
  file: PickedFile,
  lend: Lend,
  tell: (share: number) => void,
  stop: AbortSignal,
) => Promise<CheckedFile>;

/** What a file picker or a drop hands over; a browser's File is one. */
export interface PickedFile {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Rejects with the signal's reason when it is stopped, and with the worker's error where that cannot be loaded. */
export const inWorker: Check = (file, lend, tell, stop) =>
  new Promise((resolve, reject) => {
    if (!(file instanceof Blob))
      throw new TypeError('TB11: only a file of the browser can be sent to a worker.');
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    const end = () => {
      worker.terminate();
      stop.removeEventListener('abort', stopped);
    };
    const stopped = () => {
      end();
      reject(stop.reason);
    };
    const say = (told: ToWorker) => worker.postMessage(told);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if ('share' in data) tell(data.share);
      else if ('asks' in data) {
        lend(data.asks).then(
          (lent) => say({ lent }),
          (cause: unknown) => {
            end();
            reject(cause);
          },
        );
      } else {
        end();
        resolve(data.checked);
      }
    });
    worker.addEventListener('error', (event) => {
      end();
      // A part of the page that did not come, for whoever tells it (trouble-found.ts).
      reject(new Error(`error importing a module script: ${event.message}`));
    });
    stop.addEventListener('abort', stopped);
    if (stop.aborted) stopped();
    else say({ file });
  });
