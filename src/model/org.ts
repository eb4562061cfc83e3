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

/** What names have in common that differ in case and punctuation only: their words. */
export function orgNameKey(name: string): string {
  return wordsOf(name).join(' ');
}

/** Why another name or slug belongs to an organisation. Earlier rules say more where several hold. */
export const ORG_ALIAS_RULES = ['SPELLING', 'SAME_SLUG', 'SAME_ROR', 'SAME_NAME'] as const;
export type OrgAliasRule = (typeof ORG_ALIAS_RULES)[number];

/** Several sources as one text, for a property of a node is a list of texts at most: a space between them, `%20` in them. */
export function joinSources(sources: readonly string[]): string {
  return sources.map((source) => source.replaceAll(/[ %]/g, encodeURIComponent)).join(' ');
}

/** The sources that {@link joinSources} has joined. */
export function splitSources(joined: string): string[] {
  return joined.split(' ').map(decodeURIComponent);
}

/** An organisation as the graph keeps it: one node for all of its slugs and names. */
export const org = z.object({
  /** The slug that most papers give it. */
  slug: z.string().min(1),
  /** The name that most papers give it. */
  name: z.string().min(1),
  /** Its other names, sorted. */
  aliases: z.array(z.string()),
  /** For each alias, why it is a name of the organisation. */
  aliasRules: z.array(z.enum(ORG_ALIAS_RULES)),
  /** For each alias, the sources that give it, sorted, as `joinSources` joins them. */
  aliasSources: z.array(z.string()),
  /** Its other slugs, sorted. */
  slugs: z.array(z.string()),
  /** For each other slug, why it is a slug of the organisation. */
  slugRules: z.array(z.enum(ORG_ALIAS_RULES)),
  /** For each other slug, the sources that give it. */
  slugSources: z.array(z.string()),
  ror: z.string().nullable(),
  country: z.string().nullable(),
});
export type Org = z.infer<typeof org>;
