/** The elements of a JSON array, a line each, with commas between. */
export function* jsonList(values: Iterable<unknown>): Generator<string> {
  let separator = '';
  for (const value of values) {
    yield `${separator}${JSON.stringify(value)}`;
    separator = ',\n';
  }
}
