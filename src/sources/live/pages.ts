import pRetry from 'p-retry';
import { messageOf, PapergraphError } from '../../errors.ts';
import { parseJson } from '../parse-json.ts';
import type { HttpClient } from './http-client.ts';
import { shownUrl } from './http-failure.ts';
import type { LiveSettings } from './live-settings.ts';

/** What a query needs to be answered. */
export type LiveAccess = {
  http: HttpClient;
  settings: LiveSettings;
  signal?: AbortSignal | undefined;
  /** The milliseconds before a page that can't be believed is asked for again; 1,000 where not given. */
  pageRetryMs?: number | undefined;
};

/** A page as the service sent it. `next` is where to go on after it; null where it was the last one. */
export type LivePage = { body: Uint8Array; next: string | null };

/** A question to a service. `format` names the reader of its pages. */
export type LiveQuery = {
  /** The query as it was given, with its prefix in lower case. */
  name: string;
  format: 'hf-daily' | 'hf-paper' | 'arxiv-atom' | 'openalex' | 'semantic-scholar';
  /**
   * The pages from the beginning (`null`) or from where an earlier page's `next` points to. Throws `BAD_SOURCE` where
   * a page can't be had, or `from` is no such place.
   */
  pages: (access: LiveAccess, from: string | null) => AsyncGenerator<LivePage>;
};

const PAGE_RETRIES = 3;

/**
 * Gets a page and reads what paging needs to know of it. `read` throws an `Error` where the page can't be believed,
 * whose message goes on from "answered"; such a page is asked for again three times before `BAD_SOURCE` is thrown.
 */
export async function getPage<T>(
  access: LiveAccess,
  url: URL,
  read: (text: string) => T,
): Promise<{ body: Uint8Array; facts: T }> {
  const attempt = async () => {
    const body = await access.http.get(url, access.signal);
    return { body, facts: readFacts(body, url, read) };
  };
  return pRetry(attempt, {
    retries: PAGE_RETRIES,
    minTimeout: access.pageRetryMs ?? 1000,
    randomize: true,
    signal: access.signal,
    shouldRetry: ({ error }) => error instanceof PapergraphError && error.details['page'] === 'unbelievable',
  });
}

/** The only page of a query for one paper, which must be JSON. */
export async function* singlePage(access: LiveAccess, url: URL): AsyncGenerator<LivePage> {
  const { body } = await getPage(access, url, readJson);
  yield { body, next: null };
}

/** The JSON value of a page. Throws an `Error` for `getPage`'s `read` where it is none. */
export function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new Error(`with broken JSON: ${messageOf(error)}`, { cause: error });
  }
}

/** The URL of a path below a service's address, with parameters. */
export function serviceUrl(address: string, path: string, parameters: Record<string, string> = {}): URL {
  const url = new URL(address.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** The place of which `from` tells, a whole number. Throws `BAD_SOURCE` where it doesn't. */
export function placeOf(from: string | null): number {
  if (from === null) return 0;
  if (!/^\d{1,9}$/.test(from)) throw badPlace(from);
  return Number(from);
}

/** The error for a `from` that no page gave. */
export function badPlace(from: string): PapergraphError {
  return new PapergraphError(
    'BAD_SOURCE',
    `Expected the place at which an earlier run of this query stopped, but got "${from}". Start it from the beginning.`,
  );
}

function readFacts<T>(body: Uint8Array, url: URL, read: (text: string) => T): T {
  try {
    return read(new TextDecoder().decode(body));
  } catch (error) {
    throw new PapergraphError(
      'BAD_SOURCE',
      `${shownUrl(url)} answered ${messageOf(error)} (tried ${PAGE_RETRIES + 1} times). Try again later.`,
      { cause: error, details: { page: 'unbelievable' } },
    );
  }
}
