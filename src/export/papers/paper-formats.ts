import type { Format } from '../format.ts';
import { writeBibtex } from './bibtex.ts';
import type { PaperContent } from './paper-content.ts';
import { writePaperCsv } from './paper-csv.ts';
import { writePaperLines } from './paper-lines.ts';
import { writeRis } from './ris.ts';

/** In what papers are written, by extension. */
export const PAPER_FORMATS = {
  jsonl: { mediaType: 'application/x-ndjson; charset=utf-8', write: writePaperLines },
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', write: writePaperCsv },
  bib: { mediaType: 'application/x-bibtex; charset=utf-8', write: writeBibtex },
  ris: { mediaType: 'application/x-research-info-systems; charset=utf-8', write: writeRis },
} satisfies Record<string, Format<AsyncIterable<PaperContent>>>;
