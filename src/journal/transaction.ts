/** One piece of work in one transaction of the journal's database, on whatever connection there is by then. */
import type { Connection } from './connection.ts';
import { failureOf } from './failure-of.ts';
import { JournalFailure } from './journal-failure.ts';
import type { Schema, Stores, Tx } from './stores.ts';

/** Does the work in one transaction. `size`: how many rows it writes, where they are many. */
export type InOne = <T>(
  stores: readonly Stores[],
  how: 'strict' | 'relaxed' | 'readonly',
  work: (tx: Tx) => Promise<T>,
  size?: number,
) => Promise<T>;

/**
 * Does work in one transaction: if any of it fails, none of it happened. Resolves when the transaction is complete. A connection that is
 * closed is opened anew; work that gets no answer is called off and told as `slow`.
 *
 * The work awaits each request before the next, so that a refused one leaves no other promise rejected beside the one thrown.
 */
export function inOneOver({ database, drop }: Connection<Schema>, patience: number): InOne {
  return async (stores, how, todo, size = 0) => {
    const db = await database();
    const begin = (on: typeof db) =>
      how === 'readonly'
        ? on.transaction<Stores[], 'readonly'>([...stores], 'readonly')
        : on.transaction<Stores[], 'readwrite'>([...stores], 'readwrite', { durability: how });
    try {
      let tx: ReturnType<typeof begin>;
      try {
        tx = begin(db);
      } catch {
        // The browser closed the connection and did not say so. Nothing was begun.
        drop();
        tx = begin(await database());
      }
      return await within(patience + size * A_ROW_MS, tx, () => whole(tx as Tx, todo));
    } catch (cause) {
      if (cause instanceof Error && cause.message.startsWith('JN')) throw cause;
      const failure = failureOf(cause);
      if (failure.kind === 'broken') drop();
      throw failure;
    }
  };
}

/** On a slow disk, one row among many. */
const A_ROW_MS = 5;

async function whole<T>(tx: Tx, todo: (tx: Tx) => Promise<T>): Promise<T> {
  const refusal = tx.done.then(
    () => null,
    (cause: unknown) => ({ cause }),
  );
  let result: T;
  try {
    result = await todo(tx);
  } catch (cause) {
    abort(tx);
    await refusal;
    throw cause;
  }
  const refused = await refusal;
  if (refused) throw refused.cause;
  return result;
}

/** Calls work off that takes longer than that, and says `slow`. */
function within<T>(ms: number, tx: { abort(): void }, todo: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      abort(tx);
      reject(new JournalFailure('slow', 'The storage of this browser gave no answer.'));
    }, ms);
    todo()
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });
}

/** A transaction that failed by itself is over already and cannot be aborted again; that is fine. */
function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    return;
  }
}
