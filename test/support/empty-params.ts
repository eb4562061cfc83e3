import { z } from 'zod';

/** The emptiest parameters that a statement takes: no ids, no rows, no filter. */
export function emptyParams(shape: z.ZodType<Record<string, unknown>>): Record<string, unknown> {
  const fields = Object.entries((shape as z.ZodObject).shape);
  return Object.fromEntries(fields.map(([name, field]) => [name, emptyValue(field as z.ZodType)]));
}

function emptyValue(field: z.ZodType): unknown {
  const empty = [[], null, false, 0].find((value) => field.safeParse(value).success);
  if (empty === undefined) throw new Error('a parameter takes neither a list, null, a boolean nor a number');
  return empty;
}
