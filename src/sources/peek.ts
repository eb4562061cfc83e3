/** An iterable whose beginning is known. Where it is not read to its end, `close` closes what it reads from. */
type Peeked<T> = {
  head: readonly T[];
  /** All of it, the beginning too. */
  all: AsyncIterable<T>;
  close: () => Promise<void>;
};

/**
 * Reads from `items` until they are enough or end. `isEnough` is asked when the sum of their lengths has reached
 * `length`, and after that each time the sum has doubled, so that looking at all of them stays cheap.
 */
export async function peek<T extends { length: number }>(
  items: AsyncIterable<T>,
  length: number,
  isEnough: (head: readonly T[]) => boolean = () => true,
): Promise<Peeked<T>> {
  const iterator = items[Symbol.asyncIterator]();
  const head: T[] = [];
  let read = 0;
  let next = length;
  while (read < next || !isEnough(head)) {
    if (read >= next) next = 2 * read;
    const result = await iterator.next();
    if (result.done === true) break;
    head.push(result.value);
    read += result.value.length;
  }

  const ahead = head.toReversed();
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  const all: AsyncIterableIterator<T> = {
    [Symbol.asyncIterator]: () => all,
    next: async () => {
      const value = ahead.pop();
      return value === undefined ? iterator.next() : { done: false, value };
    },
    return: async () => {
      await close();
      return { done: true, value: undefined };
    },
  };
  return { head, all, close };
}
