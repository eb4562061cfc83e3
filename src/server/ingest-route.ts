import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where commands hand over what they have read, below the server's URL. */
export const INGEST_PATH = '/ingest';

/** A batch of records is a few megabytes. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Answers a request's body by lines. */
export type AnswerByLines = (body: Uint8Array, onLine: (line: string) => void) => Promise<void>;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Puts the route for commands before a handler: `POST /ingest` with the secret of this run (`Authorization: Bearer …`),
 * which only the user who runs the server can read. The body goes to `answer`, and its lines come back as they are said.
 */
export function withIngestRoute(handler: Handler, secret: string, answer: AnswerByLines): Handler {
  return (request, response) => {
    if (request.url !== INGEST_PATH || request.method !== 'POST') return handler(request, response);
    if (!isSecret(request.headers.authorization?.replace(/^Bearer /, '') ?? '', secret)) {
      request.resume();
      return refuse(response, 401, 'the secret of this run of the server is missing or wrong');
    }
    void relay(request, response, answer).catch(() => response.destroy());
  };
}

async function relay(
  request: IncomingMessage,
  response: ServerResponse,
  answer: AnswerByLines,
): Promise<void> {
  const body = await collect(request);
  if (body === null) return refuse(response, 413, `at most ${MOST_BYTES} bytes are taken at once`);
  response.writeHead(200, { 'content-type': 'application/x-ndjson' }).flushHeaders();
  await answer(body, (line) => response.write(`${line}\n`));
  response.end();
}

/** Compares secrets in a time that tells nothing about how much of one was right. */
export function isSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' }).end(reason);
}

async function collect(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
