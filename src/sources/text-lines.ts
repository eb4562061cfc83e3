/** A line that is not blank. `number` counts from 1; `text` is null where the line is too long to be kept. */
type TextLine = { number: number; text: string | null };

/**
 * The lines of a text that comes in pieces, without those that are blank. A line of more than `longest` bytes (in
 * UTF-8) is passed over without being kept.
 */
export async function* linesIn(pieces: AsyncIterable<string>, longest: number): AsyncGenerator<TextLine> {
  let number = 1;
  let parts: string[] = [];
  let size = 0;
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      yield* lineOf(number, [...parts, piece.slice(start, end)], size, longest);
      start = end + 1;
      number++;
      parts = [];
      size = 0;
    }
    const rest = piece.slice(start);
    size += Buffer.byteLength(rest);
    if (size > longest) parts = [];
    else parts.push(rest);
  }
  yield* lineOf(number, parts, size, longest);
}

function* lineOf(
  number: number,
  parts: readonly string[],
  size: number,
  longest: number,
): Generator<TextLine> {
  if (size > longest) {
    yield { number, text: null };
    return;
  }
  const text = parts.join('');
  if (text.trim() !== '') yield { number, text };
}
