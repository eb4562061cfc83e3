import { setImmediate } from 'node:timers/promises';

const CHUNK_LENGTH = 1 << 14;

/** Joins pieces of a text to chunks, and lets others have a turn before each. */
export async function* inChunks(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  if (Symbol.iterator in pieces) {
    // To wait for each piece would take longer than to make it.
    for (const piece of pieces) {
      chunk += piece;
      if (chunk.length < CHUNK_LENGTH) continue;
      yield chunk;
      chunk = '';
      await setImmediate();
    }
  } else {
    for await (const piece of pieces) {
      chunk += piece;
      if (chunk.length < CHUNK_LENGTH) continue;
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
