/** Lets one piece of work go on beside whoever starts it. */
export type InFlight = {
  /** Starts a piece of work as soon as the one before is done; throws what went wrong with that. */
  start: (work: () => Promise<void>) => Promise<void>;
  /** Waits for what is under way; throws what went wrong with it. */
  done: () => Promise<void>;
};

export function oneInFlight(): InFlight {
  let running = Promise.resolve();
  // What went wrong is thrown once, to whoever waits next.
  const done = () => {
    const last = running;
    running = Promise.resolve();
    return last;
  };
  return {
    async start(work) {
      await done();
      running = work();
      running.catch(() => {});
    },
    done,
  };
}
