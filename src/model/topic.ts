import { z } from 'zod';

/** A topic that papers share: one node for all forms of a concept. */
export const topic = z.object({
  /** Canonical form, such as `large language model`. */
  key: z.string().min(1),
  /** The form to display. */
  name: z.string().min(1),
  /** Other forms seen in texts, such as `LLMs`. */
  aliases: z.array(z.string()),
});
