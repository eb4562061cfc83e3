import { parseRepoUrl, type Repo, type RepoMention } from '../model/repo.ts';

const URL_IN_TEXT =
  /(?:https?:\/\/|(?<![\w./@-])(?:www\.)?(?:github\.com|gitlab\.com|huggingface\.co|hf\.co)\/)[^\s<>"'`{}|]+/gi;
const PROJECT_PAGE_HOST = /^https?:\/\/[\w-]+\.github\.io(?:\/|$)/i;

/** How sure it is that a repository is the paper's own, by where it was found. */
const CONFIDENCE = { githubRepo: 1, abstract: 0.9, comment: 0.9, projectPage: 0.8 };

/** The parts of a source that may tell a paper's repository; what the source lacks is null or left out. */
export type RepoTexts = {
  /** A field that people fill in with the URL of the paper's code. */
  curated?: string | null | undefined;
  abstract?: string | null | undefined;
  /** The authors' comment on arXiv. */
  comment?: string | null | undefined;
  projectPage?: string | null | undefined;
};

/**
 * The repositories that a source gives a paper, with where each was found and how sure it is the paper's own. One that
 * is found in several places is given once, as the surest of them says. The surest come first.
 */
export function repoMentionsOf(texts: RepoTexts): RepoMention[] {
  const found: [keyof typeof CONFIDENCE, (Repo | null)[]][] = [
    ['githubRepo', [parseRepoUrl(texts.curated ?? '')]],
    ['abstract', reposIn(texts.abstract ?? '')],
    ['comment', reposIn(texts.comment ?? '')],
    ['projectPage', [parseRepoUrl(texts.projectPage ?? '')]],
  ];
  const mentions = new Map<string, RepoMention>();
  for (const [source, repos] of found) {
    for (const repo of repos) {
      if (repo === null || mentions.has(repo.url)) continue;
      mentions.set(repo.url, { ...repo, source, confidence: CONFIDENCE[source] });
    }
  }
  return [...mentions.values()];
}

/** The repositories on GitHub, GitLab and Hugging Face that a text links to, each once, in reading order. */
export function reposIn(text: string): Repo[] {
  const repos = new Map<string, Repo>();
  for (const url of urlsIn(text)) {
    const repo = parseRepoUrl(url);
    if (repo !== null && !repos.has(repo.url)) repos.set(repo.url, repo);
  }
  return [...repos.values()];
}

/** The first project page (on github.io) that a text links to, or null. */
export function projectPageIn(text: string): string | null {
  return urlsIn(text).find((url) => PROJECT_PAGE_HOST.test(url)) ?? null;
}

/** The URLs of a text in reading order, without the punctuation that follows them and with LaTeX's `\_` undone. */
function urlsIn(text: string): string[] {
  return (text.match(URL_IN_TEXT) ?? []).map((url) =>
    url.replaceAll('\\_', '_').replace(/(?<![\])}.,;:!?])[\])}.,;:!?]+$/, ''),
  );
}
