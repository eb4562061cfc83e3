import { PapergraphError } from '../errors.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { recordsOfPapers } from '../graph/statements/records.ts';
import type { TimedRecord } from '../model/timed-record.ts';
import { resolveRecords } from './resolve-records.ts';
import { writeResolution } from './write-papers.ts';

/**
 * Takes a record out of the paper that it was merged into, for good: it is kept apart from the paper's other records
 * whatever they have in common, also in later ingests. Answers with the ids of the papers that come of it. Throws
 * `BAD_USER_INPUT` where the paper has no such record, or no other.
 */
export async function unmergeRecord(store: GraphStore, paperId: string, key: string): Promise<string[]> {
  return store.transaction(async (run) => {
    const rows = await run(recordsOfPapers, { ids: [paperId] });
    const row = rows.find((each) => each.key === key);
    const others = rows.filter((each) => each !== row).map((each) => each.key);
    if (row === undefined || others.length === 0) {
      throw new PapergraphError(
        'BAD_USER_INPUT',
        `Expected one of several records of ${paperId}, but got "${key}". It has: ${rows.map((each) => each.key).join(', ')}`,
      );
    }
    const record = JSON.parse(row.content) as TimedRecord;
    const resolution = await resolveRecords(run, [{ ...record, apart: others }]);
    await writeResolution(run, resolution, new Date().toISOString());
    const touched = resolution.papers.filter(({ records }) =>
      records.some((each) => each.key === key || others.includes(each.key)),
    );
    return touched.map(({ id }) => id);
  });
}
