import type { z } from 'zod';

/** Whether a JSON value is an object with keys: no array and not null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The item as its schema has it. Throws an `Error` that names the first field that is not as expected. */
export function checkItem<T>(schema: z.ZodType<T>, item: unknown): T {
  const checked = schema.safeParse(item);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? 'item' : issue.path.join('.');
  throw new Error(`${field}: ${issue?.message ?? 'expected another value'}`);
}

/** The title that an item must have. Throws an `Error` where it is null, left out or has no letter or digit. */
export function expectTitle(title: string | null | undefined): string {
  if (title === null || title === undefined) throw new Error('expected a title, but got none');
  if (!/[\p{L}\p{N}]/u.test(title)) {
    throw new Error(`expected a title with letters or digits, but got "${title}"`);
  }
  return title;
}
