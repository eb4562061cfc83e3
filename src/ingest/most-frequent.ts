import { compareText } from '../collections.ts';

/** The distinct texts, the most frequent first; equally frequent ones in their order as text. */
export function mostFrequentFirst(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b)).map(([text]) => text);
}
