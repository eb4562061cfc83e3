import { isSecret } from './ingest-route.ts';

/** A check of whether a request brings the API key, as `Authorization: Bearer KEY`; none does where there is no key. */
export function createApiKeyCheck(apiKey: string | null): (request: Pick<Request, 'headers'>) => boolean {
  return ({ headers }) => {
    const given = /^Bearer +(\S+)$/i.exec(headers.get('authorization')?.trim() ?? '')?.[1];
    return apiKey !== null && given !== undefined && isSecret(given, apiKey);
  };
}
