import type { Reject, SourceRecord } from '../../src/sources/reading.ts';

/** The bytes of a text or of parts of one, a chunk each, as a file or a connection would give them. */
export async function* bytesOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** All that a source gives, records and rejects apart. */
export async function readAll(
  found: AsyncIterable<SourceRecord | Reject>,
): Promise<{ records: SourceRecord[]; rejects: Reject[] }> {
  const records: SourceRecord[] = [];
  const rejects: Reject[] = [];
  for await (const one of found) {
    if ('record' in one) records.push(one);
    else rejects.push(one);
  }
  return { records, rejects };
}
