import { z } from 'zod';

/** Where repositories are kept. */
export const REPO_HOSTS = ['GITHUB', 'GITLAB', 'HUGGING_FACE'] as const;
export type RepoHost = (typeof REPO_HOSTS)[number];

/**
 * A code repository. `owner` and `name` are spelled as whoever names it does: hosts ignore case. `ownerKey` is the
 * owner's login in lower case.
 */
export const repo = z.strictObject({
  url: z
    .string()
    .regex(
      /^https:\/\/(?:github\.com|gitlab\.com|huggingface\.co)(?:\/(?:datasets|spaces))?(?:\/[a-z0-9._-]+){2,}$/,
    ),
  host: z.enum(REPO_HOSTS),
  owner: z.string().min(1),
  ownerKey: z.string().min(1),
  name: z.string().min(1),
});
export type Repo = z.infer<typeof repo>;

/** A repository that a source gives a paper: where it was found, such as `abstract`, and how sure it is the paper's own. */
export const repoMention = repo.extend({
  source: z.string().min(1),
  confidence: z.number().min(0).max(1),
});
export type RepoMention = z.infer<typeof repoMention>;

const GITHUB =
  /^[<("']*(?:git\+)?(?:(?:https?:|git:|ssh:)?\/\/)?(?:git@)?(?:www\.)?github\.com(?::\d+(?=\/))?[/:]+([a-z\d](?:[a-z\d-]{0,38}))\/([\w.-]+)/i;
const GITLAB =
  /^[<("']*(?:git\+)?(?:(?:https?:|git:|ssh:)?\/\/)?(?:git@)?(?:www\.)?gitlab\.com[/:]+([a-z\d][\w.-]*(?:\/[a-z\d][\w.-]*)*)\/([\w.-]+?)(?=\/-\/|\/?(?:[^\w./-]|$)|\/$)/i;
const HUGGING_FACE =
  /^[<("']*(?:https?:)?(?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/((?:datasets|spaces)\/)?([a-z\d][\w.-]*)\/([\w.-]+)/i;

/** First segments of the hosts' own pages, which no account can have. */
const NOT_AN_OWNER: Record<RepoHost, ReadonlySet<string>> = {
  GITHUB: wordSet(
    'about apps collections contact enterprise events explore features login marketplace notifications orgs pricing ' +
      'search security settings site sponsors topics trending user-attachments',
  ),
  GITLAB: wordSet('api admin dashboard explore groups help projects search snippets users'),
  HUGGING_FACE: wordSet(
    'api avatars blog chat collections datasets docs enterprise front inference join kernels learn login models new ' +
      'organizations papers posts pricing search settings spaces storage tasks',
  ),
};

/**
 * Reads a repository on GitHub, GitLab or Hugging Face from any spelling of its URL: with or without scheme, `www.`,
 * `.git`, a deeper path, a query, punctuation behind it, LaTeX's `\_`, or in ssh form. Null where the text names no
 * repository (an owner's page, a project page, another host). The canonical `url` is lower case, since hosts ignore case.
 */
export function parseRepoUrl(text: string): Repo | null {
  const url = text.trim().replaceAll('\\_', '_');
  const github = GITHUB.exec(url);
  if (github !== null) return repoOf('GITHUB', 'https://github.com/', github[1], github[2]);
  const gitlab = GITLAB.exec(url);
  if (gitlab !== null) return repoOf('GITLAB', 'https://gitlab.com/', gitlab[1], gitlab[2]);
  const huggingFace = HUGGING_FACE.exec(url);
  if (huggingFace === null) return null;
  return repoOf(
    'HUGGING_FACE',
    `https://huggingface.co/${huggingFace[1] ?? ''}`,
    huggingFace[2],
    huggingFace[3],
  );
}

function repoOf(
  host: RepoHost,
  base: string,
  owner: string | undefined,
  path: string | undefined,
): Repo | null {
  const name = path?.replace(/(?<!\.)\.+$/, '').replace(/\.git$/i, '');
  if (!owner || !name || NOT_AN_OWNER[host].has(owner.toLowerCase())) return null;
  return { url: `${base}${owner}/${name}`.toLowerCase(), host, owner, ownerKey: owner.toLowerCase(), name };
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
