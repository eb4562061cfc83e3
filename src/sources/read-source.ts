import { PapergraphError } from '../errors.ts';
import { readListing, type ListingOptions } from './listing.ts';
import type { Reading } from './reading.ts';

/**
 * Reads the papers of one source from its bytes. Throws `BAD_SOURCE` where they are no text or hold no paper at all;
 * a record that can't be kept is no error but a reject.
 */
export function readSource(bytes: Uint8Array, options: ListingOptions = {}): Reading {
  return readListing(decodeText(bytes), options);
}

function decodeText(bytes: Uint8Array): string {
  if (bytes.includes(0)) {
    throw new PapergraphError(
      'BAD_SOURCE',
      'expected a text in UTF-8, but got binary data (it holds NUL bytes)',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new PapergraphError('BAD_SOURCE', 'expected a text in UTF-8, but got another encoding', {
      cause: error,
    });
  }
}
