import { z } from 'zod';
import { paper } from '../../model/paper.ts';
import { source } from '../../model/source.ts';
import { statement } from '../statement.ts';

const id = z.string();
const publishedOn = z.string().nullable();
const paperRef = z.object({ id, publishedOn });

export const papersByIds = statement('read/papers-by-ids', {
  params: { ids: z.array(id) },
  row: paper.shape,
});

export const paperIds = statement('read/paper-ids', { params: {}, row: { id } });

export const paperRefs = statement('read/paper-refs', {
  params: {
    topicKey: z.string().nullable(),
    orgSlug: z.string().nullable(),
    authorId: z.string().nullable(),
    source: source.nullable(),
    hasRepo: z.boolean().nullable(),
    minUpvotes: z.int().nullable(),
    since: z.string().nullable(),
    until: z.string().nullable(),
  },
  row: {
    id,
    publishedOn,
    title: z.string(),
    commentCount: z.int().nullable(),
    upvotes: z.int().nullable(),
    upvotesPerDay: z.number().nullable(),
  },
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

export const papersOfAuthors = statement('read/papers-of-authors', {
  params: { keys: z.array(z.string()) },
  row: { key: z.string(), papers: z.array(paperRef.extend({ position: z.int() })) },
});

export const papersCitedBy = statement('read/papers-cited-by', {
  params: { keys: z.array(id) },
  row: { key: id, papers: z.array(paperRef) },
});

export const papersCiting = statement('read/papers-citing', {
  params: { keys: z.array(id) },
  row: { key: id, papers: z.array(paperRef) },
});

export const writePapers = statement('write/papers', {
  params: {
    rows: z.array(
      z.object({
        id,
        hasNewText: z.boolean(),
        properties: paper
          .omit({ id: true, keywords: true })
          .extend({
            searchText: z.string(),
            // As JSON: people and organisations become nodes when all papers are known.
            authorMentions: z.string(),
            orgMentions: z.string(),
            references: z.array(z.string()),
            citedBy: z.array(z.string()),
            // A property holds no maps: the text and the source of each keyword stand at the same place.
            keywords: z.array(z.string()),
            keywordSources: z.array(z.string()),
          })
          .partial(),
      }),
    ),
  },
});

export const writePaperIds = statement('write/paper-ids', {
  params: { rows: z.array(z.object({ from: id, to: id })) },
});

export const deletePapers = statement('write/delete-papers', { params: { ids: z.array(id) } });

export const paperMentions = statement('read/paper-mentions', {
  params: { ids: z.array(id) },
  row: {
    id,
    authors: z.string().nullable(),
    orgs: z.string().nullable(),
    references: z.array(z.string()),
    citedBy: z.array(z.string()),
    keys: z.array(z.string()),
    wrote: z.array(z.object({ id, position: z.int() })),
    affiliatedWith: z.array(z.object({ slug: z.string(), source: z.string() })),
    cites: z.array(id),
  },
});

export const writeCitations = statement('write/citations', {
  params: { rows: z.array(z.object({ paperId: id, citedId: id })) },
});

export const unlinkCitations = statement('write/unlink-citations', {
  params: { rows: z.array(z.object({ paperId: id, citedId: id })) },
});
