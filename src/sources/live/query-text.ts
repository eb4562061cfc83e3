import { PapergraphError } from '../../errors.ts';

/** The error for a query that starts like one of a service but isn't. */
export function badQuery(
  prefix: string,
  rest: string,
  expected: readonly string[],
  why?: string,
): PapergraphError {
  return new PapergraphError(
    'BAD_SOURCE',
    `Expected ${expected.join(' or ')}${why === undefined ? '' : ` (${why})`}, but got "${prefix}:${rest}"`,
  );
}

/**
 * Reads `max`, how many papers to get at most: from 1 to `limit`, or the default where it isn't given.
 * Throws what `fail` makes of the reason.
 */
export function readMax(
  given: string | null,
  { fallback, limit, fail }: { fallback: number; limit: number; fail: (why: string) => Error },
): number {
  if (given === null) return fallback;
  const max = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  if (max < 1 || max > limit) throw fail(`max is a whole number from 1 to ${limit}`);
  return max;
}

/** Reads `name=value&name=value`, in which each name is one of the given ones and comes once. */
export function readParameters(
  text: string,
  names: readonly string[],
  fail: (why: string) => Error,
): URLSearchParams {
  const parameters = new URLSearchParams(text);
  for (const name of parameters.keys()) {
    if (!names.includes(name)) throw fail(`${name} is none of ${names.join(', ')}`);
    if (parameters.getAll(name).length > 1) throw fail(`${name} comes twice`);
  }
  return parameters;
}
