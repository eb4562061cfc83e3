/** Lets one piece of work go on beside whoever starts it. */
export type InFlight = {
  /** Starts a piece of work as soon as the one before is done; throws what went wrong with that. */
  start: (work: () => Promise<void>) => Promise<void>;
  /** Waits for what is under way; throws what went wrong with it. */
  done: () => Promise<void>;
};

export function oneInFlight(): InFlight {
  let running = Promise.resolve();
  return {
    async start(work) {
      await running;
      running = work();
      // It is thrown where somebody waits for it.
      running.catch(() => {});
    },
    done: () => running,
  };
}
