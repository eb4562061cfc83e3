import { PassThrough, pipeline, type Duplex, type Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** Higher levels take many times as long for a few percent. */
const BROTLI_LEVEL = 5;

/** The ways in which a text is compressed, the best first. */
const COMPRESSIONS = new Map<string, () => Duplex>([
  ['br', () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL } })],
  ['gzip', () => createGzip()],
]);

/** The compression that a client likes best of those that there are (`Accept-Encoding`, RFC 9110); null for none. */
export function chooseEncoding(accepted: string | null): string | null {
  const weights = new Map(
    (accepted ?? '').split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice('q='.length);
      return [name, weight === undefined ? 1 : Number(weight) || 0];
    }),
  );
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  const [best] = [...COMPRESSIONS.keys()].sort((a, b) => weightOf(b) - weightOf(a));
  return best === undefined || weightOf(best) === 0 || weightOf(best) < (weights.get('identity') ?? 0)
    ? null
    : best;
}

/** A text compressed by an encoding that was chosen. Whoever ends the one stream ends the other. */
export function encoded(text: Readable, encoding: string | null): Readable {
  const compression = COMPRESSIONS.get(encoding ?? '')?.() ?? new PassThrough();
  // What fails is told by the stream that comes out.
  return pipeline(text, compression, () => {});
}
