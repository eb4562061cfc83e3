import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Analyst } from '../../analysis/analyses.ts';
import { receiveError } from '../../graph/remote-store.ts';
import type { Outcome } from './analysis-worker.ts';
import { ownBuffers } from './share-arrays.ts';

/** A thread is started from the built program only: Node does not run TypeScript in one. */
const WORKER = new URL('./analysis-worker.js', import.meta.url).href;

/** Two long analyses never wait for each other; more threads than a few would only take memory. */
const THREADS = Math.min(4, Math.max(2, availableParallelism() - 1));

/**
 * Threads for analyses, which work beside this one. They start when they are first asked something. An analysis whose signal
 * is aborted is ended with its thread, and another one takes its place. What goes to a thread and back is not copied: the one
 * is handed over, the other lies in memory that threads share.
 */
export function startAnalysisThread(): { analyst: Analyst; stop: () => Promise<void> } {
  let pool: Tinypool | null = null;
  // With fewer than all, tinypool would not start a thread in place of an ended one for what waits already.
  const start = () => new Tinypool({ filename: WORKER, minThreads: THREADS, maxThreads: THREADS });

  const analyst: Analyst = async (name, input, signal) => {
    signal?.throwIfAborted();
    pool ??= start();
    // What comes back is what the analysis of that name gives.
    const outcome: Outcome<never> = await pool
      .run(
        { name, input },
        { name: 'analyse', transferList: ownBuffers(input), ...(signal !== undefined && { signal }) },
      )
      .catch((error: unknown) => {
        signal?.throwIfAborted();
        throw error;
      });
    if ('error' in outcome) throw receiveError(outcome.error);
    return outcome.value;
  };
  return { analyst, stop: async () => pool?.destroy() };
}
