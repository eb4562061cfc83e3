import { PapergraphError } from '../errors.ts';

const LARGEST_DOCUMENT_MIB = 64;

/** All of a text that has to be read as a whole. Throws `BAD_SOURCE` where it has more than 64 MiB in UTF-8. */
export async function collectText(pieces: AsyncIterable<string>): Promise<string> {
  const parts: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += Buffer.byteLength(piece);
    if (size > LARGEST_DOCUMENT_MIB * 2 ** 20) {
      throw new PapergraphError(
        'BAD_SOURCE',
        `expected a document of at most ${LARGEST_DOCUMENT_MIB} MiB, but got a larger one: split it, or give JSON lines (a record on each line), which may be of any length`,
      );
    }
    parts.push(piece);
  }
  return parts.join('');
}
