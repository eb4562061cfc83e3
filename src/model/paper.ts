import { createHash } from 'node:crypto';
import { z } from 'zod';
import { calendarDate } from './date.ts';
import { org } from './org.ts';
import { repo } from './repo.ts';
import { wordsOf } from './words.ts';

/** What GraphQL's `Int` can carry. */
const count = z.int().min(0).max(2_147_483_647);

/** A keyword that a source gives a paper, and the part of the source that does, such as `ai_keywords`. */
export const keyword = z.object({ text: z.string().min(1), source: z.string().min(1) });
export type Keyword = z.infer<typeof keyword>;

/** What every source says of a paper. A null or an empty list means that the source does not say. */
export const paperRecord = z.object({
  title: z.string().min(1),
  abstract: z.string().min(1),
  publishedOn: calendarDate,
  /** Without version, such as `2402.18700` or `cs/0112017`. */
  arxivId: z.string().min(1).nullable(),
  authorCount: count.min(1).nullable(),
  authorNames: z.array(z.string().min(1)),
  commentCount: count.nullable(),
  upvotes: count.nullable(),
  projectPage: z.url().nullable(),
  keywords: z.array(keyword),
  /** With the part of the source that names each, such as `listing`. */
  orgs: z.array(org.extend({ source: z.string().min(1) })),
  /** With where each was found, such as `abstract`. */
  repos: z.array(repo.extend({ source: z.string().min(1) })),
});
export type PaperRecord = z.infer<typeof paperRecord>;

/** A paper's own properties as the graph keeps them; its orgs, repositories and topics are edges. */
export const paper = paperRecord.omit({ orgs: true, repos: true }).extend({ id: z.string().min(1) });
export type Paper = z.infer<typeof paper>;

/**
 * The key that two listings of one paper share when neither gives an id: `title:` and a hash of the title's words
 * (case, punctuation and spacing ignored). Null where the title has no letter or digit.
 */
export function titleKey(title: string): string | null {
  const words = wordsOf(title);
  if (words.length === 0) return null;
  return `title:${createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 16)}`;
}

/** The id of a paper with an arXiv id: `arxiv:2402.18700`. */
export function arxivPaperId(arxivId: string): string {
  return `arxiv:${arxivId}`;
}

const ARXIV_ID = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;

/**
 * Reads an arXiv id from `2402.18700`, `arXiv:2402.18700v2`, `cs/0112017`, a link to the paper's page on arXiv or
 * Hugging Face, or arXiv's DOI; the version is dropped. Null where the text is none of them.
 */
export function parseArxivId(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^arxiv:/i, '')
    .replace(/^(?:https?:\/\/)?(?:dx\.)?(?:doi\.org\/)?10\.48550\/arxiv\./i, '')
    .replace(
      /^(?:https?:\/\/)?(?:www\.|export\.)?(?:arxiv\.org\/(?:abs|html|pdf)|huggingface\.co\/papers)\//i,
      '',
    )
    .replace(/(?:\.pdf|\/)?(?:[?#].*)?$/i, '');
  return ARXIV_ID.exec(bare)?.[1]?.toLowerCase() ?? null;
}
