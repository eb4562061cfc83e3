import { z } from 'zod';
import { paper } from '../../model/paper.ts';
import { topic, topicEvidence } from '../../model/topic.ts';
import { statement } from '../statement.ts';
import { touchesPapers } from '../touched.ts';

const key = z.string();
const paperId = z.string();
const score = z.number().min(0).max(1);
const source = z.string();

/** The properties of a `HAS_TOPIC` edge; evidence is spread over lists of equal length, for an edge holds no maps. */
const link = z.object({
  score,
  source,
  evidence: z.array(topicEvidence.shape.text),
  evidenceFields: z.array(topicEvidence.shape.field),
  evidenceStarts: z.array(topicEvidence.shape.start),
  evidenceEnds: z.array(topicEvidence.shape.end),
});
export type TopicLink = z.infer<typeof link>;

const { keywords } = paper.shape;
const analysis = z.string().nullable();

export const paperAnalyses = statement('read/paper-analyses', {
  params: { ids: z.array(paperId) },
  row: { id: paperId, analysis, keywords },
});

export const writePaperAnalyses = statement('write/paper-analyses', {
  params: {
    rows: z.array(z.object({ id: paperId, title: z.string(), abstract: z.string(), analysis: z.string() })),
  },
  touches: () => ({}),
});

export const paperTopicLinks = statement('read/paper-topic-links', {
  params: { ids: z.array(paperId) },
  row: {
    id: paperId,
    title: z.string(),
    abstract: z.string(),
    analysis,
    keywords,
    // An edge of an earlier version may lack some: it differs from what is to be, and is written anew.
    links: z.array(z.record(z.string(), z.unknown()).and(z.object({ topicKey: key }))),
  },
});

export const topics = statement('read/topics', { params: {}, row: topic.shape });

export const topicsByKeys = statement('read/topics-by-keys', {
  params: { keys: z.array(key) },
  row: topic.shape,
});

export const topicKeysByAliasKeys = statement('read/topic-keys-by-alias-keys', {
  params: { aliasKeys: z.array(key) },
  row: { aliasKey: key, topicKey: key },
});

export const topicsOfPapers = statement('read/topics-of-papers', {
  params: { ids: z.array(paperId) },
  row: { paperId, score, source, evidence: z.array(topicEvidence), topic },
});

export const writeTopics = statement('write/topics', {
  params: {
    rows: z.array(
      z.object({ key, properties: topic.omit({ key: true }).extend({ aliasKeys: z.array(key) }) }),
    ),
  },
  touches: ({ rows }) => ({ changed: { TOPIC: rows.map((row) => row.key) } }),
});

export const writePaperTopics = statement('write/paper-topics', {
  params: { rows: z.array(z.object({ paperId, topicKey: key, properties: link })) },
  touches: ({ rows }) => ({
    changed: { PAPER: rows.map((row) => row.paperId), TOPIC: rows.map((row) => row.topicKey) },
  }),
});

export const unlinkPaperTopics = statement('write/unlink-paper-topics', {
  params: { rows: z.array(z.object({ paperId, topicKey: key })) },
  touches: touchesPapers,
});

export const deleteUnusedTopics = statement('write/delete-unused-topics', {
  params: { keys: z.array(key) },
  touches: ({ keys }) => ({ changed: { TOPIC: keys } }),
});
