import { isDeepStrictEqual } from 'node:util';
import { unique } from '../collections.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import {
  deleteUnusedTopics,
  paperTopicLinks,
  topics,
  unlinkPaperTopics,
  writePaperTopics,
  writeTopics,
  type TopicLink,
} from '../graph/statements/topics.ts';
import type { Topic } from '../model/topic.ts';
import { canonicalKey } from '../model/canonical-key.ts';
import type { TopicOverrides } from '../topics/overrides.ts';
import { unpackAnalysis } from '../topics/pack-analysis.ts';
import type { PaperTopic } from '../topics/paper-topics.ts';
import { createTopicRegister } from '../topics/topic-register.ts';
import type { Vocabulary } from '../topics/rank-concepts.ts';
import { buildVocabulary, chooseTopics } from '../topics/vocabulary.ts';
import { oneInFlight } from './in-flight.ts';
import { inPages, pagesOfIds, readCorpus, type CorpusOptions } from './read-corpus.ts';

/** What a refresh changed: papers whose text was read, links and topics that were added, changed and removed. */
export type TopicChanges = {
  papers: number;
  papersRead: number;
  links: { added: number; changed: number; removed: number };
  topics: { added: number; changed: number; removed: number };
};

export type RefreshOptions = Pick<CorpusOptions, 'readAgain'> & {
  overrides?: TopicOverrides | undefined;
  /** Told after every page of papers how many steps of how many are done; a paper is two steps. */
  onProgress?: ((done: number, of: number) => void) | undefined;
};

/**
 * Brings the topics of all papers up to date. Each paper's text is read once and what was found is kept with it; from
 * that the vocabulary of all papers is built, which depends on no order, and each paper's topics are chosen. Only
 * what differs from the graph is written, a page of papers at a time.
 */
export async function refreshTopics(store: GraphStore, options: RefreshOptions = {}): Promise<TopicChanges> {
  const pages = await pagesOfIds(store);
  const papers = pages.reduce((sum, ids) => sum + ids.length, 0);
  const tell = (done: number) => options.onProgress?.(done, 2 * papers);
  const { corpus, papersRead } = await readCorpus(store, pages, { ...options, onProgress: tell });
  const vocabulary = buildVocabulary(corpus, options.overrides);

  const register = createTopicRegister(vocabulary.concepts);
  const before = new Map((await store.run(topics, {})).map((topic) => [topic.key, topic]));
  const links = { added: 0, changed: 0, removed: 0 };
  let done = papers;
  // The topics of a page are chosen while those of the one before are written.
  const writing = oneInFlight();
  for (const ids of pages) {
    const page = await choosePage(store, ids, vocabulary);
    for (const ofPaper of page.topics) register.add(ofPaper);
    links.added += page.added;
    links.changed += page.written.length - page.added;
    links.removed += page.removed.length;
    await writing.start(() => writePage(store, page));
    tell((done += ids.length));
  }
  await writing.done();
  return { papers, papersRead, links, topics: await writeChangedTopics(store, before, register.topics()) };
}

/** The topics that papers are to have, and the links to write and to remove to make it so. */
type Page = {
  topics: PaperTopic[][];
  written: { paperId: string; topicKey: string; properties: TopicLink }[];
  /** How many of those written are new. */
  added: number;
  removed: { paperId: string; topicKey: string }[];
};

async function choosePage(store: GraphStore, ids: string[], vocabulary: Vocabulary): Promise<Page> {
  const page: Page = { topics: [], written: [], added: 0, removed: [] };
  for (const { id: paperId, analysis, links, ...paper } of await store.run(paperTopicLinks, { ids })) {
    const kept = analysis === null ? null : unpackAnalysis(analysis);
    const topics = chooseTopics(paper, vocabulary, kept === null ? {} : { analysis: kept });
    page.topics.push(topics);
    const known = new Map(links.map(({ topicKey, ...properties }) => [topicKey, properties]));
    for (const topic of topics) {
      const properties = linkOf(topic);
      const isNew = !known.has(topic.key);
      if (isNew || !isDeepStrictEqual(known.get(topic.key), properties)) {
        page.written.push({ paperId, topicKey: topic.key, properties });
        page.added += Number(isNew);
      }
      known.delete(topic.key);
    }
    page.removed.push(...[...known.keys()].map((topicKey) => ({ paperId, topicKey })));
  }
  return page;
}

async function writePage(store: GraphStore, { written, removed }: Page): Promise<void> {
  if (written.length + removed.length === 0) return;
  await store.transaction(async (run) => {
    if (removed.length > 0) await run(unlinkPaperTopics, { rows: removed });
    if (written.length > 0) await run(writePaperTopics, { rows: written });
  });
}

function linkOf({ score, source, evidence }: PaperTopic): TopicLink {
  return {
    score,
    source,
    evidence: evidence.map(({ text }) => text),
    evidenceFields: evidence.map(({ field }) => field),
    evidenceStarts: evidence.map(({ start }) => start),
    evidenceEnds: evidence.map(({ end }) => end),
  };
}

async function writeChangedTopics(
  store: GraphStore,
  before: ReadonlyMap<string, Topic>,
  topics: readonly Topic[],
): Promise<TopicChanges['topics']> {
  const keys = new Set(topics.map(({ key }) => key));
  const unused = [...before.keys()].filter((key) => !keys.has(key));
  const written = topics.filter((topic) => !isDeepStrictEqual(before.get(topic.key), topic));
  await inPages(store, written, (page) => store.run(writeTopics, { rows: page.map(topicRow) }));
  await store.run(deleteUnusedTopics, { keys: unused });
  const added = written.filter(({ key }) => !before.has(key)).length;
  return { added, changed: written.length - added, removed: unused.length };
}

function topicRow({ key, ...properties }: Topic) {
  const aliasKeys = unique(properties.aliases.map(canonicalKey)).filter((alias) => alias !== key);
  return { key, properties: { ...properties, aliasKeys } };
}
