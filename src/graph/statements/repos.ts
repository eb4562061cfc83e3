import { z } from 'zod';
import { repo } from '../../model/repo.ts';
import { statement } from '../statement.ts';
import { knownOrg } from './orgs.ts';

const paperId = z.string();
const source = z.string();
const paperCount = z.object({ key: z.string(), paperCount: z.int() });
const knownRepo = repo.omit({ ownerKey: true }).extend({ org: knownOrg.nullable() });

export const reposByUrls = statement('read/repos-by-urls', {
  params: { urls: z.array(z.string()) },
  row: knownRepo.shape,
});

export const repoRefs = statement('read/repo-refs', {
  params: {},
  row: paperCount.shape,
});

export const paperCountsOfRepos = statement('read/paper-counts-of-repos', {
  params: { keys: z.array(z.string()) },
  row: paperCount.shape,
});

export const reposOfPapers = statement('read/repos-of-papers', {
  params: { ids: z.array(paperId) },
  row: { paperId, source, repo: knownRepo },
});

export const writePaperRepos = statement('write/paper-repos', {
  params: { rows: z.array(repo.extend({ paperId, source })) },
});

export const writeRepoOwners = statement('write/repo-owners', {
  params: { slugs: z.array(z.string()) },
});
