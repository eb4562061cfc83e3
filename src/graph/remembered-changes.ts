import type { GraphChanges } from './graph-store.ts';
import { joinTouched, touchedCount, type Touched, type Touches } from './touched.ts';

/** Some 20 MB of keys at most; an ingest touches about 10 keys a paper. */
const MOST_KEYS = 200_000;

/** The latest changes of a graph that this process alone writes to. */
export type RememberedChanges = {
  /** Remembers what a transaction touched, once it is kept. One that touched nothing makes no new version. */
  add: (touches: readonly Touches[]) => void;
  since: (version: number | null) => GraphChanges;
};

/** Remembers what transactions touch, the last `mostKeys` keys of them. */
export function rememberChanges(mostKeys = MOST_KEYS): RememberedChanges {
  let version = 0;
  let keys = 0;
  let changes: Touched[] = [];
  return {
    add(touches) {
      const touched = joinTouched(touches);
      const count = touchedCount(touched);
      if (count === 0) return;
      version += 1;
      keys += count;
      changes.push(touched);
      let forgotten = 0;
      while (keys > mostKeys) keys -= touchedCount(changes[forgotten++] ?? touched);
      if (forgotten > 0) changes = changes.slice(forgotten);
    },
    since(known) {
      const isRemembered = known !== null && known <= version && known >= version - changes.length;
      const missed = isRemembered ? changes.slice(changes.length - (version - known)) : null;
      return { version, touched: missed === null ? null : joinTouched(missed) };
    },
  };
}
