import { parseArxivQuery } from './arxiv.ts';
import { parseHfQuery } from './hf.ts';
import { parseOpenAlexQuery } from './openalex.ts';
import type { LiveQuery } from './pages.ts';
import { parseS2Query } from './s2.ts';

const SERVICES: Record<string, (rest: string) => LiveQuery> = {
  hf: parseHfQuery,
  arxiv: parseArxivQuery,
  openalex: parseOpenAlexQuery,
  s2: parseS2Query,
};

/**
 * Reads a query such as `hf:2026-05-08`, `arxiv:cat:cs.LG?max=200`, `openalex:search=knowledge+graphs` or
 * `s2:ARXIV:2402.18700`. Null where the text begins with none of the services' prefixes and so names a file.
 * Throws `BAD_SOURCE` with the forms that the service knows where it is none of them.
 */
export function parseLiveQuery(text: string): LiveQuery | null {
  const [, prefix = '', rest = ''] = /^\s*(hf|arxiv|openalex|s2):(.*)$/is.exec(text) ?? [];
  return SERVICES[prefix.toLowerCase()]?.(rest.trim()) ?? null;
}
