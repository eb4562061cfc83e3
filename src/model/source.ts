import { z } from 'zod';

/**
 * Where records come from, in the order in which they are believed where sources differ: what people state themselves,
 * then where the paper was published, then catalogues, then what others copied out of them.
 */
export const SOURCES = [
  'jsonl',
  'arxiv',
  'hf',
  'semanticscholar',
  'openalex',
  'csl',
  'bibtex',
  'ris',
  'listing',
] as const;

export const source = z.enum(SOURCES);
export type Source = z.infer<typeof source>;

/** How far down a source stands in the order of belief; a smaller number is believed first. */
export function rankOfSource(name: Source): number {
  return SOURCES.indexOf(name);
}
