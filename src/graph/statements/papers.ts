import { z } from 'zod';
import { paper } from '../../model/paper.ts';
import { statement } from '../statement.ts';
import { touchesPapers } from '../touched.ts';

const id = z.string();
const publishedOn = z.string().nullable();
const paperRef = z.object({ id, publishedOn });

export const papersByIds = statement('read/papers-by-ids', {
  params: { ids: z.array(id) },
  row: paper.shape,
});

export const paperIds = statement('read/paper-ids', { params: {}, row: { id } });

export const papersCitedBy = statement('read/papers-cited-by', {
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
            textLength: z.int(),
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
  touches: ({ rows }) => ({
    changed: { PAPER: rows.map((row) => row.id) },
    newTexts: rows.filter((row) => row.hasNewText).map((row) => row.id),
  }),
});

export const writePaperIds = statement('write/paper-ids', {
  params: { rows: z.array(z.object({ from: id, to: id })) },
  touches: ({ rows }) => ({
    changed: { PAPER: rows.map((row) => row.to) },
    // To those who know papers by id, the one of the former id is gone, with what cited it.
    deleted: { PAPER: rows.map((row) => row.from) },
  }),
});

export const deletePapers = statement('write/delete-papers', {
  params: { ids: z.array(id) },
  touches: ({ ids }) => ({ deleted: { PAPER: ids } }),
});

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
  touches: touchesPapers,
});

export const unlinkCitations = statement('write/unlink-citations', {
  params: { rows: z.array(z.object({ paperId: id, citedId: id })) },
  touches: touchesPapers,
});
