import { compareText, groupBy } from '../collections.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { orgsOfPapers } from '../graph/statements/orgs.ts';
import { papersByIds, papersCitedBy } from '../graph/statements/papers.ts';
import { recordsOfPapers } from '../graph/statements/records.ts';
import { reposOfPapers } from '../graph/statements/repos.ts';
import { topicsOfPapers } from '../graph/statements/topics.ts';
import { pagesOfIds } from '../ingest/read-corpus.ts';

/**
 * Every paper as a line of JSON, in order of id: its own fields, what it is linked to, and `records`, what each source
 * says of it. The graph follows from the records, so these lines are all of it; the rest is for readers.
 */
export async function* paperLines(store: GraphStore): AsyncGenerator<string> {
  for (const ids of await pagesOfIds(store)) yield* linesOf(store, ids);
}

async function* linesOf(store: GraphStore, ids: string[]): AsyncGenerator<string> {
  const papers = await store.run(papersByIds, { ids });
  const orgs = groupBy(await store.run(orgsOfPapers, { ids }), ({ paperId }) => paperId);
  const repos = groupBy(await store.run(reposOfPapers, { ids }), ({ paperId }) => paperId);
  const topics = groupBy(await store.run(topicsOfPapers, { ids }), ({ paperId }) => paperId);
  const cited = new Map(
    (await store.run(papersCitedBy, { keys: ids })).map(({ key, papers }) => [key, papers]),
  );
  const records = groupBy(await store.run(recordsOfPapers, { ids }), ({ paperId }) => paperId);
  for (const { id, authorNames, ...own } of papers.sort((a, b) => compareText(a.id, b.id))) {
    const line = {
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
    };
    yield `${JSON.stringify(line)}\n`;
  }
}
