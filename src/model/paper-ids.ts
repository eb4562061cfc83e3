import { createHash } from 'node:crypto';
import { wordsOf } from './words.ts';

/** The ids by which sources name a paper. A paper has at most one of each. */
export type PaperIds = {
  /** Without version, such as `2402.18700` or `cs/0112017`. */
  arxivId: string | null;
  /** In lower case, such as `10.1093/mind/lix.236.433`. arXiv's own DOIs count as arXiv ids. */
  doi: string | null;
  /** Such as `W2741809807`. */
  openAlexId: string | null;
  /** Semantic Scholar's `paperId`: forty hexadecimal digits. */
  semanticScholarId: string | null;
};

const ARXIV_ID = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?$/i;
const ARXIV_DOI = /^10\.48550\/arxiv\./;
const DOI = /^10\.\d{4,9}\/\S+$/;

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
      /^(?:https?:\/\/)?(?:www\.|export\.)?(?:arxiv\.org\/(?:abs|html|pdf)|(?:huggingface\.co|hf\.co)\/papers)\//i,
      '',
    )
    .replace(/(?:\.pdf|\/)?(?:[?#].*)?$/i, '');
  return ARXIV_ID.exec(bare)?.[1]?.toLowerCase() ?? null;
}

/** Reads a DOI from `10.1000/182`, `doi:10.1000/182` or a link to doi.org, in lower case. Null where the text is none. */
export function parseDoi(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\//i, '')
    .replace(/^doi:\s*/i, '')
    .toLowerCase();
  return DOI.test(bare) ? bare : null;
}

/** Reads an OpenAlex work's id from `W2741809807` or a link to it. Null where the text is none. */
export function parseOpenAlexId(text: string): string | null {
  return (
    /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?(w\d+)$/i.exec(text.trim())?.[1]?.toUpperCase() ??
    null
  );
}

/** The ids in what a source gives as such; what is no id of its kind is left out. */
export function paperIds(given: {
  arxiv?: string | null | undefined;
  doi?: string | null | undefined;
  openAlex?: string | null | undefined;
  semanticScholar?: string | null | undefined;
}): PaperIds {
  const doi = parseDoi(given.doi ?? '');
  const isArxivDoi = doi !== null && ARXIV_DOI.test(doi);
  const semanticScholarId = given.semanticScholar?.toLowerCase() ?? '';
  return {
    arxivId: parseArxivId(given.arxiv ?? '') ?? (isArxivDoi ? parseArxivId(doi) : null),
    doi: isArxivDoi ? null : doi,
    openAlexId: parseOpenAlexId(given.openAlex ?? ''),
    semanticScholarId: /^[\da-f]{40}$/.test(semanticScholarId) ? semanticScholarId : null,
  };
}

/** The keys of a paper with the given ids, the strongest first: `arxiv:…`, `doi:…`, `openalex:…`, `s2:…`. */
export function keysOfIds({ arxivId, doi, openAlexId, semanticScholarId }: PaperIds): string[] {
  return [
    ...(arxivId === null ? [] : [arxivPaperId(arxivId)]),
    ...(doi === null ? [] : [`doi:${doi}`]),
    ...(openAlexId === null ? [] : [`openalex:${openAlexId}`]),
    ...(semanticScholarId === null ? [] : [`s2:${semanticScholarId}`]),
  ];
}

/** The id of a paper with an arXiv id: `arxiv:2402.18700`. */
export function arxivPaperId(arxivId: string): string {
  return `arxiv:${arxivId}`;
}

/**
 * The key that two listings of one paper share when neither gives an id: `title:` and a hash of the title's words
 * (case, punctuation and spacing ignored). Null where the title has no letter or digit.
 */
export function titleKey(title: string): string | null {
  const words = wordsOf(title);
  if (words.length === 0) return null;
  return `title:${createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 16)}`;
}
