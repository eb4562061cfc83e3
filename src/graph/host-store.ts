import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import type { GraphStore, RunStatement } from './graph-store.ts';
import { transferError, type Question } from './remote-store.ts';

type OpenTransaction = {
  run: RunStatement;
  commit: () => void;
  rollBack: (error: unknown) => void;
  /** Answers the question that waits for what becomes of the transaction. */
  outcome: { answer: (value: number | null) => void; fail: (error: unknown) => void };
  lastError: unknown;
};

/**
 * Answers what a `remoteStore` on the other end of a port asks of a store, until the port is closed. Beginning,
 * committing and rolling back are answered with the transaction to go on in, or null where it is over.
 */
export function hostStore(store: GraphStore, port: MessagePort): void {
  const transactions = new Map<number, OpenTransaction>();
  let begun = 0;

  const begin = (outcome: OpenTransaction['outcome']) => {
    const current = { ...outcome };
    store
      .transaction(
        (run) =>
          new Promise<void>((commit, rollBack) => {
            begun += 1;
            transactions.set(begun, { run, commit, rollBack, outcome: current, lastError: null });
            current.answer(begun);
          }),
      )
      .then(
        () => current.answer(null),
        (error: unknown) => current.fail(error),
      );
  };
  const end = (id: number, how: 'commit' | 'rollback', outcome: OpenTransaction['outcome']) => {
    const transaction = transactionOf(id);
    transactions.delete(id);
    Object.assign(transaction.outcome, outcome);
    if (how === 'commit') transaction.commit();
    else transaction.rollBack(transaction.lastError ?? new Error('rolled back'));
  };
  const transactionOf = (id: number) => {
    const transaction = transactions.get(id);
    if (transaction === undefined) throw new TypeError(`no transaction ${id} is open`);
    return transaction;
  };
  const runStatement = async (question: Extract<Question, { ask: 'run' }>) => {
    const { transaction: id, params, touches, ...rest } = question;
    // Both shapes are checked on the other end.
    const statement = { ...rest, params: z.unknown(), row: z.unknown(), touches: () => touches };
    if (id === null) return store.run(statement, params);
    const transaction = transactionOf(id);
    try {
      return await transaction.run(statement, params);
    } catch (error) {
      transaction.lastError = error;
      throw error;
    }
  };

  port.on('message', ({ id, question }: { id: number; question: Question }) => {
    const answer = (value: unknown) => port.postMessage({ id, value });
    const fail = (error: unknown) => port.postMessage({ id, error: transferError(error) });
    switch (question.ask) {
      case 'begin':
        begin({ answer, fail });
        break;
      case 'commit':
      case 'rollback':
        end(question.transaction, question.ask, { answer, fail });
        break;
      case 'run':
        runStatement(question).then(answer, fail);
        break;
      case 'changes':
        store.changesSince(question.since).then(answer, fail);
        break;
      case 'words':
        store.papersWithWords(question.words, question.most).then(answer, fail);
        break;
    }
  });
}
