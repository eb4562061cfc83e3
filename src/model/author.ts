import { z } from 'zod';
import { wordsOf } from './words.ts';

/** An author as a source names them. An id that the source does not tell is null. */
export const authorMention = z.strictObject({
  /** As printed on the paper, given name first. */
  name: z.string().min(1),
  /** Such as `0000-0002-1825-0097`. */
  orcid: z
    .string()
    .regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)
    .nullable()
    .default(null),
  /** Such as `A5023888391`. */
  openAlexId: z
    .string()
    .regex(/^A\d+$/)
    .nullable()
    .default(null),
  semanticScholarId: z.string().regex(/^\d+$/).nullable().default(null),
  /** The login on Hugging Face. */
  hfUser: z.string().min(1).nullable().default(null),
});
export type AuthorMention = z.infer<typeof authorMention>;

/** A name in the form in which names are compared: words in lower case without accents, such as `jose garcia`. */
export function personKey(name: string): string {
  return wordsOf(name.normalize('NFKD').replace(/\p{M}/gu, '')).join(' ');
}

/** A person as the graph keeps them: one node for all papers that are known to be theirs. */
export const author = z.object({
  /** `orcid:…`, else `openalex:…`, `s2:…` or `hf:…`, else the name with the first paper: `name:ada-lovelace@arxiv:…`. */
  id: z.string().min(1),
  /** The form of the name that most papers print. */
  name: z.string().min(1),
  /** Other forms, sorted. */
  aliases: z.array(z.string()),
  orcid: z.string().nullable(),
  openAlexId: z.string().nullable(),
  semanticScholarId: z.string().nullable(),
  hfUser: z.string().nullable(),
});
export type Author = z.infer<typeof author>;
