/**
 * What went wrong, for programs. `BAD_USER_INPUT`, `LIMIT_EXCEEDED` and `UNAUTHORIZED` reach GraphQL clients as
 * `extensions.code`; the others are told by the command line.
 */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
  'UNAUTHORIZED',
  'BAD_CONFIGURATION',
  'BAD_SOURCE',
  'STORE_UNAVAILABLE',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error that is meant to be read by the person who caused it or who can mend it: its message says all. */
export class PapergraphError extends Error {
  override readonly name = 'PapergraphError';
  readonly code: ErrorCode;
  /** Further facts for programs; for `LIMIT_EXCEEDED`: `limit`, `cost` and `maximum`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: ErrorOptions & { details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options);
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
