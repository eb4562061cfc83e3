import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { messageOf, PapergraphError } from '../errors.ts';
import type { Reject } from '../sources/reading.ts';

/** A file that takes rejects, a JSON line each. */
export type RejectsFile = { add: (reject: Reject & { source: string }) => void; close: () => Promise<void> };

/** Creates the file of rejects anew. Throws `BAD_CONFIGURATION` where it can't be written. */
export async function openRejects(path: string): Promise<RejectsFile> {
  const stream = createWriteStream(path);
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new PapergraphError(
      'BAD_CONFIGURATION',
      `--rejects: expected a file to write, but ${messageOf(error)}`,
      {
        cause: error,
      },
    );
  }
  return {
    add: ({ source, position, reason, raw }) => {
      stream.write(`${JSON.stringify({ source, position, reason, raw })}\n`);
    },
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}
