import type { MessagePort } from 'node:worker_threads';
import { messageOf, PapergraphError, type ErrorCode } from '../errors.ts';
import { PAGE_SIZE, type GraphStore, type RunStatement } from './graph-store.ts';
import { checkedParams, checkedRows } from './statement.ts';
import type { Touches } from './touched.ts';

/** What one thread asks of the thread that holds the store. `transaction` is the one that a statement belongs to. */
export type Question =
  | {
      ask: 'run';
      transaction: number | null;
      name: string;
      text: string;
      access: 'read' | 'write';
      params: unknown;
      touches: Touches;
    }
  | { ask: 'begin' }
  | { ask: 'commit' | 'rollback'; transaction: number }
  | { ask: 'changes'; since: number | null }
  | { ask: 'words'; words: readonly string[]; most: number };

/** An answer: a value, or what went wrong. */
export type Answer = { id: number; value: unknown } | { id: number; error: TransferredError };
export type TransferredError = { message: string; code: ErrorCode | null };

/**
 * A store that another thread holds, on the other end of a port: a database's handle can't be shared between threads,
 * but all that is to be done around its statements can be done elsewhere. `hostStore` answers there.
 */
export function remoteStore(port: MessagePort, address: string): GraphStore {
  const ask = questioner(port);
  const runIn =
    (transaction: number | null): RunStatement =>
    async (statement, params) => {
      const { name, text, access } = statement;
      const checked = checkedParams(statement, params);
      const touches = statement.touches(checked);
      const rows = await ask({ ask: 'run', transaction, name, text, access, params: checked, touches });
      return checkedRows(statement, rows as unknown[]);
    };

  return {
    address,
    pageSize: PAGE_SIZE,
    run: runIn(null),
    async transaction(work) {
      let transaction = (await ask({ ask: 'begin' })) as number;
      for (;;) {
        const outcome = await work(runIn(transaction)).then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        );
        // The store may want it all once more, after a conflict: then it names another transaction.
        const again = (await ask({ ask: 'error' in outcome ? 'rollback' : 'commit', transaction }).catch(
          (refused: unknown) => {
            throw 'error' in outcome ? outcome.error : refused;
          },
        )) as number | null;
        if (again !== null) transaction = again;
        else if ('error' in outcome) throw outcome.error;
        else return outcome.value;
      }
    },
    changesSince: async (since) => (await ask({ ask: 'changes', since })) as never,
    papersWithWords: async (words, most) => (await ask({ ask: 'words', words, most })) as never,
    prepare: async () => {},
    close: async () => port.close(),
  };
}

function questioner(port: MessagePort): (question: Question) => Promise<unknown> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  port.on('message', (answer: Answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) asker?.resolve(answer.value);
    else asker?.reject(receiveError(answer.error));
  });
  return (question) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      port.postMessage({ id: asked, question });
    });
}

/** An error in a form that travels between threads and processes. */
export function transferError(error: unknown): TransferredError {
  return { message: messageOf(error), code: error instanceof PapergraphError ? error.code : null };
}

/** The error that was transferred. */
export function receiveError({ message, code }: TransferredError): Error {
  return code === null ? new Error(message) : new PapergraphError(code, message);
}
