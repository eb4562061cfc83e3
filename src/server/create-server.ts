import { randomUUID } from 'node:crypto';
import { createYoga, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { GraphStore } from '../graph/graph-store.ts';
import { stats } from '../graph/statements/stats.ts';
import { createContext, type Context } from '../graphql/context.ts';
import { schema } from '../graphql/schema.ts';
import { exampleQueries } from './example-queries.ts';
import { useErrorBoundary } from './plugins/use-error-boundary.ts';
import { DEFAULT_LIMITS, useLimits } from './plugins/use-limits.ts';
import { useRequestLog } from './plugins/use-request-log.ts';

/** The GraphQL server over a store, without a port: a handler for Node's `http` and a `fetch` for tests. */
export function createServer(store: GraphStore, log: Logger): YogaServerInstance<object, Context> {
  return createYoga<object, Context>({
    schema,
    context: () => createContext(store, randomUUID()),
    plugins: [
      useRequestLog(log),
      useErrorBoundary(log),
      useLimits(DEFAULT_LIMITS),
      // `/health` tells that the process lives, `/ready` that its store answers too.
      useReadinessCheck({ check: async () => void (await store.run(stats, {})) }),
    ],
    // Pages of any origin may read what is public anyway, without cookies.
    cors: { origin: '*', credentials: false },
    maxRequestBodySize: DEFAULT_LIMITS.bodyBytes,
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
