import { GraphQLError } from 'graphql';

/** The answer to a request that costs more than a limit: which one, and by how much. */
export function refusal(
  limit: string,
  what: string,
  cost: number,
  maximum: number,
  status?: number,
): GraphQLError {
  return new GraphQLError(`The request has ${cost} ${what}, but at most ${maximum} are allowed.`, {
    extensions: { code: 'LIMIT_EXCEEDED', limit, cost, maximum, ...(status && { http: { status } }) },
  });
}
