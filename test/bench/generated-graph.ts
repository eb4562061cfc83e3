import { z } from 'zod';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import type { Statement } from '../../src/graph/statement.ts';

/** A made-up paper: what it is filtered by and linked to, by key. */
export type GeneratedPaper = {
  id: string;
  title: string;
  abstract: string | null;
  publishedOn: string;
  upvotes: number;
  /** Distinct keys, such as `topic 17`: a low number is a frequent topic. */
  topics: string[];
  topicScores: number[];
  orgs: string[];
  authors: string[];
  repos: string[];
  /** Papers that come before this one. */
  cites: string[];
};

export type GeneratedGraphOptions = {
  papers: number;
  seed?: number;
  /** Whether papers have abstracts, of about 120 words; they do unless told otherwise. */
  withAbstracts?: boolean;
};

const TOPICS_A_PAPER = 8;
/**
 * With this shift of ranks (Mandelbrot 1953) a paper meets as many papers by its topics as on Hugging Face's daily pages: 16
 * of 100, those by several topics counted as often.
 */
const TOPIC_SHIFT = 5;
const AUTHORS_A_PAPER = 5;
const CITATIONS_A_PAPER = 5;
const TITLE_WORDS = 9;
const ABSTRACT_WORDS = 120;
const VOCABULARY = 20_000;
const BATCH = 1000;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 4000;
const MS_PER_DAY = 86_400_000;

/**
 * Papers with 8 topics, 5 authors and 5 citations each, and an org and a repository at two of five. How often topics, orgs
 * and words occur follows Zipf's law, as in real corpora; the same options give the same papers.
 */
export function* generatedPapers({
  papers,
  seed = 1,
  withAbstracts = true,
}: GeneratedGraphOptions): Generator<GeneratedPaper> {
  const random = randomNumbers(seed);
  const topicRank = zipf(random, Math.max(100, papers), TOPIC_SHIFT);
  const orgRank = zipf(random, Math.max(20, Math.round(papers / 100)));
  const wordRank = zipf(random, VOCABULARY);
  const below = (count: number) => Math.floor(random() * count);
  const authors = Math.max(20, papers);
  const words = (count: number) => Array.from({ length: count }, () => wordOf(wordRank())).join(' ');

  for (let index = 0; index < papers; index += 1) {
    const day = new Date(FIRST_DAY + Math.floor((index / papers) * DAYS) * MS_PER_DAY);
    const topics = distinct(TOPICS_A_PAPER, () => `topic ${topicRank()}`);
    yield {
      id: idOf(index),
      title: `${words(TITLE_WORDS)} ${index}`,
      abstract: withAbstracts ? words(ABSTRACT_WORDS) : null,
      publishedOn: day.toISOString().slice(0, 10),
      upvotes: Math.floor(100 * random() ** 4),
      topics,
      topicScores: topics.map(() => Math.round(random() * 100) / 100),
      orgs: random() < 0.4 ? [`org-${orgRank()}`] : [],
      authors: distinct(AUTHORS_A_PAPER, () => `name:author-${below(authors)}`),
      repos: random() < 0.4 ? [`https://github.com/org-${orgRank()}/repo-${index}`] : [],
      cites: distinct(Math.min(CITATIONS_A_PAPER, index), () => idOf(Math.floor(index * random() ** 2))),
    };
  }
}

/** How many links of papers a generated graph has: to topics, orgs, authors, repositories and cited papers. */
export function linkCountOf({ topics, orgs, authors, repos, cites }: GeneratedPaper): number {
  return topics.length + orgs.length + authors.length + repos.length + cites.length;
}

/** Writes papers, and what they are linked to, into an empty store, in batches of plain `CREATE`. */
export async function writeGeneratedGraph(
  store: GraphStore,
  papers: Iterable<GeneratedPaper>,
): Promise<{ papers: number; links: number }> {
  const known = { Topic: new Set<string>(), Org: new Set<string>(), Author: new Set<string>() };
  const written = { papers: 0, links: 0 };
  for (const batch of batches(papers)) {
    await write(store, PAPERS, batch.map(paperRow));
    for (const [label, keyName, keysOf] of TARGETS) {
      const rows: { key: string; name: string }[] = [];
      for (const key of batch.flatMap(keysOf)) {
        if (known[label].has(key)) continue;
        known[label].add(key);
        rows.push({ key, name: key.replace(/^name:|-/g, ' ').trim() });
      }
      await write(
        store,
        `UNWIND $rows AS row CREATE (n:${label} {${keyName}: row.key, name: row.name})`,
        rows,
      );
    }
    for (const [text, rowsOf] of LINKS) await write(store, text, batch.flatMap(rowsOf));
    written.papers += batch.length;
    written.links += batch.reduce((sum, paper) => sum + linkCountOf(paper), 0);
  }
  return written;
}

