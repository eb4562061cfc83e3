import { PapergraphError } from '../errors.ts';
import { collectText } from './collect-text.ts';
import { decodeSource } from './decode-source.ts';
import { formatsNamed } from './formats.ts';
import { readJsonDocument } from './json-document.ts';
import { readJsonLines } from './json-lines.ts';
import { isJsonLines, showsJsonShape } from './json-shape.ts';
import { ownJson } from './jsonl.ts';
import { isJson } from './parse-json.ts';
import { peek } from './peek.ts';
import { HEAD_LENGTH, readText } from './read-text.ts';
import type { ReadOptions, Reject, SourceRecord } from './reading.ts';

/** How far to look for the end of the first line of JSON. */
const LONGEST_HEAD = 2 ** 24;

/**
 * Reads the papers of one source as its bytes come: text or JSON in any of the known formats, also packed by gzip. JSON
 * lines may be of any length; of anything else all of it is held in memory, so it may have 64 MiB at most.
 *
 * Throws `BAD_SOURCE` where the bytes can't be read as any format, which may turn out late; what was given before holds.
 * A record that can't be kept is no error but a reject. `format` names the format where it should not be guessed. The
 * bytes are closed also where the reader stops early.
 */
export async function* readSource(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions & { format?: string | undefined } = {},
): AsyncGenerator<SourceRecord | Reject> {
  const text = await peek(decodeSource(bytes), HEAD_LENGTH, isEnough);
  try {
    const head = text.head.join('');
    const formats = formatsNamed(options.format);
    if (head.trim() === '')
      throw new PapergraphError('BAD_SOURCE', 'expected papers, but got an empty source');
    const readsJson = formats.text.length === 0 || (formats.json.length > 0 && isJson(head));
    if (readsJson && isJsonLines(head, options.format === ownJson.name)) {
      yield* readJsonLines(text.all, formats, options);
    } else {
      const document = await collectText(text.all);
      yield* readsJson
        ? readJsonDocument(document, formats, options)
        : readText(document, formats.text, options);
    }
  } finally {
    await text.close();
  }
}

/** JSON is looked at until it shows whether it is JSON lines, whose first line may be longer than any other head. */
function isEnough(pieces: readonly string[]): boolean {
  const head = pieces.join('');
  if (head.length > LONGEST_HEAD) return true;
  return head.trim() !== '' && (!isJson(head) || showsJsonShape(head));
}
