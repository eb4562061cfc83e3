/** Does a piece of work never twice at once. */
export type OneAtATime = {
  /** The work that is going on, or else begins. */
  current: () => Promise<void>;
  /** Work that begins after this call: once what is going on has ended, one for all who wait. */
  next: () => Promise<void>;
  /** Ends when nothing is going on. */
  idle: () => Promise<void>;
};

/** Has work done by one call at a time. */
export function oneAtATime(work: () => Promise<void>): OneAtATime {
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  const begin = () => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  const ended = async (): Promise<void> => {
    if (running === null) return;
    await running.catch(() => {});
    // Another one may have begun before this.
    await ended();
  };
  return {
    current: () => running ?? begin(),
    next() {
      if (running === null) return begin();
      waiting ??= ended().then(() => {
        waiting = null;
        return begin();
      });
      return waiting;
    },
    idle: ended,
  };
}
