import { nodesNamed } from '../../analysis/named-nodes.ts';
import { PapergraphError } from '../../errors.ts';
import type { GraphStore } from '../../graph/graph-store.ts';
import { authorsByIds } from '../../graph/statements/authors.ts';
import { foldedWords } from '../../model/search-text.ts';
import type { Projector } from '../../projection/projector.ts';

/** The ids of the authors one form of whose name has all the words of a name. Throws `BAD_USER_INPUT` for one without words. */
export async function authorsNamed(name: string, projector: Projector, store: GraphStore): Promise<string[]> {
  const words = foldedWords(name);
  if (words.length === 0) {
    throw new PapergraphError(
      'BAD_USER_INPUT',
      `Expected "name" to hold a word of a name, but got "${name}".`,
    );
  }
  const projection = await projector.mentioning(words, ['AUTHOR']);
  const { keys, names } = projection.nodes.AUTHOR;
  const [sure, unsure]: [string[], string[]] = [[], []];
  for (const author of nodesNamed(projection, 'AUTHOR', words)) {
    const list = hasWords(names[author] ?? '', words) ? sure : unsure;
    list.push(keys[author] ?? '');
  }
  if (unsure.length === 0) return sure;
  // The projection has stems, by which Davis is Davies: of the other forms of a name only the store knows the letters.
  const candidates = await store.run(authorsByIds, { ids: unsure });
  const found = candidates.filter(({ aliases }) => aliases.some((alias) => hasWords(alias, words)));
  return [...sure, ...found.map(({ id }) => id)];
}

function hasWords(name: string, words: readonly string[]): boolean {
  const known = new Set(foldedWords(name));
  return words.every((word) => known.has(word));
}
