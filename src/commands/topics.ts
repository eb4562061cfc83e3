import { SingleBar } from 'cli-progress';
import type { Config } from '../config.ts';
import { PapergraphError } from '../errors.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { openStore } from '../graph/open-store.ts';
import { papersByIds } from '../graph/statements/papers.ts';
import { pagesOfIds, readCorpus } from '../ingest/read-corpus.ts';
import { refreshTopics, type TopicChanges } from '../ingest/refresh-topics.ts';
import type { Paper } from '../model/paper.ts';
import { explainTopics, type ExplainedCandidate } from '../topics/explain-topics.ts';
import type { TopicOverrides } from '../topics/overrides.ts';
import { buildVocabulary } from '../topics/vocabulary.ts';
import { findPaperIds } from './find-paper.ts';
import { readOverrides } from './read-overrides.ts';

/**
 * `papergraph topics`: reads the texts of all papers again, chooses their topics and says what changed. With
 * `explain` it changes no topic and prints the candidates of one paper: their features, and why each was kept or not.
 */
export async function topicsCommand(
  { explain }: { explain?: string | undefined },
  config: Config,
): Promise<void> {
  const overrides = await readOverrides(config.topicOverrides);
  const store = await openStore(config.store, { leaveAsIs: explain !== undefined });
  try {
    if (explain === undefined) {
      const changes = await refreshWithBar(store, overrides);
      process.stdout.write(`${describeChanges(changes)} (${store.address})\n`);
    } else {
      const paper = await findPaper(store, explain);
      const { corpus } = await readCorpus(store, await pagesOfIds(store));
      const candidates = explainTopics(
        { ...paper, abstract: paper.abstract ?? '' },
        buildVocabulary(corpus, overrides),
      );
      process.stdout.write(`${paper.title}\n${candidates.map(explanationOf).join('\n')}\n`);
    }
  } finally {
    await store.close();
  }
}

/** Shows a bar on a terminal only. */
async function refreshWithBar(store: GraphStore, overrides: TopicOverrides): Promise<TopicChanges> {
  const bar = new SingleBar({ format: '{bar} {percentage}% of {papers} papers' });
  bar.start(1, 0, { papers: 'all' });
  try {
    return await refreshTopics(store, {
      overrides,
      readAgain: true,
      onProgress: (done, of) => {
        bar.setTotal(of);
        bar.update(done, { papers: of / 2 });
      },
    });
  } finally {
    bar.stop();
  }
}

function describeChanges({ papers, links, topics }: TopicChanges): string {
  const counts = ({ added, changed, removed }: TopicChanges['links']) =>
    `${added} added, ${changed} changed, ${removed} removed`;
  return `read ${papers} papers; topics: ${counts(topics)}; links: ${counts(links)}`;
}

async function findPaper(store: GraphStore, name: string): Promise<Paper> {
  const [paper] = await store.run(papersByIds, { ids: await findPaperIds(store, name) });
  if (paper !== undefined) return paper;
  throw new PapergraphError(
    'BAD_USER_INPUT',
    `--explain: expected the id, arXiv id, DOI or title of a paper in the graph, but got "${name}".`,
  );
}

/** Three lines: what became of the candidate, what its text says, what the other papers say. */
function explanationOf({ concept, text, corpus }: ExplainedCandidate): string {
  const { key, score, dropped, members, keywords } = concept;
  const merged = members
    .filter(({ rule }) => rule !== null)
    .map((member) => `${member.key} (${member.rule})`);
  const lines = [
    `${dropped === null ? 'kept' : 'dropped'} ${score.toFixed(3)} ${key}`,
    ...(dropped === null ? [] : [`  because: ${dropped}`]),
    ...(merged.length === 0 ? [] : [`  merged: ${merged.join(', ')}`]),
    ...(keywords.length === 0 ? [] : [`  keyword of: ${keywords.map(({ source }) => source).join(', ')}`]),
    ...(text === null ? [] : [`  text: ${describeFeatures(text)}`]),
    ...(corpus === null ? [] : [`  corpus: ${describeFeatures(corpus)}`]),
  ];
  return lines.join('\n');
}

function describeFeatures(features: Record<string, number>): string {
  return Object.entries(features)
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `${name} ${Number(value.toFixed(3))}`)
    .join(', ');
}
