const LONGEST_TEXT = 60;
const MOST_KEYS = 8;

/** What a JSON value is, in a few words for error texts: `"2402.18700"`, `3`, `a list of 2` or `an object with the fields a, b`. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return JSON.stringify(cut(value));
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an object without fields';
  const names = keys.slice(0, MOST_KEYS).map(cut).join(', ');
  return `an object with the fields ${names}${keys.length > MOST_KEYS ? ', …' : ''}`;
}

function cut(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
