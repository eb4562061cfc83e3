import { neighboursOf } from './adjacency.ts';
import { listedIn, listedPapers, selectPapers, type PaperSet } from './paper-set.ts';
import type { Projection } from './projection.ts';
import type { TextIndex } from './text-index.ts';

/** The papers of a set that have words, in any of their forms, one behind the other in their title or abstract. */
export function papersWithPhrase(
  projection: Projection,
  words: readonly string[],
  within: PaperSet,
): PaperSet {
  const stems = stemsOf(projection.texts, words);
  if (stems === null) return listedPapers(new Uint32Array(0));
  const { texts, sequences } = projection.texts;
  let found = within;
  for (const stem of stems) found = listedIn(projection, found, neighboursOf(texts, stem));
  if (stems.length < 2) return found;
  return selectPapers(projection, found, (paper) => {
    const start = sequences.starts[paper] ?? 0;
    const last = start + (sequences.lengths[paper] ?? 0) - stems.length;
    for (let place = start; place <= last; place += 1) {
      let matched = 0;
      while (matched < stems.length && sequences.slots[place + matched] === stems[matched]) matched += 1;
      if (matched === stems.length) return true;
    }
    return false;
  });
}

/** How many papers at most have the words of a phrase. */
export function mostPapersWithPhrase({ texts: index }: Projection, words: readonly string[]): number {
  const counts = stemsOf(index, words)?.map((stem) => index.texts.lengths[stem] ?? 0);
  return counts === undefined ? 0 : Math.min(...counts);
}

/** The numbers of the words' stems; null where no text has one of them. */
function stemsOf({ stemOf, numberOf, stem }: TextIndex, words: readonly string[]): number[] | null {
  const stems: number[] = [];
  for (const word of words) {
    const number = stemOf.get(word) ?? numberOf.get(stem(word));
    if (number === undefined) return null;
    stems.push(number);
  }
  return stems;
}
