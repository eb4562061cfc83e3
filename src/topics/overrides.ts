import { z } from 'zod';
import { canonicalKey } from '../model/canonical-key.ts';

const form = z
  .string()
  .refine((text) => canonicalKey(text) !== '', 'expected a topic with letters or digits');

/**
 * What people decide about topics, in any spelling: forms that stand for another topic, topics that are none, and
 * names to display. Taking an entry away and running again undoes it.
 */
export const topicOverrides = z.strictObject({
  /** Form → the topic that it stands for: `{"GenAI": "generative AI"}`. */
  alias: z.record(form, form).default({}),
  /** What is never a topic: `["new paradigm"]`. */
  forbid: z.array(form).default([]),
  /** Topic → the name to display: `{"3d gaussian splatting": "3D Gaussian splatting"}`. */
  rename: z.record(form, z.string().trim().min(1)).default({}),
});
export type TopicOverrides = z.infer<typeof topicOverrides>;

export const NO_OVERRIDES: TopicOverrides = { alias: {}, forbid: [], rename: {} };
