import { z } from 'zod';
import { paper } from '../../model/paper.ts';
import { statement } from '../statement.ts';

const id = z.string();
const paperRef = z.object({ id, publishedOn: z.string() });

export const papersByIds = statement('read/papers-by-ids', {
  params: { ids: z.array(id) },
  row: paper.shape,
});

export const paperIds = statement('read/paper-ids', { params: {}, row: { id } });

export const paperIdsByTitleKeys = statement('read/paper-ids-by-title-keys', {
  params: { titleKeys: z.array(z.string()) },
  row: { titleKey: z.string(), id },
});

export const paperRefs = statement('read/paper-refs', {
  params: {
    topicKey: z.string().nullable(),
    orgSlug: z.string().nullable(),
    hasRepo: z.boolean().nullable(),
    since: z.string().nullable(),
    until: z.string().nullable(),
  },
  row: { id, publishedOn: z.string(), title: z.string(), commentCount: z.int().nullable() },
});

export const paperTerms = statement('read/paper-terms', {
  params: { ids: z.array(id) },
  row: { id, topicKeys: z.array(z.string()), orgSlugs: z.array(z.string()) },
});

export const relatedCandidates = statement('read/related-candidates', {
  params: { ids: z.array(id), byTopic: z.boolean(), byOrg: z.boolean() },
  row: { id, candidateIds: z.array(id) },
});

export const papersOfTopics = statement('read/papers-of-topics', {
  params: { keys: z.array(z.string()) },
  row: { key: z.string(), papers: z.array(paperRef) },
});

export const papersOfOrgs = statement('read/papers-of-orgs', {
  params: { keys: z.array(z.string()) },
  row: { key: z.string(), papers: z.array(paperRef) },
});

export const papersOfRepos = statement('read/papers-of-repos', {
  params: { keys: z.array(z.string()) },
  row: { key: z.string(), papers: z.array(paperRef) },
});

export const writePapers = statement('write/papers', {
  params: {
    rows: z.array(
      z.object({
        id,
        hasNewText: z.boolean(),
        properties: paper.omit({ id: true, keywords: true }).extend({
          titleKey: z.string(),
          searchText: z.string(),
          // A property holds no maps: the text and the source of each keyword stand at the same place.
          keywords: z.array(z.string()),
          keywordSources: z.array(z.string()),
        }),
      }),
    ),
  },
});

export const writePaperIds = statement('write/paper-ids', {
  params: { rows: z.array(z.object({ from: id, to: id })) },
});
