import { describe, expect, it } from 'vitest';
import { findCitations, type CitingPaper } from '../../../src/ingest/find-citations.ts';

const paper = (id: string, more: Partial<CitingPaper> = {}): CitingPaper => ({
  id,
  keys: [id],
  references: [],
  citedBy: [],
  ...more,
});
const linesOf = (...papers: CitingPaper[]) =>
  [...findCitations(papers)].flatMap(([id, cited]) => [...cited].map((other) => `${id} → ${other}`)).sort();

describe('citations', () => {
  it('are found from either side, each once, by any of the ids of a paper', () => {
    expect(
      linesOf(
        paper('arxiv:1', { references: ['doi:10.1000/2', 'arxiv:3'] }),
        paper('arxiv:2', { keys: ['arxiv:2', 'doi:10.1000/2'], citedBy: ['arxiv:1', 'openalex:W4'] }),
        paper('arxiv:3', { citedBy: ['arxiv:1'] }),
        paper('doi:10.1000/4', { keys: ['doi:10.1000/4', 'openalex:W4'] }),
      ),
    ).toEqual(['arxiv:1 → arxiv:2', 'arxiv:1 → arxiv:3', 'doi:10.1000/4 → arxiv:2']);
  });

  it('lead to no paper that is not there, nor from a paper to itself', () => {
    expect(
      linesOf(paper('arxiv:1', { references: ['arxiv:1', 'arxiv:9'], citedBy: ['arxiv:1', 'arxiv:8'] })),
    ).toEqual([]);
  });
});
