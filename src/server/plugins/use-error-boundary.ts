import { PothosValidationError } from '@pothos/core';
import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { PapergraphError, type ErrorCode } from '../../errors.ts';
import type { Context } from '../../graphql/context.ts';

const CLIENT_CODES: ReadonlySet<ErrorCode> = new Set(['BAD_USER_INPUT', 'LIMIT_EXCEEDED', 'UNAUTHORIZED']);

/** What HTTP says of an error beside the answer itself. */
const HTTP: Partial<Record<ErrorCode, unknown>> = {
  UNAUTHORIZED: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
};

/**
 * The one place where errors become answers. What the client caused is told with its code; anything else is logged in
 * full and told only as an internal error with the request's id, by which the log entry can be found.
 */
export function useErrorBoundary(log: Logger): Plugin<Context> {
  return {
    onExecute({ args: { contextValue } }) {
      return {
        onExecuteDone({ result, setResult }) {
          if (isAsyncIterable(result) || result.errors === undefined) return;
          setResult({ ...result, errors: result.errors.map((error) => toAnswer(error, contextValue, log)) });
        },
      };
    },
  };
}

function toAnswer(error: GraphQLError, { requestId, signal }: Context, log: Logger): GraphQLError {
  const cause = rootCause(error);
  // Nobody reads the answer, and nothing is wrong with the server.
  if (signal.aborted && cause === signal.reason) return withExtensions(error, error.message, {});
  if (cause === undefined) return withCode(error, 'BAD_USER_INPUT');
  if (cause instanceof PapergraphError && CLIENT_CODES.has(cause.code)) {
    return withExtensions(error, error.message, {
      code: cause.code,
      ...cause.details,
      ...(cause.code in HTTP && { http: HTTP[cause.code] }),
    });
  }
  // Pothos throws it for an id that is none, or of another type.
  if (cause instanceof PothosValidationError) return withCode(error, 'BAD_USER_INPUT');
  log.error({ requestId, path: error.path, err: cause }, 'a request failed unexpectedly');
  return withExtensions(error, 'Something went wrong on the server.', {
    code: 'INTERNAL_SERVER_ERROR',
    requestId,
  });
}

/** What was thrown, below the layers that GraphQL wraps around it; undefined where GraphQL itself found the fault. */
function rootCause(error: GraphQLError): Error | undefined {
  const cause = error.originalError;
  return cause instanceof GraphQLError ? rootCause(cause) : cause;
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return withExtensions(error, error.message, { code, ...error.extensions });
}

function withExtensions(
  error: GraphQLError,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLError {
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions,
  });
}
