import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many items of 15 fields take GraphQL a few milliseconds. */
const ITEMS_A_TURN = 100;

/** A long list as promises that are kept some at a time, so that others have their turn while an answer is made of it. */
export function inTurns<Item>(items: readonly Item[]): Promise<Item>[] {
  let turn: Promise<unknown> = Promise.resolve();
  return items.map((item, place) => {
    if (place > 0 && place % ITEMS_A_TURN === 0) turn = turn.then(() => nextTurn());
    return turn.then(() => item);
  });
}
