import type { PaperContent } from './paper-content.ts';

/**
 * Every paper as a line of JSON: its own fields, what it is linked to, and `records`, what each source says of it. The
 * graph follows from the records, so these lines are all of it; the rest is for readers.
 */
export async function* writePaperLines(papers: AsyncIterable<PaperContent>): AsyncGenerator<string> {
  for await (const paper of papers) yield `${JSON.stringify(paper)}\n`;
}
