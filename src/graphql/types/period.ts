import { PapergraphError } from '../../errors.ts';
import { builder } from '../builder.ts';

/** A period as a request brings it; checked with `checkPeriod`. */
export type PeriodInput = { since?: string | null | undefined; until?: string | null | undefined };

export const Period = builder.inputRef<PeriodInput>('Period').implement({
  description:
    'A span of days of publication, both ends included; at least one of them is given. Papers without a date are in none. ' +
    'Example: `{since: "2024-01-01", until: "2024-12-31"}`.',
  fields: (t) => ({
    since: t.field({ type: 'Date', description: 'Its first day; null for all days up to `until`.' }),
    until: t.field({ type: 'Date', description: 'Its last day; null for all days from `since` on.' }),
  }),
});

/** Throws `BAD_USER_INPUT` for a period without an end and for one that ends before it begins. */
export function checkPeriod(name: string, { since, until }: PeriodInput): void {
  if (since == null && until == null) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "${name}" to have "since" or "until", but got neither.`,
    );
  }
  if (since != null && until != null && since > until) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "${name}" to end on its first day or later, but got ${since} to ${until}.`,
    );
  }
}
