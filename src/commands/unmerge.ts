import type { Config } from '../config.ts';
import { PapergraphError } from '../errors.ts';
import { openStore } from '../graph/open-store.ts';
import { papersByIds } from '../graph/statements/papers.ts';
import { recordsOfPapers } from '../graph/statements/records.ts';
import { refreshGraph } from '../ingest/refresh-graph.ts';
import { unmergeRecord } from '../ingest/unmerge-record.ts';
import { findPaperIds } from './find-paper.ts';
import { readOverrides } from './read-overrides.ts';

/**
 * `papergraph unmerge`: without a record it prints what a paper was merged of: the key of each record, by which rule it
 * belongs to the paper and since when. With one it takes that record out of the paper, for good.
 */
export async function unmergeCommand(name: string, key: string | undefined, config: Config): Promise<void> {
  const overrides = await readOverrides(config.topicOverrides);
  const store = await openStore(config.store);
  try {
    const [paper] = await store.run(papersByIds, { ids: await findPaperIds(store, name) });
    if (paper === undefined) {
      throw new PapergraphError(
        'BAD_USER_INPUT',
        `Expected the id or title of a paper in the graph, but got "${name}".`,
      );
    }
    if (key === undefined) {
      const records = await store.run(recordsOfPapers, { ids: [paper.id] });
      const lines = records.map((row) => `${row.key}\t${row.rule ?? 'ALONE'}\t${row.since}`).sort();
      process.stdout.write(`${paper.id} ${paper.title}\n${lines.join('\n')}\n`);
    } else {
      const ids = await unmergeRecord(store, paper.id, key);
      await refreshGraph(store, { overrides });
      process.stdout.write(`${ids.join('\n')}\n`);
    }
  } finally {
    await store.close();
  }
}
