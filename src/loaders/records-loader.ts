import DataLoader from 'dataloader';
import { z } from 'zod';
import { compareText, groupBy } from '../collections.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import { recordsOfPapers } from '../graph/statements/records.ts';
import { timestamp } from '../model/date.ts';
import type { IdentityRule } from '../model/identity.ts';
import { observation } from '../model/observation.ts';
import { paperRecord } from '../model/paper.ts';
import { rankOfSource } from '../model/source.ts';

/** A record as the graph keeps it: it says of everything when it was said. */
const keptRecord = paperRecord.extend({
  at: timestamp,
  observations: z.array(observation.extend({ at: timestamp })),
});

/** What one source says of a paper, by which rule it is about that paper, and since when it is known to be (ISO, UTC). */
export type RecordOfPaper = {
  key: string;
  record: z.infer<typeof keptRecord>;
  rule: IdentityRule | null;
  since: string;
};

/**
 * A loader of what sources say of a paper, the most trusted source first: one statement, however many papers are asked
 * for. The records are checked, once a request.
 */
export function recordsLoader(store: GraphStore): DataLoader<string, RecordOfPaper[]> {
  return new DataLoader(async (ids) => {
    const rows = groupBy(await store.run(recordsOfPapers, { ids: [...ids] }), ({ paperId }) => paperId);
    return ids.map((id) =>
      (rows.get(id) ?? [])
        .map(({ key, content, rule, since }) => ({
          key,
          record: keptRecord.parse(JSON.parse(content)),
          rule,
          since,
        }))
        .sort(byTrust),
    );
  });
}

function byTrust(a: RecordOfPaper, b: RecordOfPaper): number {
  return rankOfSource(a.record.source) - rankOfSource(b.record.source) || compareText(a.key, b.key);
}
