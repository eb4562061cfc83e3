import DataLoader from 'dataloader';
import {
  inverseDocumentFrequency,
  rankRelated,
  type PaperTerms,
  type RelatedPaper,
  type Signal,
  weighTerms,
} from '../analysis/related.ts';
import { unique } from '../collections.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { paperCountsOfOrgs } from '../graph/statements/orgs.ts';
import { paperTerms, relatedCandidates } from '../graph/statements/papers.ts';
import { stats } from '../graph/statements/stats.ts';
import { countsOfTopics } from '../graph/statements/topics.ts';

/** A loader of the papers related to a paper by the given signals: five statements, however many papers are asked for. */
export function relatedLoader(
  store: GraphStore,
  signals: readonly Signal[],
): DataLoader<string, RelatedPaper[]> {
  return new DataLoader(async (ids) => {
    const candidates = new Map(
      (
        await store.run(relatedCandidates, {
          ids: [...ids],
          byTopic: signals.includes('TOPIC'),
          byOrg: signals.includes('ORG'),
        })
      ).map(({ id, candidateIds }) => [id, candidateIds]),
    );
    const papers = await findTerms(store, unique([...ids, ...[...candidates.values()].flat()]));
    const weightOf = await findWeights(store, papers);
    const weighted = new Map(papers.map((paper) => [paper.id, weighTerms(paper, weightOf)]));
    return ids.map((id) => {
      const paper = weighted.get(id);
      if (paper === undefined) return [];
      const others = (candidates.get(id) ?? []).flatMap((otherId) => weighted.get(otherId) ?? []);
      return rankRelated(paper, others, signals);
    });
  });
}

async function findTerms(store: GraphStore, ids: string[]): Promise<PaperTerms[]> {
  const rows = await store.run(paperTerms, { ids });
  return rows.map(({ id, topicKeys, orgSlugs }) => ({ id, terms: { TOPIC: topicKeys, ORG: orgSlugs } }));
}

async function findWeights(
  store: GraphStore,
  papers: readonly PaperTerms[],
): Promise<(signal: Signal, key: string) => number> {
  const keysOf = (signal: Signal) => unique(papers.flatMap(({ terms }) => terms[signal]));
  const [total] = await store.run(stats, {});
  const topics = await store.run(countsOfTopics, { keys: keysOf('TOPIC') });
  const orgs = await store.run(paperCountsOfOrgs, { keys: keysOf('ORG') });
  const weight = (paperCount: number) => inverseDocumentFrequency(total?.papers ?? 0, paperCount);
  const weights: Record<Signal, Map<string, number>> = {
    TOPIC: new Map(topics.map(({ key, paperCount }) => [key, weight(paperCount)])),
    ORG: new Map(orgs.map(({ key, paperCount }) => [key, weight(paperCount)])),
  };
  return (signal, key) => weights[signal].get(key) ?? 0;
}
