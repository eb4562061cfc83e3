import type { Plugin } from 'graphql-yoga';
import { refusal } from './refusal.ts';

const HTTP_PAYLOAD_TOO_LARGE = 413;

/** Refuses a request whose body has more bytes than that request may bring, whether or not the client tells its size. */
export function useBodyLimit(limitOf: (request: Request) => number): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      const limit = limitOf(request);
      const told = request.headers.get('content-length');
      if (Number(told ?? 0) > limit) throw tooLarge(Number(told), limit);
      // HTTP itself holds a client to the size that it tells.
      if (told !== null || requestParser === undefined || request.body === null) return;
      setRequestParser(async (given) => {
        const { url, method, headers, signal } = given;
        const body = await readWithin(given, limit);
        return requestParser(new fetchAPI.Request(url, { method, headers, signal, body }));
      });
    },
  };
}

async function readWithin({ body }: Request, limit: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw tooLarge(bytes, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(bytes: number, limit: number) {
  return refusal('body', 'bytes in its body', bytes, limit, HTTP_PAYLOAD_TOO_LARGE);
}
