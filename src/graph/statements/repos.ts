import { z } from 'zod';
import { org } from '../../model/org.ts';
import { repo, repoMention } from '../../model/repo.ts';
import { statement } from '../statement.ts';
import { touchesPapers } from '../touched.ts';

const paperId = z.string();
const source = z.string();
const { confidence } = repoMention.shape;
const knownRepo = z.object(repo.shape).omit({ ownerKey: true }).extend({ org: org.nullable() });

export const reposByUrls = statement('read/repos-by-urls', {
  params: { urls: z.array(z.string()) },
  row: knownRepo.shape,
});

export const reposOfPapers = statement('read/repos-of-papers', {
  params: { ids: z.array(paperId) },
  // `owner` and `name` are how the paper itself spells them.
  row: { paperId, source, confidence, owner: repo.shape.owner, name: repo.shape.name, repo: knownRepo },
});

export const repoOwners = statement('read/repo-owners', {
  params: {},
  row: { url: z.string(), slug: z.string() },
});

export const writePaperRepos = statement('write/paper-repos', {
  params: { rows: z.array(repoMention.extend({ paperId })) },
  touches: ({ rows }) => ({
    changed: { PAPER: rows.map((row) => row.paperId), REPO: rows.map((row) => row.url) },
  }),
});

export const writeRepoSpellings = statement('write/repo-spellings', {
  params: { urls: z.array(z.string()) },
  touches: ({ urls }) => ({ changed: { REPO: urls } }),
});

export const writeRepoOwners = statement('write/repo-owners', {
  params: { rows: z.array(z.object({ slug: z.string(), ownerKey: z.string() })) },
  // Who owns a repository is no property of it, and no link of a paper.
  touches: () => ({}),
});

export const unlinkPaperRepos = statement('write/unlink-paper-repos', {
  params: { rows: z.array(z.object({ paperId, url: z.string() })) },
  touches: touchesPapers,
});

export const deleteUnusedRepos = statement('write/delete-unused-repos', {
  params: { urls: z.array(z.string()) },
  touches: ({ urls }) => ({ changed: { REPO: urls } }),
});
