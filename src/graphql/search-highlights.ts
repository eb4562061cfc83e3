import { highlightFragment, highlightWhole, type Highlight } from '../analysis/highlight.ts';
import type { SearchTerm } from '../analysis/search-query.ts';
import type { LoadedNode } from './types/search-result.ts';

/** Which of a node's texts a highlight is from. */
export type HighlightField = 'TITLE' | 'ABSTRACT' | 'NAME' | 'OTHER_NAME';
export type FieldHighlight = Highlight & { field: HighlightField };

/** An org may have a hundred names: enough are shown to see why it was found. */
const MOST_OTHER_NAMES = 3;

/** Where a node's own texts have what was searched for; nothing of a text that has none of it. */
export function highlightsOf(found: LoadedNode, terms: readonly SearchTerm[]): FieldHighlight[] {
  if (found.kind === 'PAPER') {
    const { title, abstract } = found.node;
    return [
      ...marked('TITLE', highlightWhole(title, terms)),
      ...marked('ABSTRACT', highlightFragment(abstract ?? '', terms)),
    ];
  }
  const otherNames = otherNamesOf(found).flatMap((name) => marked('OTHER_NAME', highlightWhole(name, terms)));
  return [...marked('NAME', highlightWhole(nameOf(found), terms)), ...otherNames.slice(0, MOST_OTHER_NAMES)];
}

type NamedNode = Exclude<LoadedNode, { kind: 'PAPER' }>;

function nameOf({ kind, node }: NamedNode): string {
  return kind === 'REPO' ? `${node.owner}/${node.name}` : node.name;
}

function otherNamesOf({ kind, node }: NamedNode): readonly string[] {
  if (kind === 'REPO') return [];
  return kind === 'ORG' ? [...node.aliases, node.slug, ...node.slugs] : node.aliases;
}

function marked(field: HighlightField, highlight: Highlight | null): FieldHighlight[] {
  return highlight === null ? [] : [{ field, ...highlight }];
}
