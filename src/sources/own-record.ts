import { z } from 'zod';
import { authorMention } from '../model/author.ts';
import { orgMention, orgSlug, slugOfName } from '../model/org.ts';
import { paperIds, parseArxivId, parseDoi, parseOpenAlexId } from '../model/paper-ids.ts';
import { keyword, paperRecord } from '../model/paper.ts';
import { parseRepoUrl, repoMention } from '../model/repo.ts';
import { source } from '../model/source.ts';
import { cleanLine } from '../model/words.ts';
import { isObject } from './check-item.ts';

const OWN = 'jsonl';

/**
 * A record as people write it: that of the model, where `source` may be left out, ids may be spelled in any way, and
 * authors, keywords, orgs and repositories may be given by their name, text or URL alone.
 */
export const ownRecord = paperRecord
  .extend({
    source: source.default(OWN),
    title: z.string().transform(cleanLine),
    abstract: textOrNull(),
    arxivId: idSpelled('an arXiv id such as 2402.18700', parseArxivId),
    doi: idSpelled('a DOI such as 10.1000/182', parseDoi),
    openAlexId: idSpelled('an OpenAlex id such as W2741809807', parseOpenAlexId),
    semanticScholarId: idSpelled(
      'a Semantic Scholar id of 40 hexadecimal digits',
      (text) => paperIds({ semanticScholar: text.trim() }).semanticScholarId,
    ),
    projectPage: z.preprocess((page) => (page === '' ? null : page), paperRecord.shape.projectPage),
    authors: listOf(authorMention, (author) =>
      typeof author === 'string' ? { name: cleanLine(author) } : author,
    ),
    keywords: listOf(keyword, (given) =>
      typeof given === 'string' ? { text: cleanLine(given), source: OWN } : withSource(given),
    ),
    orgs: listOf(orgMention, orgOf),
    repos: listOf(repoMention, repoOf),
    references: listOf(paperRecord.shape.references.unwrap().element, (key) => key),
    citedBy: listOf(paperRecord.shape.citedBy.unwrap().element, (key) => key),
  })
  // arXiv's own DOIs count as arXiv ids.
  .transform((record) => ({
    ...record,
    ...paperIds({
      arxiv: record.arxivId,
      doi: record.doi,
      openAlex: record.openAlexId,
      semanticScholar: record.semanticScholarId,
    }),
  }));

function textOrNull() {
  return z
    .string()
    .nullish()
    .transform((text) => cleanLine(text ?? '') || null);
}

/** An id that can't be read is an error: people who write one mean it. */
function idSpelled(expected: string, parse: (text: string) => string | null) {
  return textOrNull().refine((text) => text === null || parse(text) !== null, `expected ${expected}`);
}

/** A list, whose elements are completed before they are checked; empty where it is null or left out. */
function listOf<T extends z.ZodType>(element: T, complete: (given: unknown) => unknown) {
  return z
    .array(z.preprocess(complete, element))
    .nullish()
    .transform((list) => list ?? []);
}

function withSource(given: unknown): unknown {
  return isObject(given) ? { source: OWN, ...given } : given;
}

function orgOf(given: unknown): unknown {
  const org = typeof given === 'string' ? { name: given } : given;
  if (!isObject(org) || typeof org['name'] !== 'string') return withSource(org);
  const name = cleanLine(org['name']);
  const slug = typeof org['slug'] === 'string' ? orgSlug(org['slug']) : slugOfName(name);
  return { source: OWN, ...org, name, slug };
}

function repoOf(given: unknown): unknown {
  const mention = typeof given === 'string' ? { url: given } : given;
  if (!isObject(mention) || typeof mention['url'] !== 'string') return mention;
  const repo = parseRepoUrl(mention['url']);
  // Without the rest the schema tells that the URL is that of no repository.
  return { source: OWN, confidence: 1, ...repo, ...mention, ...(repo === null ? {} : { url: repo.url }) };
}
