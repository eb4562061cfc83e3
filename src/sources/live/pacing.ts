import { setTimeout as sleep } from 'node:timers/promises';

/** Lets requests to one host pass one at a time and never closer together than the host's interval. */
export type Pacer = {
  /** Does the work when it is the host's turn. An abort of the signal ends the waiting. */
  inTurn: <T>(host: string, work: () => Promise<T>, signal: AbortSignal | undefined) => Promise<T>;
  /** Lets nothing pass to the host for the given milliseconds. */
  holdBack: (host: string, milliseconds: number) => void;
};

/** A pacer with the milliseconds that each host wants between the starts of two requests. */
export function createPacer(intervalOf: (host: string) => number): Pacer {
  const gates = new Map<string, { freeAt: number; last: Promise<unknown> }>();
  const gateOf = (host: string) => {
    const gate = gates.get(host) ?? { freeAt: 0, last: Promise.resolve() };
    gates.set(host, gate);
    return gate;
  };

  return {
    inTurn(host, work, signal) {
      const gate = gateOf(host);
      const turn = gate.last.then(async () => {
        signal?.throwIfAborted();
        // A timer may fire a little early, and the host may have been held back meanwhile.
        for (let wait = gate.freeAt - performance.now(); wait > 0; wait = gate.freeAt - performance.now()) {
          await sleep(Math.ceil(wait), undefined, signal === undefined ? {} : { signal });
        }
        gate.freeAt = performance.now() + intervalOf(host);
        return work();
      });
      gate.last = turn.catch(() => undefined);
      return turn;
    },
    holdBack(host, milliseconds) {
      const gate = gateOf(host);
      gate.freeAt = Math.max(gate.freeAt, performance.now() + milliseconds);
    },
  };
}