const PAPERS = `UNWIND $rows AS row
  CREATE (p:Paper {id: row.id}) SET p += row.properties
  CREATE (:SourceRecord {key: row.key, source: 'hf'})-[:DESCRIBES]->(p)`;

const TARGETS = [
  ['Topic', 'key', (paper: GeneratedPaper) => paper.topics],
  ['Org', 'slug', (paper: GeneratedPaper) => paper.orgs],
  ['Author', 'id', (paper: GeneratedPaper) => paper.authors],
] as const;

const link = (match: string, create: string) =>
  `UNWIND $rows AS row MATCH (p:Paper {id: row.id}) ${match} CREATE ${create}`;

const LINKS: [text: string, rowsOf: (paper: GeneratedPaper) => object[]][] = [
  [
    link('MATCH (t:Topic {key: row.key})', "(p)-[:HAS_TOPIC {score: row.score, source: 'text'}]->(t)"),
    ({ id, topics, topicScores }) => topics.map((key, place) => ({ id, key, score: topicScores[place] })),
  ],
  [
    link('MATCH (o:Org {slug: row.slug})', "(p)-[:AFFILIATED_WITH {source: 'hf'}]->(o)"),
    ({ id, orgs }) => orgs.map((slug) => ({ id, slug })),
  ],
  [
    link('MATCH (a:Author {id: row.author})', '(a)-[:WROTE {position: row.position}]->(p)'),
    ({ id, authors }) => authors.map((author, position) => ({ id, author, position })),
  ],
  [
    link(
      '',
      "(p)-[:HAS_CODE {source: 'hf', confidence: 1.0}]->(:Repo {url: row.url, host: 'GITHUB', owner: row.owner, ownerKey: row.owner, name: row.name})",
    ),
    ({ id, repos }) =>
      repos.map((url) => {
        const [owner, name] = url.split('/').slice(-2);
        return { id, url, owner, name };
      }),
  ],
  [
    link('MATCH (c:Paper {id: row.cited})', '(p)-[:CITES]->(c)'),
    ({ id, cites }) => cites.map((cited) => ({ id, cited })),
  ],
];

function paperRow({ id, title, abstract, publishedOn, upvotes }: GeneratedPaper) {
  const text = abstract === null ? {} : { abstract };
  return { id, key: `hf|${id}`, properties: { title, publishedOn, upvotes, ...text } };
}

/** Deletes everything that a store holds. */
export async function emptyStore(store: GraphStore): Promise<void> {
  const text = 'MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS deleted';
  let deleted: unknown;
  do {
    const [row] = (await store.run(writing(text), {})) as { deleted: number }[];
    deleted = row?.deleted;
  } while (deleted !== 0);
}

function writing(text: string): Statement<unknown, unknown> {
  return {
    name: 'write/generated',
    text,
    access: 'write',
    params: z.unknown(),
    row: z.unknown(),
    touches: () => ({}),
  };
}

async function write(store: GraphStore, text: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await store.run(writing(text), { rows: rows.slice(start, start + BATCH) });
  }
}

function* batches(papers: Iterable<GeneratedPaper>): Generator<GeneratedPaper[]> {
  let batch: GeneratedPaper[] = [];
  for (const paper of papers) {
    batch.push(paper);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function idOf(index: number): string {
  return `arxiv:${String(1000 + Math.floor(index / 100_000))}.${String(index % 100_000).padStart(5, '0')}`;
}

/** A made-up word that is always the same for a number. */
function wordOf(number: number): string {
  let rest = number + 1;
  let word = '';
  while (rest > 0) {
    word += 'bdfgklmnprstvz'[rest % 14]! + 'aeiou'[Math.floor(rest / 14) % 5]!;
    rest = Math.floor(rest / 70);
  }
  return `${word}n`;
}

function distinct(count: number, next: () => string): string[] {
  const found = new Set<string>();
  // Few are left to be found where there are few: then so many have to do.
  for (let tries = 0; found.size < count && tries < 20 * count; tries += 1) found.add(next());
  return [...found];
}

/** Numbers from 0 that occur as Zipf's law has it: the n-th 1 / n times as often as the first. */
export function zipf(random: () => number, count: number, shift = 0): () => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) sums[rank] = sum += 1 / (rank + 1 + shift);
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Numbers from 0 up to 1 that look random and are the same for a seed (xorshift of 32 bits, Marsaglia 2003). */
export function randomNumbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_00_00_00_00;
  };
}
