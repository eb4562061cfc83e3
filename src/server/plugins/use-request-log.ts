import { getOperationAST } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../../graphql/context.ts';

/** Logs one line for each operation: its name, how long it took, how many statements it ran, whether it had errors. */
export function useRequestLog(log: Logger): Plugin<Context> {
  return {
    onExecute({ args: { contextValue, document, operationName } }) {
      const startedAt = performance.now();
      return {
        onExecuteDone({ result }) {
          log.info(
            {
              requestId: contextValue.requestId,
              operation: operationName ?? getOperationAST(document)?.name?.value ?? 'anonymous',
              ms: Math.round((performance.now() - startedAt) * 10) / 10,
              statements: contextValue.statementsRun(),
              errors: isAsyncIterable(result) ? 0 : (result.errors?.length ?? 0),
            },
            'request',
          );
        },
      };
    },
  };
}
