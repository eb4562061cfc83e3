import { z } from 'zod';
import { wordsOf } from './words.ts';

/** An organisation as a source names it. `slug` is its login in lower case, or made of its name where it has none. */
export const orgMention = z.strictObject({
  slug: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u),
  name: z.string().min(1),
  /** Its id in the Research Organization Registry, such as `https://ror.org/03cve4549`. */
  ror: z
    .string()
    .regex(/^https:\/\/ror\.org\/0[a-z\d]{8}$/)
    .nullable()
    .default(null),
  /** The ISO code of its country, such as `CN`. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .default(null),
  /** The part of the source that names it, such as `listing` or `institution`. */
  source: z.string().min(1),
});
export type OrgMention = z.infer<typeof orgMention>;

/** The slug under which an organisation is kept: logins ignore case. */
export function orgSlug(login: string): string {
  return login.trim().toLowerCase();
}

/** The slug of an organisation that has no login: the words of its name, such as `tsinghua-university`. */
export function slugOfName(name: string): string {
  return wordsOf(name).join('-');
}

/** An organisation as the graph keeps it: one node for all of its slugs and names. */
export const org = z.object({
  /** The slug that most papers give it. */
  slug: z.string().min(1),
  /** The name that most papers give it. */
  name: z.string().min(1),
  /** Its other names, sorted. */
  aliases: z.array(z.string()),
  /** Its other slugs, sorted. */
  slugs: z.array(z.string()),
  ror: z.string().nullable(),
  country: z.string().nullable(),
});
export type Org = z.infer<typeof org>;
