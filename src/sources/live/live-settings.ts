import { HTTP_DEFAULTS, type HttpSettings } from './http-client.ts';

/** Where the services are and who asks them. */
export type LiveSettings = {
  /** Addresses without a query, such as `https://huggingface.co`. */
  hfUrl: string;
  arxivUrl: string;
  openAlexUrl: string;
  s2Url: string;
  /** Papergraph's version, which the services are told. */
  version: string;
  /** An e-mail address or URL by which the services can reach whoever runs Papergraph. */
  contact: string | null;
  s2ApiKey: string | null;
  openAlexApiKey: string | null;
};

/**
 * The milliseconds between two requests: arXiv's terms of use ask for three seconds, Semantic Scholar allows one
 * request a second with a key and shares a pool among all without one.
 */
export const SERVICE_INTERVALS_MS = { hf: 100, arxiv: 3000, openAlex: 100, s2: 1000 } as const;

/** The client's settings for the services; where two of them share a host, the longer interval holds. */
export function httpSettingsFor(live: LiveSettings): HttpSettings {
  const intervalsMs: Record<string, number> = {};
  for (const [address, interval] of [
    [live.hfUrl, SERVICE_INTERVALS_MS.hf],
    [live.arxivUrl, SERVICE_INTERVALS_MS.arxiv],
    [live.openAlexUrl, SERVICE_INTERVALS_MS.openAlex],
    [live.s2Url, SERVICE_INTERVALS_MS.s2],
  ] as const) {
    const { host } = new URL(address);
    intervalsMs[host] = Math.max(interval, intervalsMs[host] ?? 0);
  }
  return {
    ...HTTP_DEFAULTS,
    userAgent: `papergraph/${live.version}${live.contact === null ? '' : ` (${live.contact})`}`,
    apiKeys: live.s2ApiKey === null ? {} : { [new URL(live.s2Url).host]: live.s2ApiKey },
    secrets: [live.s2ApiKey, live.openAlexApiKey].filter((secret) => secret !== null),
    intervalsMs,
  };
}
