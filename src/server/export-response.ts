import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { PapergraphError } from '../errors.ts';
import { EXPORTS, type Exportable, type ExportContext } from '../graphql/exports.ts';
import { graphState } from '../graphql/graph-state.ts';
import { readArguments } from '../graphql/read-arguments.ts';
import { chooseEncoding, encoded } from './content-encoding.ts';

/** Where exports are had: `/export/papers.csv?filter=…`. */
export const EXPORT_PATH = '/export/';

/** An answer before HTTP: a body that is null has none, one that is an object is told as JSON. */
export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: Readable | { error: string } | null;
};

const OK = 200;
const NOT_MODIFIED = 304;
const NOT_FOUND = 404;
const METHOD_NOT_ALLOWED = 405;

/**
 * Answers a request for a file. Rejects with a `PapergraphError` where an argument is wrong. The text is made as the client
 * takes it, and no longer than the client takes it.
 */
export async function answerExport(
  request: Pick<Request, 'method' | 'url' | 'headers'>,
  context: ExportContext,
): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url);
  const file = pathname.slice(EXPORT_PATH.length);
  const found = findExport(file);
  if (found === null) return refused(NOT_FOUND, `Expected ${describeFiles()}, but got "${file}".`);
  if (!['GET', 'HEAD'].includes(request.method)) {
    const answer = refused(METHOD_NOT_ALLOWED, `Expected GET or HEAD, but got ${request.method}.`);
    return { ...answer, headers: { allow: 'GET, HEAD' } };
  }

  const { exportable, extension } = found;
  const args = readArguments(exportable.arguments, searchParams);
  const etag = tagOf(file, args, await graphState(context));
  const caching = { etag, 'cache-control': 'no-cache', vary: 'Accept-Encoding' };
  if (isKnown(request.headers.get('if-none-match'), etag)) {
    return { status: NOT_MODIFIED, headers: caching, body: null };
  }
  const text = await exportable.write(extension, args, context);
  const encoding = chooseEncoding(request.headers.get('accept-encoding'));
  const headers = {
    ...caching,
    'content-type': exportable.mediaTypes[extension] ?? '',
    'content-disposition': `attachment; filename="${file}"`,
    ...(encoding !== null && { 'content-encoding': encoding }),
  };
  if (request.method === 'HEAD') return { status: OK, headers, body: null };
  return { status: OK, headers, body: encoded(Readable.from(text, { objectMode: false }), encoding) };
}

function findExport(file: string): { exportable: Exportable; extension: string } | null {
  const dot = file.indexOf('.');
  const exportable = EXPORTS.get(file.slice(0, dot));
  const extension = file.slice(dot + 1);
  return exportable !== undefined && Object.hasOwn(exportable.mediaTypes, extension)
    ? { exportable, extension }
    : null;
}

function describeFiles(): string {
  return [...EXPORTS]
    .map(([name, { mediaTypes }]) => `${name}.{${Object.keys(mediaTypes).join(',')}}`)
    .join(', ');
}

function refused(status: number, error: string): Answer {
  return { status, headers: {}, body: { error } };
}

/** Weak, for what is compressed differently says the same. */
function tagOf(file: string, args: unknown, state: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([file, args, state]))
    .digest('base64url');
  return `W/"${hash.slice(0, 22)}"`;
}

/** Whether `If-None-Match` names a tag; weak tags and strong ones are compared alike (RFC 9110). */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}

/** What HTTP says of an error; what the client did not cause is not told. */
export function answerError(error: unknown): Answer {
  const code = error instanceof PapergraphError ? error.code : null;
  if (code === 'BAD_USER_INPUT' || code === 'LIMIT_EXCEEDED') return refused(400, (error as Error).message);
  if (code === 'STORE_UNAVAILABLE') return refused(503, 'The graph can not be read at present.');
  return refused(500, 'Something went wrong on the server.');
}
