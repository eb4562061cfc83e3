import { parseRepoUrl, type Repo } from '../model/repo.ts';

const URL_IN_TEXT = /(?:https?:\/\/|(?<![\w./])(?:www\.)?github\.com\/)[^\s<>"'`{}|]+/gi;
const PROJECT_PAGE_HOST = /^https?:\/\/[\w-]+\.github\.io(?:\/|$)/i;

/** The URLs of a text in reading order, without the punctuation that follows them and with LaTeX's `\_` undone. */
function urlsIn(text: string): string[] {
  return (text.match(URL_IN_TEXT) ?? []).map((url) =>
    url
      .replaceAll('\\_', '_')
      .replace(/[\])]+[.,;:!?]*$/, '')
      .replace(/[.,;:!?]+$/, ''),
  );
}

/** The code repositories that a text links to, each once, in reading order. */
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
