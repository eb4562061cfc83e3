/** Asks for what is computed, or waits for it, until the signal is aborted. */
export type Shared<Value> = (signal: AbortSignal) => Promise<Value>;

type Running<Value> = {
  outcome: Promise<Value>;
  ending: AbortController;
  waiting: number;
  isSettled: boolean;
};

/**
 * A computation that all who ask for it share; its value is kept. It is ended when everyone who waits for it has gone. Then,
 * and when it has failed, whoever asks next begins it anew.
 */
export function sharedComputation<Value>(compute: (signal: AbortSignal) => Promise<Value>): Shared<Value> {
  let current: Running<Value> | null = null;

  const begin = (): Running<Value> => {
    const ending = new AbortController();
    const running = { outcome: compute(ending.signal), ending, waiting: 0, isSettled: false };
    running.outcome.then(
      () => (running.isSettled = true),
      () => {
        running.isSettled = true;
        forget(running);
      },
    );
    return running;
  };
  const forget = (running: Running<Value>) => {
    if (current === running) current = null;
  };

  return async (signal) => {
    signal.throwIfAborted();
    const running = (current ??= begin());
    running.waiting += 1;
    try {
      return await untilAborted(running.outcome, signal);
    } finally {
      running.waiting -= 1;
      if (running.waiting === 0 && !running.isSettled) {
        forget(running);
        running.ending.abort(signal.reason);
      }
    }
  };
}

function untilAborted<Value>(outcome: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    outcome.finally(() => signal.removeEventListener('abort', leave)).then(resolve, reject);
  });
}
