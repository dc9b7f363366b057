/**
 * Runs a function of a module on a thread of its own: its code never ran before and nothing else is in its memory, so times compare.
 */
import { Worker } from 'node:worker_threads';

const CODE = `const { parentPort, workerData: { file, name, given } } = require('node:worker_threads');
import(file).then((module) => module[name](...given)).then((answer) => parentPort.postMessage(answer));`;

/** What the exported function answers; arguments and answer are plain data. Rejects with what the function throws. */
export function inPlainNode(file: URL, name: string, ...given: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(CODE, { eval: true, workerData: { file: file.href, name, given } });
    worker.once('message', (answer: unknown) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`${name} ended without an answer`)));
  });
}
