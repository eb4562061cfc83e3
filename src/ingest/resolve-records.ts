import { isDeepStrictEqual } from 'node:util';
import { createHash } from 'node:crypto';
import { groupBy } from '../collections.ts';
import type { RunStatement } from '../graph/graph-store.ts';
import { lookUpParams, recordsByKeys } from '../graph/statements/records.ts';
import type { IdentityRule } from '../model/identity.ts';
import { keysOfIds } from '../model/paper-ids.ts';
import { clusterRecords, type Cluster, type IdentifiedRecord } from './cluster-records.ts';
import { describePaper, type PaperDescription } from './describe-paper.ts';
import type { TimedRecord } from '../model/timed-record.ts';
import { mergeRecords } from './merge-records.ts';
import { identityKeysOf, recordKeyOf, titleKeyOf } from './record-keys.ts';

/** A record as it is to be kept, and the paper that it described until now, if any. */
export type ResolvedRecord = IdentifiedRecord & {
  rule: IdentityRule | null;
  formerPaperId: string | null;
  isChanged: boolean;
};

/** A paper as it is to be, beside what it was. */
export type ResolvedPaper = {
  id: string;
  /** The id until now; null for a paper that is new. */
  formerId: string | null;
  description: PaperDescription;
  /** What it said until now; null for a paper that is new. */
  former: PaperDescription | null;
  records: ResolvedRecord[];
};

/** What a batch of records comes to: the papers that are touched, and those that become part of others. */
export type Resolution = {
  papers: ResolvedPaper[];
  dissolvedIds: string[];
  /** The repositories of dissolved papers: maybe no other paper has them. */
  dissolvedRepoUrls: string[];
};

type KnownRecord = IdentifiedRecord & { paperId: string };

/**
 * Finds what records are about. All that the graph knows under any of their ids and titles is read, and what is known
 * under the ids and titles of that, until nothing more is found; then all of it is sorted into papers anew. So papers
 * may become one, or part, and whatever the order in which records come, the same papers are there in the end.
 */
export async function resolveRecords(
  run: RunStatement,
  incoming: readonly TimedRecord[],
): Promise<Resolution> {
  const known = await findKnown(run, incoming.flatMap(identityKeysOf));
  return resolveAll(known, incoming);
}

async function findKnown(run: RunStatement, keys: readonly string[]): Promise<Map<string, KnownRecord>> {
  const known = new Map<string, KnownRecord>();
  const asked = new Set<string>();
  for (let wanted = new Set(keys); wanted.size > 0;) {
    const rows = await run(recordsByKeys, lookUpParams(wanted));
    for (const key of wanted) asked.add(key);
    wanted = new Set();
    for (const { key, content, paperId } of rows) {
      if (known.has(key)) continue;
      const record = JSON.parse(content) as TimedRecord;
      known.set(key, { key, record, paperId });
      for (const identity of identityKeysOf(record)) if (!asked.has(identity)) wanted.add(identity);
    }
  }
  return known;
}

function resolveAll(known: ReadonlyMap<string, KnownRecord>, incoming: readonly TimedRecord[]): Resolution {
  const records = new Map<string, IdentifiedRecord>(known);
  for (const record of incoming) {
    const key = recordKeyOf(record);
    const before = records.get(key);
    const merged = before === undefined ? record : mergeRecords(before.record, record);
    records.set(key, { key, record: merged });
  }
  const former = groupBy(known.values(), ({ paperId }) => paperId);
  const clusters = nameClusters(clusterRecords([...records.values()]));
  const formerIds = keepNodes(clusters, known);
  const describeFormer = (id: string) => describePaper((former.get(id) ?? []).map(({ record }) => record));
  const papers = clusters.map(({ id, cluster, description }) => {
    const formerId = formerIds.get(id) ?? null;
    return {
      id,
      formerId,
      description,
      former: formerId === null ? null : describeFormer(formerId),
      records: cluster.records.map((record) => resolveRecord(record, cluster, known.get(record.key))),
    };
  });
  const kept = new Set(formerIds.values());
  const dissolvedIds = [...former.keys()].filter((id) => !kept.has(id));
  const dissolvedRepoUrls = dissolvedIds.flatMap((id) => describeFormer(id).repos.map(({ url }) => url));
  return { papers, dissolvedIds, dissolvedRepoUrls };
}

function resolveRecord(
  record: IdentifiedRecord,
  { rules }: Cluster,
  before: KnownRecord | undefined,
): ResolvedRecord {
  return {
    ...record,
    rule: rules.get(record.key) ?? null,
    formerPaperId: before?.paperId ?? null,
    isChanged: before === undefined || !isDeepStrictEqual(before.record, record.record),
  };
}

type NamedCluster = { id: string; cluster: Cluster; description: PaperDescription };

/**
 * Each paper's id is the strongest of its ids, else its title's key. Where people have set records of one id apart, or
 * different papers have one title, only one of them can have it: the one with the most trusted record, which comes
 * first. The others' ids tell of a record of theirs.
 */
function nameClusters(clusters: readonly Cluster[]): NamedCluster[] {
  const taken = new Set<string>();
  const named: NamedCluster[] = [];
  for (const cluster of clusters) {
    const description = describePaper(cluster.records.map(({ record }) => record));
    const { paper } = description;
    const strongest = [...keysOfIds(paper), titleKeyOf(paper)];
    const id =
      strongest.find((candidate) => !taken.has(candidate)) ??
      `${titleKeyOf(paper)}.${createHash('sha256')
        .update(cluster.records[0]?.key ?? '')
        .digest('hex')
        .slice(0, 8)}`;
    taken.add(id);
    named.push({ id, cluster, description });
  }
  return named;
}

/** Which node each paper keeps: the one of its id, else one of its records' that no other paper needs. */
function keepNodes(
  clusters: readonly NamedCluster[],
  known: ReadonlyMap<string, KnownRecord>,
): Map<string, string> {
  const nodes = new Set([...known.values()].map(({ paperId }) => paperId));
  const kept = new Map<string, string>();
  for (const { id } of clusters) if (nodes.has(id)) kept.set(id, id);
  const used = new Set(kept.values());
  for (const { id, cluster } of clusters) {
    if (kept.has(id)) continue;
    const node = cluster.records
      .map(({ key }) => known.get(key)?.paperId)
      .find((paperId) => paperId !== undefined && !used.has(paperId));
    if (node === undefined) continue;
    kept.set(id, node);
    used.add(node);
  }
  return kept;
}
