import { randomUUID } from 'node:crypto';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import { analyseHere, type Analyst } from '../analysis/analyses.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { createContext, type Context, type Ingest } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import type { FollowingProjector } from '../projection/projector.ts';
import { createApiKeyCheck } from './check-api-key.ts';
import { exampleQueries } from './example-queries.ts';
import { useBodyLimit } from './plugins/use-body-limit.ts';
import { useErrorBoundary } from './plugins/use-error-boundary.ts';
import { useExports } from './plugins/use-exports.ts';
import { DEFAULT_LIMITS, useLimits } from './plugins/use-limits.ts';
import { useReadiness } from './plugins/use-readiness.ts';
import { useRequestLog } from './plugins/use-request-log.ts';

/** What a server can do beside answering queries. */
export type ServerOptions = {
  /** Brings records into the graph. */
  ingest?: Ingest | null;
  /** What a client must send so that records are taken from it; without a key no records are taken at all. */
  apiKey?: string | null;
  /** Does the analyses that take long; by default they are done in this thread. */
  analyst?: Analyst;
};

/** The GraphQL server over a store and its projector, without a port: a handler for Node's `http` and a `fetch` for tests. */
export function createServer(
  store: GraphStore,
  projector: FollowingProjector,
  log: Logger,
  { ingest = null, apiKey = null, analyst = analyseHere }: ServerOptions = {},
): YogaServerInstance<object, Context> {
  const isAuthorized = createApiKeyCheck(apiKey);
  const ingestAndFollow: Ingest | null =
    ingest &&
    (async (records) => {
      const result = await ingest(records);
      // Whoever has the answer is to find what it brought.
      await projector.catchUp();
      return result;
    });
  const { bodyBytes, authorizedBodyBytes } = DEFAULT_LIMITS;
  const contextOf = (request: Request) =>
    createContext(store, projector, {
      requestId: randomUUID(),
      ingest: apiKey === null ? null : ingestAndFollow,
      isAuthorized: isAuthorized(request),
      analyst,
      signal: request.signal,
    });
  return createYoga<object, Context>({
    schema,
    context: ({ request }) => contextOf(request),
    plugins: [
      useRequestLog(log),
      useErrorBoundary(log),
      useBodyLimit((request) => (isAuthorized(request) ? authorizedBodyBytes : bodyBytes)),
      useLimits(DEFAULT_LIMITS),
      useReadiness(store, projector),
      useExports(log, contextOf),
    ],
    // Pages of any origin may read what is public anyway, without cookies.
    cors: { origin: '*', credentials: false, exposedHeaders: ['content-disposition', 'etag'] },
    maxRequestBodySize: authorizedBodyBytes,
    graphiql: { title: 'Papergraph', defaultTabs: exampleQueries.map((query) => ({ query })) },
    // The page with all its scripts weighs 9 MB: loaded when somebody opens it.
    renderGraphiQL: async (options) => (await import('./render-playground.ts')).renderPlayground(options),
    landingPage: false,
    logging: {
      debug: (...parts) => log.debug(parts.join(' ')),
      info: (...parts) => log.info(parts.join(' ')),
      warn: (...parts) => log.warn(parts.join(' ')),
      error: (error) => log.error({ err: error }, 'the server met an error'),
    },
  });
}
