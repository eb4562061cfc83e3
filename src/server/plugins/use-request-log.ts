import { getOperationAST } from 'graphql';
import { isAsyncIterable, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../../graphql/context.ts';

/** What is known of a request once its operation has run; a request that was refused before has none. */
type Executed = { requestId: string; operation: string; statements: number; errors: number };

const CHECKS = new Set(['/health', '/ready']);

/**
 * Logs one line for each request: its status, how long it took, and of the operation the name, how many statements it
 * ran and how many errors it had. Health checks are logged for debugging only.
 */
export function useRequestLog(log: Logger): Plugin<Context & YogaInitialContext> {
  const startedAt = new WeakMap<Request, number>();
  const executed = new WeakMap<Request, Executed>();
  return {
    onRequest({ request }) {
      startedAt.set(request, performance.now());
    },
    onExecute({ args: { contextValue, document, operationName } }) {
      return {
        onExecuteDone({ result }) {
          executed.set(contextValue.request, {
            requestId: contextValue.requestId,
            operation: operationName ?? getOperationAST(document)?.name?.value ?? 'anonymous',
            statements: contextValue.statementsRun(),
            errors: isAsyncIterable(result) ? 0 : (result.errors?.length ?? 0),
          });
        },
      };
    },
    onResponse({ request, response }) {
      const ms = Math.round((performance.now() - (startedAt.get(request) ?? performance.now())) * 10) / 10;
      const level = CHECKS.has(new URL(request.url).pathname) ? 'debug' : 'info';
      log[level]({ ...executed.get(request), status: response.status, ms }, 'request');
    },
  };
}
