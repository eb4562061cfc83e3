import { z } from 'zod';
import { topic } from '../../model/topic.ts';
import { statement } from '../statement.ts';

const key = z.string();
const paperCount = z.int();
const score = z.number().min(0).max(1);
const evidence = z.array(z.string());

export const topicsByKeys = statement('read/topics-by-keys', {
  params: { keys: z.array(key) },
  row: topic.shape,
});

export const paperCountsOfTopics = statement('read/paper-counts-of-topics', {
  params: { keys: z.array(key) },
  row: { key, paperCount },
});

export const topicKeysByAliasKeys = statement('read/topic-keys-by-alias-keys', {
  params: { aliasKeys: z.array(key) },
  row: { aliasKey: key, topicKey: key },
});

export const topicRefs = statement('read/topic-refs', { params: {}, row: { key, paperCount } });

export const topicsOfPapers = statement('read/topics-of-papers', {
  params: { ids: z.array(z.string()) },
  row: { paperId: z.string(), score, evidence, topic },
});

export const topicsOfOrgs = statement('read/topics-of-orgs', {
  params: { slugs: z.array(z.string()) },
  row: { orgSlug: z.string(), topicKey: key, paperCount },
});

export const coOccurringTopics = statement('read/co-occurring-topics', {
  params: { keys: z.array(key) },
  row: { key, otherKey: key, paperCount },
});

export const writeTopics = statement('write/topics', {
  params: { rows: z.array(topic.extend({ aliasKeys: z.array(key) })) },
});

export const clearPaperTopics = statement('write/clear-paper-topics', {
  params: { ids: z.array(z.string()) },
});

export const writePaperTopics = statement('write/paper-topics', {
  params: { rows: z.array(z.object({ paperId: z.string(), topicKey: key, score, evidence })) },
});

export const mergeTopics = statement('write/merge-topics', {
  params: { rows: z.array(z.object({ from: key, to: key })) },
});

export const deleteUnusedTopics = statement('write/delete-unused-topics', {
  params: { keys: z.array(key) },
});
