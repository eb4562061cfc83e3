import type { PaperContent } from './paper-content.ts';

/** The page of a paper: on arXiv, else where its DOI leads, else in a catalogue; null where no id is known. */
export function pageOfPaper(
  paper: Pick<PaperContent, 'arxivId' | 'doi' | 'openAlexId' | 'semanticScholarId'>,
): string | null {
  const { arxivId, doi, openAlexId, semanticScholarId } = paper;
  if (arxivId !== null) return `https://arxiv.org/abs/${arxivId}`;
  if (doi !== null) return `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`;
  if (openAlexId !== null) return `https://openalex.org/${openAlexId}`;
  return semanticScholarId === null ? null : `https://www.semanticscholar.org/paper/${semanticScholarId}`;
}

/** The parts of a paper's date that are known: `['2017', '06', '12']`, `['2017']` or none. */
export function knownDate(paper: Pick<PaperContent, 'publishedOn' | 'publishedPrecision'>): string[] {
  const parts = paper.publishedOn?.split('-') ?? [];
  const precision = paper.publishedPrecision;
  return parts.slice(0, precision === 'YEAR' ? 1 : precision === 'MONTH' ? 2 : 3);
}
