import { compareText, groupBy } from '../../collections.ts';
import type { GraphStore } from '../../graph/graph-store.ts';
import { orgsOfPapers } from '../../graph/statements/orgs.ts';
import { papersByIds, papersCitedBy } from '../../graph/statements/papers.ts';
import { recordsOfPapers } from '../../graph/statements/records.ts';
import { reposOfPapers } from '../../graph/statements/repos.ts';
import { topicsOfPapers } from '../../graph/statements/topics.ts';
import type { Paper } from '../../model/paper.ts';

/** A paper with what it is linked to: what the formats for papers write. */
export type PaperContent = Omit<Paper, 'authorNames'> & {
  /** Their names in the order of the paper. */
  authors: string[];
  /** By slug, sorted. */
  orgs: string[];
  /** By URL, sorted. */
  repos: string[];
  /** Those of the highest score first. */
  topics: { key: string; name: string; score: number }[];
  /** The ids of the papers that it cites, sorted. */
  cites: string[];
  /** What each source says of it. */
  records: unknown[];
};

/** Papers by id, in the given order, a page in memory at a time. A paper that is gone meanwhile is left out. */
export async function* readPapers(
  store: GraphStore,
  pages: Iterable<readonly string[]>,
): AsyncGenerator<PaperContent> {
  for (const ids of pages) yield* await readPage(store, [...ids]);
}

async function readPage(store: GraphStore, ids: string[]): Promise<PaperContent[]> {
  const papers = new Map((await store.run(papersByIds, { ids })).map((paper) => [paper.id, paper]));
  const orgs = groupBy(await store.run(orgsOfPapers, { ids }), ({ paperId }) => paperId);
  const repos = groupBy(await store.run(reposOfPapers, { ids }), ({ paperId }) => paperId);
  const topics = groupBy(await store.run(topicsOfPapers, { ids }), ({ paperId }) => paperId);
  const cited = new Map(
    (await store.run(papersCitedBy, { keys: ids })).map(({ key, papers }) => [key, papers]),
  );
  const records = groupBy(await store.run(recordsOfPapers, { ids }), ({ paperId }) => paperId);
  const found = ids.flatMap((id) => papers.get(id) ?? []);
  return found.map(({ id, authorNames, ...own }) => ({
    id,
    ...own,
    authors: authorNames,
    orgs: (orgs.get(id) ?? []).map(({ org }) => org.slug).sort(),
    repos: (repos.get(id) ?? []).map(({ repo }) => repo.url).sort(),
    topics: (topics.get(id) ?? [])
      .map(({ topic: { key, name }, score }) => ({ key, name, score }))
      .sort((a, b) => b.score - a.score || compareText(a.key, b.key)),
    cites: (cited.get(id) ?? []).map((paper) => paper.id).sort(),
    records: (records.get(id) ?? [])
      .sort((a, b) => compareText(a.key, b.key))
      .map(({ content }) => JSON.parse(content) as unknown),
  }));
}
