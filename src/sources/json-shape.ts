import { isJson, parseJson } from './parse-json.ts';

/** Whether the beginning of a JSON text shows its first line and that another follows, which tells how it is to be read. */
export function showsJsonShape(head: string): boolean {
  return firstLines(head).length > 1;
}

/**
 * Whether a text is JSON lines and no whole document. It is where its first line is a complete value and more follow, or
 * is broken and the second one is complete. `isExpected` says that only what is surely a document is one.
 */
export function isJsonLines(head: string, isExpected: boolean): boolean {
  const [first, second] = firstLines(head);
  if (first === undefined || second === undefined) return false;
  if (isComplete(first)) return true;
  // So ends what a program has broken into lines.
  if (/[[{,:]$/.test(first)) return false;
  return isExpected || (isObjectLine(first) && isObjectLine(second) && isComplete(second));
}

/** The first two lines that are not blank, the second one as far as the beginning shows it. */
function firstLines(head: string): string[] {
  const text = head.trimStart();
  const end = text.indexOf('\n');
  if (end === -1) return text === '' ? [] : [text.trimEnd()];
  const rest = text.slice(end).trimStart();
  const second = rest.slice(0, rest.indexOf('\n') === -1 ? rest.length : rest.indexOf('\n'));
  return [text.slice(0, end).trimEnd(), ...(rest === '' ? [] : [second.trimEnd()])];
}

function isObjectLine(line: string): boolean {
  return line.startsWith('{');
}

function isComplete(line: string): boolean {
  if (!isJson(line)) return false;
  try {
    parseJson(line);
    return true;
  } catch {
    return false;
  }
}
