import { PapergraphError } from '../errors.ts';
import { binaryKind, BYTES_TO_TELL } from './binary-kinds.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { peek } from './peek.ts';

const PIECE_SIZE = 65_536;

/**
 * The text of a source in pieces of at most 64 KiB: gzip data are unpacked, and a byte order mark is dropped. Throws
 * `BAD_SOURCE` where the bytes are no text in UTF-8 (or UTF-16 with a byte order mark).
 */
export async function* decodeSource(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const given = await peek(bytes, BYTES_TO_TELL);
  try {
    const plain = isGzip(Buffer.concat(given.head)) ? await peek(gunzip(given.all), BYTES_TO_TELL) : given;
    try {
      const head = Buffer.concat(plain.head);
      const kind = binaryKind(head);
      if (kind !== null) throw badEncoding(`it looks like ${kind}`);
      yield* decode(plain.all, encodingOf(head));
    } finally {
      await plain.close();
    }
  } finally {
    await given.close();
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  for await (const piece of inPieces(bytes)) {
    const text = decodePiece(decoder, piece, offset);
    const nul = text.indexOf('\0');
    if (nul !== -1) throw badEncoding(`it holds NUL bytes, the first one near byte ${offset + nul}`);
    offset += piece.length;
    if (text !== '') yield text;
  }
  const rest = decodePiece(decoder, null, offset);
  if (rest !== '') yield rest;
}

async function* inPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += PIECE_SIZE) {
      yield chunk.subarray(start, start + PIECE_SIZE);
    }
  }
}

/** Null for the end of the source. */
function decodePiece(decoder: TextDecoder, piece: Uint8Array | null, offset: number): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (error) {
    throw badEncoding(
      piece === null
        ? 'it ends within a character: was the file cut off?'
        : `byte ${offset + firstInvalid(piece)} is in another encoding, perhaps Windows-1252 (Latin-1): convert it first, as with "iconv -f WINDOWS-1252 -t UTF-8"`,
      error,
    );
  }
}

/** Where in a piece of invalid UTF-8 the first byte stands that is wrong; a character may have begun before the piece. */
function firstInvalid(piece: Uint8Array): number {
  const start = piece.findIndex((byte) => byte < 0x80 || byte > 0xbf);
  const from = start > 0 && start < 4 ? start : 0;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece.subarray(from));
  const at = text.indexOf('\uFFFD');
  return at === -1 ? 0 : from + Buffer.byteLength(text.slice(0, at));
}

function badEncoding(what: string, cause?: unknown): PapergraphError {
  return new PapergraphError('BAD_SOURCE', `expected text in UTF-8, but got something else: ${what}`, {
    cause,
  });
}
