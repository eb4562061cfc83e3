import { z } from 'zod';

/** How far an ingest has read a source: what lies before is in the graph. */
export const checkpoint = z.object({
  /** The source: a file's absolute path or a query. */
  key: z.string().min(1),
  /** What tells that the source is still the same, such as a file's size and time. */
  fingerprint: z.string(),
  /** Where to go on in a source that comes in pages; null for its first page, or a file. */
  cursor: z.string().nullable(),
  /** How many records and rejects of the page or file have been read. */
  position: z.int().min(0),
});
export type Checkpoint = z.infer<typeof checkpoint>;
