import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { messageOf, PapergraphError } from '../errors.ts';

const CHUNK_SIZE = 65_536;

/** Whether bytes begin like gzip data. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks gzip data as fast as its reader takes it, in pieces of at most 64 KiB. Throws `BAD_SOURCE` where the data are
 * damaged or cut off, after what could be read.
 */
export async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(bytes);
  // What fails, fails at the reader, so there is nothing left to do for the callback.
  const unpacked = pipeline(packed, createGunzip({ chunkSize: CHUNK_SIZE }), () => {});
  try {
    yield* unpacked;
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new PapergraphError(
      'BAD_SOURCE',
      `expected gzip data, but got data that can't be unpacked (${messageOf(error)}): was the file cut off?`,
      { cause: error },
    );
  } finally {
    packed.destroy();
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
