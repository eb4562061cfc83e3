import { z } from 'zod';

/** Why a form stands for a topic. Earlier rules say more where several hold. */
export const MERGE_RULES = ['OVERRIDE', 'DEFINITION', 'MAJORITY', 'WELL_KNOWN', 'SPELLING'] as const;
export type MergeRule = (typeof MERGE_RULES)[number];

/** A topic that papers share: one node for all forms of a concept. */
export const topic = z.object({
  /** Canonical form, such as `large language model`. */
  key: z.string().min(1),
  /** The form to display. */
  name: z.string().min(1),
  /** The acronym that stands for it, such as `LLM`; null where there is none. */
  acronym: z.string().min(1).nullable(),
  /** Other forms seen, such as `LLMs`, sorted; never the name itself. */
  aliases: z.array(z.string().min(1)),
  /** For each alias, why it stands for the topic. */
  aliasRules: z.array(z.enum(MERGE_RULES)),
});
export type Topic = z.infer<typeof topic>;

/** A stretch of a paper's title or abstract: its words, its first character, and the one behind its last (UTF-16). */
export const topicEvidence = z.object({
  text: z.string(),
  field: z.enum(['title', 'abstract']),
  start: z.int(),
  end: z.int(),
});
export type TopicEvidence = z.infer<typeof topicEvidence>;
