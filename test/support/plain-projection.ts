import { degreeOf, neighboursOf, valuesOf } from '../../src/analysis/adjacency.ts';
import {
  LINK_KINDS,
  NODE_KINDS,
  targetOf,
  type NodeKind,
  type Projection,
} from '../../src/analysis/projection.ts';
import { FIELD_BREAK, type TextIndex } from '../../src/analysis/text-index.ts';

/**
 * What a projection says, by keys in place of numbers and in one order: two projections that say the same are equal,
 * however they came to be.
 */
export function plainProjection(projection: Projection) {
  const { nodes, links, papers, texts } = projection;
  const keyOf = (kind: NodeKind, node: number) => nodes[kind].keys[node] ?? '?';
  const byKey = <Value>(kind: NodeKind, valueOf: (node: number) => Value) =>
    Object.fromEntries(
      [...nodes[kind].numberOf]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, node]) => [key, valueOf(node)] as const),
    );
  return {
    nodes: NODE_KINDS.map((kind) =>
      byKey(kind, (node) => ({
        key: keyOf(kind, node),
        name: nodes[kind].names[node],
        words: wordsOf(nodes[kind].words, node),
      })),
    ),
    papers: byKey('PAPER', (paper) => ({
      columns: Object.values(papers).map((column) => column[paper]),
      words: wordsOf(texts, paper),
    })),
    links: LINK_KINDS.map((kind) => {
      const { forward, backward } = links[kind];
      const target = targetOf(kind);
      const scores = (paper: number) =>
        kind === 'TOPIC' ? [...valuesOf(links.TOPIC.forward as never, paper)] : [];
      return {
        // Only authors have an order.
        forward: byKey('PAPER', (paper) => {
          const keys = [...neighboursOf(forward, paper)].map((node, place) =>
            [keyOf(target, node), scores(paper)[place]].join(' '),
          );
          return kind === 'AUTHOR' ? keys : keys.sort();
        }),
        backward: byKey(target, (node) =>
          [...neighboursOf(backward, node)].map((paper) => keyOf('PAPER', paper)).sort(),
        ),
        sizes: [forward.size, backward.size],
      };
    }),
    texts: countsOf(texts),
    words: NODE_KINDS.map((kind) => countsOf(nodes[kind].words)),
  };
}

/** The stems of a text in order, and how often each occurs as the index counts it. */
function wordsOf(index: TextIndex, text: number) {
  const stems = [...neighboursOf(index.sequences, text)];
  const counts = [...new Set(stems)]
    .filter((stem) => stem !== FIELD_BREAK)
    .map((stem) => {
      const place = neighboursOf(index.texts, stem).indexOf(text);
      return `${index.stems[stem]} ${valuesOf(index.texts, stem)[place]} of ${degreeOf(index.texts, stem)}`;
    });
  return {
    length: index.lengths[text] ?? 0,
    stems: stems.map((stem) => index.stems[stem]),
    counts: counts.sort(),
  };
}

function countsOf({ textCount, totalLength, texts, sequences }: TextIndex) {
  return { textCount, totalLength, sizes: [texts.size, sequences.size] };
}
