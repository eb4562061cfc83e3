import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes a text to standard output. Whoever reads it may stop early, as `head` does: that is no failure. */
export async function printText(text: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(text), process.stdout, { end: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
