import { z } from 'zod';

/** A code repository. `owner` and `name` are spelled as first seen; `ownerKey` is the owner's login in lower case. */
export const repo = z.object({
  url: z.string().regex(/^https:\/\/github\.com\/[a-z0-9-]+\/[a-z0-9._-]+$/),
  owner: z.string().min(1),
  ownerKey: z.string().min(1),
  name: z.string().min(1),
});
export type Repo = z.infer<typeof repo>;

const GITHUB_REPO =
  /^[<("']*(?:git\+)?(?:(?:https?:|git:|ssh:)?\/\/)?(?:git@)?(?:www\.)?github\.com(?::\d+(?=\/))?[/:]+([a-z\d](?:[a-z\d-]{0,38}))\/([\w.-]+)/i;

/** First segments of GitHub's own pages, which no account can have. */
const NOT_AN_OWNER = new Set(
  'about apps collections contact enterprise events explore features login marketplace notifications orgs pricing search security settings site sponsors topics trending'.split(
    ' ',
  ),
);

/**
 * Reads a repository from any spelling of its GitHub URL: with or without scheme, `www.`, `.git`, a deeper path,
 * a query, punctuation behind it, LaTeX's `\_`, or in ssh form. Null where the text names no repository (an
 * owner's page, a project page, another host). The canonical `url` is lower case, since GitHub ignores case.
 */
export function parseRepoUrl(text: string): Repo | null {
  const match = GITHUB_REPO.exec(text.trim().replaceAll('\\_', '_'));
  const owner = match?.[1];
  const name = match?.[2]?.replace(/\.+$/, '').replace(/\.git$/i, '');
  if (!owner || !name || NOT_AN_OWNER.has(owner.toLowerCase())) return null;
  return {
    url: `https://github.com/${owner}/${name}`.toLowerCase(),
    owner,
    ownerKey: owner.toLowerCase(),
    name,
  };
}
