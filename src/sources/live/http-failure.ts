import { PapergraphError } from '../../errors.ts';

/**
 * One try that failed. `what` tells what happened, such as `answered 503 Service Unavailable`; `advice` what to do.
 * `passing` failures are worth another try.
 */
export class HttpFailure extends Error {
  readonly passing: boolean;
  readonly advice: string;

  constructor(what: string, { passing, advice }: { passing: boolean; advice: string }, cause?: unknown) {
    super(what, { cause });
    this.passing = passing;
    this.advice = advice;
  }
}

const TRY_LATER = 'Try again later.';
const CHECK_NETWORK = "Check the network and the service's address in the settings.";
const PASSING_STATUSES = new Set([429, 500, 502, 503, 504]);
const SECRET_PARAMETER = /([?&](?:api_?key|key|token|access_token)=)[^&#\s]*/gi;
const DEFINITE_NETWORK_CODE = /^(?:ENOTFOUND|CERT_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_)/;

/** The failure of an answer with a status that isn't 2xx; `said` is what its body tells, if anything. */
export function statusFailure(response: Response, said: string): HttpFailure {
  const status = `${response.status} ${response.statusText}`.trim();
  return new HttpFailure(`answered ${status}${said === '' ? '' : ` ("${said}")`}`, {
    passing: PASSING_STATUSES.has(response.status),
    advice: adviceFor(response.status),
  });
}

/** The failure of a request without a whole answer: a time-out, a dropped connection, no such host. */
export function networkFailure(error: unknown, timeoutMs: number): HttpFailure {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new HttpFailure(
      `gave no whole answer within ${timeoutMs / 1000} s`,
      { passing: true, advice: TRY_LATER },
      error,
    );
  }
  const code = networkCode(error);
  return new HttpFailure(
    `could not be read: ${code}`,
    { passing: !DEFINITE_NETWORK_CODE.test(code), advice: CHECK_NETWORK },
    error,
  );
}

/** The error that a reader of the command line sees, without any of the secrets. */
export function sourceError(
  url: URL,
  failure: HttpFailure,
  tries: number,
  secrets: readonly string[],
): PapergraphError {
  const tried = tries > 1 ? ` (tried ${tries} times)` : '';
  const message = `${shownUrl(url)} ${failure.message}${tried}. ${failure.advice}`;
  return new PapergraphError('BAD_SOURCE', withoutSecrets(message, secrets));
}

/** A URL as it may be shown: without user, password and the values of parameters that hold a key. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href.replaceAll(SECRET_PARAMETER, '$1…');
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((shown, secret) => shown.replaceAll(secret, '…'), text);
}

function adviceFor(status: number): string {
  switch (status) {
    case 400:
    case 422:
      return 'Check the query.';
    case 401:
    case 403:
      return 'The service refuses it: check the API key (S2_API_KEY, OPENALEX_API_KEY), or the limits of use without one.';
    case 404:
    case 410:
      return 'The service knows no such paper: check the id.';
    case 429:
      return 'The service asks for fewer requests: try again later; with an API key (S2_API_KEY, OPENALEX_API_KEY) it allows more.';
    default:
      return status >= 500
        ? TRY_LATER
        : 'Papergraph did not expect that answer: check the address in the settings.';
  }
}

function networkCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return error instanceof Error ? error.message : String(error);
}
