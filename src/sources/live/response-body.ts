import { HttpFailure } from './http-failure.ts';

const START_BYTES = 4096;

/** The whole body. Throws an `HttpFailure` as soon as it is known to be larger than `maxBytes`. */
export async function readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    await response.body?.cancel();
    throw tooLarge(maxBytes);
  }
  const { bytes, complete } = await readUpTo(response, maxBytes);
  if (!complete) throw tooLarge(maxBytes);
  return bytes;
}

/** The first few kilobytes of a body as text; what can't be read is left out. */
export async function readStart(response: Response): Promise<string> {
  try {
    const { bytes } = await readUpTo(response, START_BYTES);
    return new TextDecoder().decode(bytes);
  } catch {
    return '';
  }
}

async function readUpTo(
  response: Response,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; complete: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body !== null) {
    // Leaving the loop early cancels the stream and with it the download.
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxBytes) break;
    }
  }
  return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), complete: size <= maxBytes };
}

function tooLarge(maxBytes: number): HttpFailure {
  return new HttpFailure(`answers with more than ${maxBytes} bytes`, {
    passing: false,
    advice: 'Ask for less at a time.',
  });
}
