import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageOf, PapergraphError } from '../errors.ts';

/** A server that listens: its URL, and how to stop it. */
export type Listening = { url: string; stop: () => Promise<void> };

/** How long requests under way may take when the server is told to stop: less than `docker stop` waits. */
const GRACE_MS = 5_000;

/**
 * Listens on a host and a port, 0 for any free one. Throws `BAD_CONFIGURATION` where the address can't be taken.
 * `stop` lets requests under way finish for a while, then closes every connection.
 */
export async function listen(
  handler: Parameters<typeof createHttpServer>[1] & {},
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createHttpServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new PapergraphError(
          'BAD_CONFIGURATION',
          `The server can't listen on ${host}:${port}: ${messageOf(error)}. Choose another HOST or PORT.`,
          { cause: error },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shownHost}:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
