import type { RunStatement } from '../../src/graph/graph-store.ts';
import { writeOrgs, writePaperOrgs } from '../../src/graph/statements/orgs.ts';
import { writePapers } from '../../src/graph/statements/papers.ts';
import { writePaperTopics, writeTopics } from '../../src/graph/statements/topics.ts';
import { paperRow } from './papers.ts';
import { ACME, TOPIC_B, topicLink } from './small-graph.ts';

const NAMES = { A: 'alpha', B: 'beta', C: 'gamma', D: 'delta' };
type Letter = keyof typeof NAMES;

/** Papers with topics A, B, C and D, and each with orgs of the same names; one has no date. */
export const DOCUMENTS = [
  ['AB', '2024-01-01'],
  ['ABC', '2024-01-03'],
  ['AC', '2024-02-01'],
  ['BCD', '2024-03-01'],
  ['D', null],
  ['ABD', '2024-04-01'],
] as const;

/** Writes those of the documents that a test wants: their topics and orgs are called alpha, beta, gamma and delta. */
export async function writeDocuments(
  run: RunStatement,
  documents: readonly (readonly [string, string | null])[] = DOCUMENTS,
): Promise<void> {
  await run(writePapers, {
    rows: documents.map(([letters, publishedOn]) =>
      paperRow(`p:${letters}`, {
        title: letters,
        publishedOn,
        publishedPrecision: publishedOn === null ? null : 'DAY',
      }),
    ),
  });
  const links = documents.flatMap(([letters]) =>
    Array.from(letters, (letter) => ({ paperId: `p:${letters}`, name: NAMES[letter as Letter] })),
  );
  await run(writePaperTopics, {
    rows: links.map(({ paperId, name }) => ({ paperId, topicKey: name, properties: topicLink(1, name, 0) })),
  });
  await run(writeTopics, {
    rows: Object.values(NAMES).map((name) => {
      const { key: _, ...properties } = { ...TOPIC_B, name: `The ${name}`, aliasKeys: [] };
      return { key: name, properties };
    }),
  });
  const { slug: _, ...org } = ACME;
  await run(writeOrgs, {
    rows: Object.values(NAMES).map((slug) => ({
      slug,
      properties: { ...org, name: `${slug} Inc.`, slugs: [] },
    })),
  });
  await run(writePaperOrgs, {
    rows: links.map(({ paperId, name }) => ({ paperId, slug: name, source: 'listing' })),
  });
}
