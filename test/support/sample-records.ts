import type { PaperRecord, PaperRecordInput } from '../../src/model/paper.ts';
import { paperRecord } from '../../src/model/paper.ts';
import { parseRepoUrl } from '../../src/model/repo.ts';

export const S2_ID = 'f'.repeat(40);

const acme = { ror: 'https://ror.org/03cve4549', country: 'SE', source: 'institution' };
const code = parseRepoUrl('https://gitlab.com/someone/code');
if (code === null) throw new Error('the URL is that of a repository');

/** Made-up records of several sources in the order in which they are read: three papers, of one at first only the title. */
export const SAMPLE_RECORDS: PaperRecord[][] = [
  [{ source: 'hf' as const, title: 'Graph attention' }],
  [
    {
      source: 'hf' as const,
      at: '2024-01-08T00:00:00Z',
      times: { publishedOn: '2024-01-06T00:00:00Z' },
      title: 'Graph attention',
      abstract: 'We attend to graphs.',
      publishedOn: '2024-01-05',
      arxivId: '2401.00001',
      authors: [{ name: 'José García' }, { name: 'Ada Lovelace', hfUser: 'Ada-L' }],
      orgs: [{ slug: 'acme', name: 'Acme', ...acme }],
      repos: [{ ...code, source: 'projectPage', confidence: 0.8 }],
      observations: [
        { metric: 'UPVOTES' as const, value: 10, at: '2024-01-06T00:00:00Z' },
        { metric: 'COMMENTS' as const, value: 1, at: '2024-01-06T00:00:00Z' },
        { metric: 'UPVOTES' as const, value: 32 },
        { metric: 'STARS' as const, value: 5 },
      ],
    },
    {
      source: 'openalex' as const,
      title: 'Graph attention',
      publishedOn: '2024',
      arxivId: '2401.00001',
      doi: '10.1000/one',
      openAlexId: 'W1',
      authors: [
        { name: 'José García', orcid: '0000-0002-1825-0097', openAlexId: 'A1' },
        { name: 'A. Lovelace' },
      ],
      observations: [{ metric: 'UPVOTES' as const, value: 12, at: '2024-01-06T00:00:00Z' }],
    },
  ],
  [
    {
      source: 'openalex' as const,
      title: 'Two graphs',
      publishedOn: '2023',
      doi: '10.1000/two',
      openAlexId: 'W2',
      semanticScholarId: S2_ID,
      authors: [{ name: 'Cy Young' }, { name: 'J. García', orcid: '0000-0002-1825-0097' }],
      orgs: [{ slug: 'acme-labs', name: 'Acme Labs', ...acme }],
      references: ['openalex:W1', 'openalex:W404'],
    },
    {
      source: 'csl' as const,
      title: 'A book',
      authors: [{ name: 'José García', orcid: '0000-0002-1825-0097' }],
    },
  ],
].map((batch) => batch.map(recordOf));

/** Many records, each of a paper that cites the one before, by two authors, with upvotes. */
export function seriesOfRecords(count: number): PaperRecord[] {
  return Array.from({ length: count }, (_, index) =>
    recordOf({
      source: 'semanticscholar',
      at: '2025-06-01T00:00:00Z',
      title: `Study ${index} of knowledge graphs`,
      publishedOn: `2025-05-${String((index % 28) + 1).padStart(2, '0')}`,
      doi: `10.1000/study.${index}`,
      authors: [
        { name: `Writer ${index}`, semanticScholarId: String(index) },
        { name: `Helper ${index % 7}`, semanticScholarId: String(1000 + (index % 7)) },
      ],
      references: index === 0 ? [] : [`doi:10.1000/study.${index - 1}`],
      observations: index % 2 === 0 ? [{ metric: 'UPVOTES', value: index % 31 }] : [],
    }),
  );
}

function recordOf(given: PaperRecordInput): PaperRecord {
  return paperRecord.parse(given);
}
