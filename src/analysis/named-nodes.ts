import { degreeOf, neighboursOf } from './adjacency.ts';
import type { NodeKind, Projection } from './projection.ts';
import { FIELD_BREAK } from './text-index.ts';

/** The numbers of the nodes one of whose names has the stems of all words, in any order. */
export function nodesNamed({ nodes }: Projection, kind: NodeKind, words: readonly string[]): number[] {
  const { stemOf, numberOf, stem, texts, sequences } = nodes[kind].words;
  const stems: number[] = [];
  for (const word of words) {
    const number = stemOf.get(word) ?? numberOf.get(stem(word));
    if (number === undefined) return [];
    stems.push(number);
  }
  const [rarest] = stems.toSorted((a, b) => degreeOf(texts, a) - degreeOf(texts, b));
  if (rarest === undefined) return [];
  return [...neighboursOf(texts, rarest)].filter((node) => {
    const missing = new Set(stems);
    for (const each of neighboursOf(sequences, node)) {
      if (each === FIELD_BREAK) for (const stem of stems) missing.add(stem);
      else missing.delete(each);
      if (missing.size === 0) return true;
    }
    return false;
  });
}
