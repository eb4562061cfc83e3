import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Context } from '../../graphql/context.ts';
import { answerError, answerExport, EXPORT_PATH, type Answer } from '../export-response.ts';

const HTTP_INTERNAL_ERROR = 500;

/** Answers requests for files of the graph, below `/export/`. */
export function useExports(log: Logger, contextOf: (request: Request) => Context): Plugin {
  return {
    async onRequest(event) {
      const { request, url, fetchAPI, serverContext } = event;
      if (!url.pathname.startsWith(EXPORT_PATH) || request.method === 'OPTIONS') return;
      const context = contextOf(request);
      const fail = (error: unknown) => {
        if (request.signal.aborted) return;
        log.error({ requestId: context.requestId, err: error }, 'an export failed unexpectedly');
      };
      const { status, headers, body } = await answerExport(request, context).catch(
        (error: unknown): Answer => {
          const answer = answerError(error);
          if (answer.status >= HTTP_INTERNAL_ERROR) fail(error);
          return answer;
        },
      );
      if (body === null || body instanceof Readable) {
        // It is told by nothing else that the text is not whole: a client is not to take a part for it.
        body?.once('error', (error) => {
          fail(error);
          (serverContext as { res?: ServerResponse }).res?.destroy();
        });
        event.endResponse(new fetchAPI.Response(body as BodyInit | null, { status, headers }));
      } else {
        event.endResponse(fetchAPI.Response.json(body, { status, headers }));
      }
    },
    onResponse({ request, response }) {
      // What CORS says of the origin stands in place of what was said before.
      const vary = response.headers.get('vary') ?? '';
      if (!new URL(request.url).pathname.startsWith(EXPORT_PATH) || /accept-encoding/i.test(vary)) return;
      response.headers.set('vary', vary === '' ? 'Accept-Encoding' : `${vary}, Accept-Encoding`);
    },
  };
}
