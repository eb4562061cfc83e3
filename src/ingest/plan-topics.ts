import type { z } from 'zod';
import { unique } from '../collections.ts';
import type { RunStatement } from '../graph/graph-store.ts';
import {
  topicKeysByAliasKeys,
  topicsByKeys,
  type writePaperTopics,
  type writeTopics,
} from '../graph/statements/topics.ts';
import type { ExtractedTopic } from '../topics/extract-topics.ts';

type TopicRow = z.infer<typeof writeTopics.params>['rows'][number];
type PaperTopicRow = z.infer<typeof writePaperTopics.params>['rows'][number];

/** The topics to write for some papers, and the topics that turn out to be another one under its acronym. */
export type TopicPlan = {
  topics: TopicRow[];
  paperTopics: PaperTopicRow[];
  merges: { from: string; to: string }[];
};

/**
 * Gives every extracted topic its node. A paper that defines an acronym is taken at its word; elsewhere an acronym
 * stands for its long form if the graph and these papers know only one, and for itself if they know several.
 */
export async function planTopics(
  run: RunStatement,
  papers: readonly { paperId: string; topics: readonly ExtractedTopic[] }[],
): Promise<TopicPlan> {
  const extracted = papers.flatMap(({ topics }) => topics);
  const longForms = await findLongForms(run, extracted);
  const keyOf = (topic: ExtractedTopic) => (topic.acronyms.length > 0 ? topic.key : longForms(topic.key));

  const topics = new Map<string, TopicRow>();
  const paperTopics = new Map<string, PaperTopicRow>();
  for (const { paperId, topics: found } of papers) {
    for (const topic of found) {
      const key = keyOf(topic);
      addTopic(topics, key, topic);
      addPaperTopic(paperTopics, { paperId, topicKey: key, score: topic.score, evidence: topic.evidence });
    }
  }
  return {
    topics: [...topics.values()],
    paperTopics: [...paperTopics.values()],
    merges: await findMerges(run, extracted, longForms),
  };
}

/** From an acronym's key to the key of the one topic that it is known to stand for, else to itself. */
async function findLongForms(
  run: RunStatement,
  extracted: readonly ExtractedTopic[],
): Promise<(key: string) => string> {
  const aliasKeys = unique(extracted.flatMap(({ key, acronyms }) => [key, ...acronyms]));
  const known = await run(topicKeysByAliasKeys, { aliasKeys });
  const targets = new Map<string, Set<string>>();
  const add = (acronym: string, key: string) =>
    targets.set(acronym, (targets.get(acronym) ?? new Set()).add(key));
  for (const { aliasKey, topicKey } of known) add(aliasKey, topicKey);
  for (const { key, acronyms } of extracted) for (const acronym of acronyms) add(acronym, key);
  return (key) => {
    const [only, ...others] = targets.get(key) ?? [];
    return only === undefined || others.length > 0 ? key : only;
  };
}

/** Acronyms that have a node of their own in the graph, written before anyone told what they stand for. */
async function findMerges(
  run: RunStatement,
  extracted: readonly ExtractedTopic[],
  longForms: (key: string) => string,
): Promise<TopicPlan['merges']> {
  const acronyms = unique(extracted.flatMap((topic) => topic.acronyms));
  const resolved = acronyms.filter((acronym) => longForms(acronym) !== acronym);
  const nodes = await run(topicsByKeys, { keys: resolved });
  return nodes.map(({ key }) => ({ from: key, to: longForms(key) }));
}

function addTopic(topics: Map<string, TopicRow>, key: string, topic: ExtractedTopic): void {
  const row = topics.get(key) ?? { key, name: key, aliases: [], aliasKeys: [] };
  // A paper that has only the acronym does not tell how the long form is spelled; the first that has it does.
  const name = row.name === key && topic.key === key ? topic.name : row.name;
  const aliases = unique([...row.aliases, topic.name, ...topic.aliases])
    .filter((alias) => alias !== name)
    .sort();
  const aliasKeys = unique([...row.aliasKeys, ...topic.acronyms]).sort();
  topics.set(key, { ...row, name, aliases, aliasKeys });
}

/** A paper that writes both forms has one edge: the better score, the evidence of both. */
function addPaperTopic(paperTopics: Map<string, PaperTopicRow>, row: PaperTopicRow): void {
  const edge = `${row.paperId} ${row.topicKey}`;
  const known = paperTopics.get(edge);
  paperTopics.set(
    edge,
    known === undefined
      ? row
      : {
          ...known,
          score: Math.max(known.score, row.score),
          evidence: unique([...known.evidence, ...row.evidence]),
        },
  );
}
