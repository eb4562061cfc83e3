import { z } from 'zod';
import { org } from '../../model/org.ts';
import { statement } from '../statement.ts';

const paperId = z.string();
const slug = z.string();
const source = z.string();
const paperCount = z.object({ key: z.string(), paperCount: z.int() });

/** An org as the graph keeps it, with the other names that sources give it. */
export const knownOrg = org.extend({ aliases: z.array(z.string()) });

export const orgsBySlugs = statement('read/orgs-by-slugs', {
  params: { slugs: z.array(slug) },
  row: knownOrg.shape,
});

export const orgRefs = statement('read/org-refs', {
  params: {},
  row: paperCount.shape,
});

export const paperCountsOfOrgs = statement('read/paper-counts-of-orgs', {
  params: { keys: z.array(z.string()) },
  row: paperCount.shape,
});

export const orgsOfPapers = statement('read/orgs-of-papers', {
  params: { ids: z.array(paperId) },
  row: { paperId, source, org: knownOrg },
});

export const writePaperOrgs = statement('write/paper-orgs', {
  params: { rows: z.array(org.extend({ paperId, source })) },
});
