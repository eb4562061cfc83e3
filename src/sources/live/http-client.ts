import pRetry from 'p-retry';
import { cleanLine } from '../../model/words.ts';
import { HttpFailure, networkFailure, shownUrl, sourceError, statusFailure } from './http-failure.ts';
import { createPacer } from './pacing.ts';
import { readBody, readStart } from './response-body.ts';

/** How to talk to services politely. Times are in milliseconds. */
export type HttpSettings = {
  userAgent: string;
  /** What to send as `x-api-key`, by host (with port, as in `URL.host`). */
  apiKeys: Readonly<Record<string, string>>;
  /** What must never be shown. */
  secrets: readonly string[];
  /** The time between the starts of two requests, by host; `defaultIntervalMs` for the others. */
  intervalsMs: Readonly<Record<string, number>>;
  defaultIntervalMs: number;
  /** For one request, from connecting to the last byte of the answer. */
  timeoutMs: number;
  /** The largest answer that is taken, in bytes after decompression. */
  maxBytes: number;
  /** How often a failed request is repeated, after a random wait of once to twice `backoffMs`, doubled each time. */
  retries: number;
  backoffMs: number;
  maxBackoffMs: number;
  /** The longest `Retry-After` that is waited for. */
  maxRetryAfterMs: number;
};

/** The settings that hold unless somebody has a reason: patient, and bounded in time and size. */
export const HTTP_DEFAULTS = {
  defaultIntervalMs: 100,
  timeoutMs: 30_000,
  maxBytes: 64 * 1024 * 1024,
  retries: 5,
  backoffMs: 1000,
  maxBackoffMs: 60_000,
  maxRetryAfterMs: 5 * 60_000,
} as const satisfies Partial<HttpSettings>;

/** Gets answers to GET requests. */
export type HttpClient = {
  /**
   * The body of the answer. Throws `BAD_SOURCE` where there is none to be had: with the URL, what happened, how often
   * it was tried and what to do; the signal's reason where it was aborted.
   */
  get: (url: URL, signal?: AbortSignal) => Promise<Uint8Array>;
};

const MAX_REDIRECTS = 5;
const SAID_CHARACTERS = 200;

/** A client that keeps its distance to each host, across all calls, repetitions and redirects. */
export function createHttpClient(settings: HttpSettings): HttpClient {
  const pacer = createPacer((host) => settings.intervalsMs[host] ?? settings.defaultIntervalMs);

  return {
    async get(url, signal) {
      let tries = 0;
      try {
        return await pRetry(
          (attempt) => {
            tries = attempt;
            return follow(url, signal);
          },
          {
            retries: settings.retries,
            minTimeout: settings.backoffMs,
            maxTimeout: settings.maxBackoffMs,
            factor: 2,
            randomize: true,
            signal,
            shouldRetry: ({ error }) => error instanceof HttpFailure && error.passing,
          },
        );
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof HttpFailure) throw sourceError(url, error, tries, settings.secrets);
        throw error;
      }
    },
  };

  async function follow(first: URL, signal: AbortSignal | undefined): Promise<Uint8Array> {
    const apiKey = settings.apiKeys[first.host];
    let url = first;
    for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
      const answer = await pacer.inTurn(url.host, () => request(url, apiKey, signal), signal);
      if (answer instanceof Uint8Array) return answer;
      if (!isSafeRedirect(url, answer)) {
        throw definite(
          `redirects to ${shownUrl(answer)}, another host`,
          'Check the address in the settings.',
        );
      }
      url = answer;
    }
    throw definite(`redirects more than ${MAX_REDIRECTS} times`, 'Check the address in the settings.');
  }

  /** The body, or the URL to which the answer redirects. */
  async function request(
    url: URL,
    apiKey: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array | URL> {
    const timeout = AbortSignal.timeout(settings.timeoutMs);
    try {
      const response = await fetch(url, {
        redirect: 'manual',
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        headers: {
          'user-agent': settings.userAgent,
          accept: 'application/json, application/atom+xml;q=0.9, */*;q=0.1',
          ...(apiKey === undefined ? {} : { 'x-api-key': apiKey }),
        },
      });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location !== null) {
        await response.body?.cancel();
        return redirectTarget(location, url);
      }
      if (!response.ok) throw await refused(response, url);
      return await readBody(response, settings.maxBytes);
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof HttpFailure ? error : networkFailure(error, settings.timeoutMs);
    }
  }

  async function refused(response: Response, url: URL): Promise<HttpFailure> {
    const failure = statusFailure(response, whatItSays(await readStart(response)));
    const wait = retryAfter(response.headers.get('retry-after'), Date.now());
    if (!failure.passing || wait === null) return failure;
    if (wait <= settings.maxRetryAfterMs) {
      pacer.holdBack(url.host, wait);
      return failure;
    }
    const seconds = Math.ceil(wait / 1000);
    return definite(`${failure.message} and asks to wait ${seconds} s, which is too long`, failure.advice);
  }
}

/** Whether a redirect stays with the service: the same origin, or the same host by https in place of http. */
export function isSafeRedirect(from: URL, to: URL): boolean {
  if (to.origin === from.origin) return true;
  return from.protocol === 'http:' && to.protocol === 'https:' && to.host === from.hostname;
}

/** The milliseconds that a `Retry-After` of seconds or a date asks to wait at `now`. Null where it says neither. */
export function retryAfter(header: string | null, now: number): number | null {
  const value = header?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function redirectTarget(location: string, from: URL): URL {
  if (!URL.canParse(location, from.href)) throw definite('redirects to what is no URL', 'Try again later.');
  return new URL(location, from);
}

/** The service's own explanation, in JSON's `error` or `message` or Atom's `summary`. */
function whatItSays(body: string): string {
  const said =
    /"(?:message|error)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ?? /<summary>([^<]*)</.exec(body)?.[1];
  return cleanLine(said ?? '').slice(0, SAID_CHARACTERS);
}

function definite(what: string, advice: string): HttpFailure {
  return new HttpFailure(what, { passing: false, advice });
}
