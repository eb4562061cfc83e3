import type { PaperFilter } from '../analysis/paper-filter.ts';
import { unique } from '../collections.ts';
import { PapergraphError } from '../errors.ts';
import type { Loaders } from '../loaders/create-loaders.ts';
import { orgSlug } from '../model/org.ts';
import { searchWords } from '../model/search-text.ts';
import type { NamesInput, PaperFilterInput } from './types/paper-filter.ts';

const MOST_CONDITIONS = 100;
const DEEPEST = 8;
/** Each word is a look-up of its own, and nobody types more: a whole title has about ten. */
const MOST_SEARCH_WORDS = 32;

/** A condition as it is given: the names of topics and orgs are still to be found. */
type Condition = PaperFilter | { topicNamed: string } | { orgNamed: string };
type Given = Condition | { all: Given[] } | { any: Given[] } | { not: Given };

const NO_PAPER: PaperFilter = { any: [] };

/**
 * The filter that a request means, with topics and orgs by key: all names of a request are looked up together. Throws
 * `LIMIT_EXCEEDED` for a filter that is too large or too deep, and `BAD_USER_INPUT` for a text without words.
 */
export async function resolvePaperFilter(
  input: PaperFilterInput | null | undefined,
  loaders: Loaders,
): Promise<PaperFilter> {
  if (input == null) return { all: [] };
  const given = readFilter(input, 1);
  checkLimit('filterConditions', 'conditions', countConditions(given), MOST_CONDITIONS);
  return findNames(given, loaders);
}

function readFilter(input: PaperFilterInput, depth: number): Given {
  checkLimit('filterDepth', 'levels', depth, DEEPEST);
  const { topic, org, author, source, hasRepo, minUpvotes, maxUpvotes, text } = input;
  const { publishedSince: since, publishedUntil: until, and, or, not } = input;
  const parts: Given[] = [
    ...readNames({ all: topic == null ? [] : [topic] }, (topicNamed) => ({ topicNamed })),
    ...readNames(input.topics, (topicNamed) => ({ topicNamed })),
    ...readNames({ all: org == null ? [] : [org] }, (orgNamed) => ({ orgNamed })),
    ...readNames(input.orgs, (orgNamed) => ({ orgNamed })),
    ...readNames({ all: author == null ? [] : [author] }, (author) => ({ author })),
    ...readNames(input.authors, (author) => ({ author })),
  ];
  if (source != null) parts.push({ source });
  if (hasRepo != null) parts.push({ hasRepo });
  if (minUpvotes != null) parts.push({ minUpvotes });
  if (maxUpvotes != null) parts.push({ maxUpvotes });
  if (since != null) parts.push({ since });
  if (until != null) parts.push({ until });
  if (text != null) parts.push(...readText(text));
  if (and != null) parts.push(...and.map((part) => readFilter(part, depth + 1)));
  if (or != null) parts.push({ any: or.map((part) => readFilter(part, depth + 1)) });
  if (not != null) parts.push({ not: readFilter(not, depth + 1) });
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { all: parts };
}

function readNames(names: NamesInput | null | undefined, conditionOf: (name: string) => Condition): Given[] {
  const { all, any } = names ?? {};
  const parts: Given[] = (all ?? []).map(conditionOf);
  return any == null ? parts : [...parts, { any: any.map(conditionOf) }];
}

/** What stands in double quotes is a phrase; every other word is one by itself. */
function readText(text: string): PaperFilter[] {
  const [loose, quoted]: [string[], string[][]] = [[], []];
  for (const [index, piece] of text.split('"').entries()) {
    // A quotation mark that nobody closes is none.
    const isQuoted = index % 2 === 1 && index < text.split('"').length - 1;
    const words = searchWords(piece);
    if (isQuoted) quoted.push(words);
    else loose.push(...words);
  }
  const phrases = unique([...loose, ...quoted.map((words) => words.join(' '))]).filter(
    (phrase) => phrase !== '',
  );
  const words = phrases.flatMap((phrase) => phrase.split(' '));
  if (words.length > MOST_SEARCH_WORDS) {
    throw new PapergraphError(
      'LIMIT_EXCEEDED',
      `"text" has ${words.length} words, but at most ${MOST_SEARCH_WORDS} are allowed.`,
      { details: { limit: 'searchWords', cost: words.length, maximum: MOST_SEARCH_WORDS } },
    );
  }
  if (words.length === 0) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "text" to hold a word to search for, but got "${text}".`,
    );
  }
  return phrases.map((phrase) => ({ phrase: phrase.split(' ') }));
}

function countConditions(given: Given): number {
  if ('all' in given) return given.all.reduce((sum, part) => sum + countConditions(part), 0);
  if ('any' in given) return given.any.reduce((sum, part) => sum + countConditions(part), 0);
  return 'not' in given ? countConditions(given.not) : 1;
}

function checkLimit(limit: string, unit: string, cost: number, maximum: number): void {
  if (cost <= maximum) return;
  throw new PapergraphError(
    'LIMIT_EXCEEDED',
    `The filter has ${cost} ${unit}, but at most ${maximum} are allowed.`,
    { details: { limit, cost, maximum } },
  );
}

async function findNames(given: Given, loaders: Loaders): Promise<PaperFilter> {
  const findAll = (parts: readonly Given[]) => Promise.all(parts.map((part) => findNames(part, loaders)));
  if ('all' in given) return { all: await findAll(given.all) };
  if ('any' in given) return { any: await findAll(given.any) };
  if ('not' in given) return { not: await findNames(given.not, loaders) };
  if ('topicNamed' in given) {
    const topic = await loaders.topicKey.load(given.topicNamed);
    return topic === null ? NO_PAPER : { topic };
  }
  if ('orgNamed' in given) {
    const org = await loaders.slugOfOrg.load(orgSlug(given.orgNamed));
    return org === null ? NO_PAPER : { org };
  }
  return given;
}
