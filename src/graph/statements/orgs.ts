import { z } from 'zod';
import { org } from '../../model/org.ts';
import { statement } from '../statement.ts';
import { touchesPapers } from '../touched.ts';

const paperId = z.string();
const slug = z.string();
const source = z.string();

export const orgs = statement('read/orgs', { params: {}, row: org.shape });

export const orgsBySlugs = statement('read/orgs-by-slugs', {
  params: { slugs: z.array(slug) },
  row: org.shape,
});

export const orgSlugsByOtherSlugs = statement('read/org-slugs-by-other-slugs', {
  params: { slugs: z.array(slug) },
  row: { otherSlug: slug, slug },
});

export const orgsOfPapers = statement('read/orgs-of-papers', {
  params: { ids: z.array(paperId) },
  row: { paperId, source, org },
});

export const writeOrgs = statement('write/orgs', {
  params: { rows: z.array(z.object({ slug, properties: org.omit({ slug: true }) })) },
  touches: ({ rows }) => ({ changed: { ORG: rows.map((row) => row.slug) } }),
});

export const deleteOrgs = statement('write/delete-orgs', {
  params: { slugs: z.array(slug) },
  touches: ({ slugs }) => ({ deleted: { ORG: slugs } }),
});

export const writePaperOrgs = statement('write/paper-orgs', {
  params: { rows: z.array(z.object({ paperId, slug, source })) },
  touches: touchesPapers,
});

export const unlinkPaperOrgs = statement('write/unlink-paper-orgs', {
  params: { rows: z.array(z.object({ paperId, slug })) },
  touches: touchesPapers,
});
