import { pino } from 'pino';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { memoryProjector } from '../../src/projection/memory-projector.ts';
import type { FollowingProjector } from '../../src/projection/projector.ts';
import { createServer, type ServerOptions } from '../../src/server/create-server.ts';

type Answer = {
  data?: Record<string, any> | null;
  errors?: { message: string; path?: unknown; extensions: Record<string, any> }[];
};

/**
 * A server without a port over a store, and the log lines that it has written. What tests write to the store directly is
 * seen by the next query.
 */
export function testServer(
  store: GraphStore,
  options: ServerOptions = {},
  projector: FollowingProjector = memoryProjector(store),
) {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const yoga = createServer(store, projector, log, options);

  /** Sends a query as a client would, and gives the response as it comes. */
  const post = async (
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    // A store that fails is told by the query.
    await projector.catchUp().catch(() => {});
    return yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  };

  /** Sends a query, and gives the answer. */
  const send = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
    (await (await post(query, variables)).json()) as Answer;

  /** Sends a query that must succeed, and gives its data. */
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<any> => {
    const { data, errors } = await send(query, variables);
    if (errors !== undefined || data == null) throw new Error(`the query failed: ${JSON.stringify(errors)}`);
    return data;
  };

  /** How many statements the last request ran, as its log line tells. */
  const statementsOfLastRequest = () => lines.findLast(({ msg }) => msg === 'request')?.['statements'];

  return { yoga, projector, post, send, ask, lines, statementsOfLastRequest };
}
