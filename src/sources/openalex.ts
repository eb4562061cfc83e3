import { z } from 'zod';
import type { authorMention } from '../model/author.ts';
import { partialDate } from '../model/date.ts';
import { slugOfName, type orgMention } from '../model/org.ts';
import { paperIds, parseArxivId, parseOpenAlexId } from '../model/paper-ids.ts';
import type { Keyword, PaperRecordInput } from '../model/paper.ts';
import { cleanLine } from '../model/words.ts';
import { checkItem, expectTitle, isObject } from './check-item.ts';
import { repoMentionsOf } from './links.ts';
import { plainText, plainTextOrNull } from './markup.ts';
import { parseOrcid } from '../model/orcid.ts';
import type { JsonFormat } from './reading.ts';

/** Works of OpenAlex: a work, an answer with a list of works, an array of works, or a part of its snapshot (JSON lines). */
export const openAlex: JsonFormat = {
  name: 'openalex',
  itemsOf,
  readItem: (item) => [readWork(item)],
};

/** Far more than an abstract has words. */
const LAST_POSITION = 50_000;

/** OpenAlex guesses keywords and says how sure it is, from 0 to 1; the less sure half is left out. */
const LOWEST_KEYWORD_SCORE = 0.5;

const text = z.string().nullish();
const position = z
  .int('expected the position of a word')
  .min(0, 'expected the position of a word')
  .max(LAST_POSITION, `expected positions of words up to ${LAST_POSITION}, but got a higher one`);
const location = z.looseObject({ landing_page_url: text, pdf_url: text });

const authorship = z.looseObject({
  author: z.looseObject({ id: text, display_name: text, orcid: text }).nullish(),
  raw_author_name: text,
  institutions: z.array(z.looseObject({ display_name: text, ror: text, country_code: text })).nullish(),
});
type Authorship = z.infer<typeof authorship>;

const work = z.looseObject({
  id: z.string(),
  doi: text,
  ids: z.looseObject({ arxiv: text }).nullish(),
  title: text,
  display_name: text,
  publication_date: text,
  publication_year: z.int().nullish(),
  primary_location: location.nullish(),
  locations: z.array(location).nullish(),
  authorships: z.array(authorship).nullish(),
  is_authors_truncated: z.boolean().nullish(),
  abstract_inverted_index: z.record(z.string(), z.array(position)).nullish(),
  keywords: z
    .array(z.looseObject({ display_name: text, keyword: text, score: z.number().nullish() }))
    .nullish(),
  referenced_works: z.array(z.string()).nullish(),
});
type Work = z.infer<typeof work>;

function itemsOf(document: unknown): unknown[] | null {
  if (isWork(document)) return [document];
  if (Array.isArray(document)) return document.some(isWork) ? document : null;
  if (!isObject(document) || !isObject(document['meta']) || !Array.isArray(document['results'])) return null;
  const results: unknown[] = document['results'];
  return results.length === 0 || results.some(isWork) ? results : null;
}

/** All of OpenAlex's objects have such an id and a name; its letter tells works from institutions or authors. */
function isWork(value: unknown): boolean {
  if (!isObject(value)) return false;
  const id = value['id'];
  return typeof id === 'string' && id.includes('openalex.org/') && parseOpenAlexId(id) !== null;
}

function readWork(item: unknown): PaperRecordInput {
  const given = checkItem(work, item);
  const authorships = given.authorships ?? [];
  const abstract = abstractOf(given.abstract_inverted_index ?? {});
  return {
    source: 'openalex',
    title: expectTitle(plainTextOrNull(given.title ?? given.display_name)),
    abstract,
    publishedOn: publishedOn(given),
    ...paperIds({ openAlex: given.id, doi: given.doi, arxiv: arxivIdOf(given) }),
    // A list may cut the authors off after the hundredth, and then it does not say how many there are.
    authorCount: authorships.length === 0 || given.is_authors_truncated ? null : authorships.length,
    authors: authorships.flatMap(authorsOf),
    orgs: orgsOf(authorships),
    keywords: keywordsOf(given),
    repos: repoMentionsOf({ abstract }),
    references: referencesOf(given),
  };
}

/** The text that an inverted index gives as its words with their positions. The positions are only sorted, never allocated. */
function abstractOf(index: Record<string, number[]>): string | null {
  const words = Object.entries(index).flatMap(([word, positions]) =>
    positions.map((position) => ({ word, position })),
  );
  words.sort((a, b) => a.position - b.position);
  return plainTextOrNull(words.map(({ word }) => word).join(' '));
}

function publishedOn({ publication_date, publication_year }: Work): string | null {
  const dates = [publication_date, publication_year?.toString()];
  return dates.find((date) => partialDate.safeParse(date).success) ?? null;
}

/** OpenAlex has no field for it: arXiv is one of the places where a work may be found. */
function arxivIdOf({ ids, primary_location, locations }: Work): string | null {
  const places = [primary_location, ...(locations ?? [])];
  const urls = places.flatMap((place) => [place?.landing_page_url, place?.pdf_url]);
  return [ids?.arxiv, ...urls].map((url) => parseArxivId(url ?? '')).find((id) => id !== null) ?? null;
}

function authorsOf({ author, raw_author_name }: Authorship): z.input<typeof authorMention>[] {
  const name = cleanLine(author?.display_name ?? raw_author_name ?? '');
  if (name === '') return [];
  const openAlexId = /\/(A\d+)$/i.exec(author?.id ?? '')?.[1]?.toUpperCase() ?? null;
  return [{ name, orcid: parseOrcid(author?.orcid ?? ''), openAlexId }];
}

/** Every institution once, in the order of the authors. */
function orgsOf(authorships: readonly Authorship[]): z.input<typeof orgMention>[] {
  const orgs = new Map<string, z.input<typeof orgMention>>();
  for (const { display_name, ror, country_code } of authorships.flatMap((a) => a.institutions ?? [])) {
    const name = cleanLine(display_name ?? '');
    const slug = slugOfName(name);
    if (slug === '' || orgs.has(slug)) continue;
    const country = country_code?.toUpperCase() ?? '';
    orgs.set(slug, {
      slug,
      name,
      ror: /^https:\/\/ror\.org\/0[a-z\d]{8}$/.exec(ror ?? '')?.[0] ?? null,
      country: /^[A-Z]{2}$/.test(country) ? country : null,
      source: 'institution',
    });
  }
  return [...orgs.values()];
}

function keywordsOf({ keywords }: Work): Keyword[] {
  const sure = (keywords ?? []).filter(({ score }) => (score ?? 1) >= LOWEST_KEYWORD_SCORE);
  // Works of before mid-2024 call the text `keyword`.
  const texts = sure.map(({ display_name, keyword }) => plainText(display_name ?? keyword ?? ''));
  return [...new Set(texts)]
    .filter((text) => text !== '')
    .map((text) => ({ text, source: 'openalex_keywords' }));
}

function referencesOf({ referenced_works }: Work): string[] {
  const ids = (referenced_works ?? []).map(parseOpenAlexId).filter((id) => id !== null);
  return [...new Set(ids)].map((id) => `openalex:${id}`);
}
