import { resolve } from 'node:path';
import { AUTHOR_SETS, READER_SETS, readExamples } from '../../tools/fit-topic-ranker/examples.ts';

/**
 * JSON lines of papers: real texts, each several times under titles of their own, by made-up authors, with an
 * organisation or a repository two times in three. The `index`th has an arXiv id of its own.
 */
export function manyPapers(first: number, count: number): string {
  const texts = [...AUTHOR_SETS, ...READER_SETS]
    .flatMap((set) => readExamples(resolve('../shared/data/keyphrases'), set))
    .map(({ paper }) => paper);
  return Array.from({ length: count }, (_, offset) => {
    const index = first + offset;
    const { title, abstract } = texts[index % texts.length] ?? { title: '', abstract: '' };
    const record = {
      source: 'hf',
      title: `${title} part${index}`,
      abstract,
      publishedOn: `2024-0${1 + (index % 9)}-11`,
      arxivId: `24${10 + (index % 3)}.${String(index).padStart(5, '0')}`,
      authors: Array.from({ length: 5 }, (__, place) => ({
        name: `Given${(index * 7 + place * 13) % 9001} Family${(index + place) % 7001}`,
      })),
      orgs: index % 3 === 0 ? [{ slug: `org-${index % 500}`, name: `Org ${index % 500}` }] : [],
      repos: index % 3 === 1 ? [{ url: `https://github.com/org-${index % 500}/repo-${index}` }] : [],
      observations: [{ metric: 'UPVOTES', value: index % 300 }],
    };
    return `${JSON.stringify(record)}\n`;
  }).join('');
}
