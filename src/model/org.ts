import { z } from 'zod';

/** An organisation. `slug` is its login on Hugging Face and GitHub in lower case; `name` is the one to display. */
export const org = z.object({
  slug: z.string().regex(/^[a-z\d][\w.-]*$/),
  name: z.string().min(1),
});

/** The slug under which an organisation is kept: logins ignore case. */
export function orgSlug(login: string): string {
  return login.trim().toLowerCase();
}
