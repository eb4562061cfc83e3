import type { LinkKind, Projection } from '../projection.ts';
import { degreeOfNode, degreeOfPaper, holdersOf, linkedTo } from './link-graph.ts';
import { inOrderOfKeys, keysOf, type ScorePart, type Seeds, type SharedNodes } from './parts.ts';
import { addList, addOne, foldSums, type Scoreboard } from './scoreboard.ts';

/** How much a common neighbour counts, by how many nodes it is linked to itself. */
export type NeighbourWeight = (degree: number) => number;

/**
 * What each common neighbour z of two papers adds to their score, by its degree:
 * Adamic–Adar Σ 1 / ln deg z (Adamic & Adar 2003), resource allocation Σ 1 / deg z (Zhou, Lü & Zhang 2009), and their
 * number itself (Liben-Nowell & Kleinberg 2007, who compare such measures).
 */
export const NEIGHBOUR_WEIGHTS = {
  ADAMIC_ADAR: (degree) => 1 / Math.log(degree),
  RESOURCE_ALLOCATION: (degree) => 1 / degree,
  COMMON_NEIGHBOURS: () => 1,
} satisfies Record<string, NeighbourWeight>;

/** The part of a score that is a sum over common neighbours; of several seeds it is the mean. */
export function commonNeighbourPart(
  projection: Projection,
  seeds: Seeds,
  kinds: readonly LinkKind[],
  weightOf: NeighbourWeight,
): ScorePart {
  const share = seeds.share / seeds.papers.length;
  const amounts = kinds.map((kind) => {
    const ofKind = new Map<number, number>();
    for (const seed of seeds.papers) {
      for (const node of linkedTo(projection, kind, seed)) {
        // Whatever has one neighbour only is nobody's common one; a logarithm would be 0.
        const degree = Math.max(2, degreeOfNode(projection, kinds, kind, node));
        ofKind.set(node, (ofKind.get(node) ?? 0) + share * weightOf(degree));
      }
    }
    return { kind, ofKind };
  });
  return {
    addScores(board) {
      for (const { kind, ofKind } of amounts) addNeighbours(projection, board, kind, ofKind);
      foldSums(board, null);
    },
    explain: (paper) =>
      amounts.map(({ kind, ofKind }) => shareNeighbours(projection, kind, paper, ofKind, share < 0)),
  };
}

/**
 * The parts, one a seed, of the Jaccard index: how many neighbours two papers have in common, of all that either has
 * (Liben-Nowell & Kleinberg 2007); each common neighbour adds as much. Of several seeds it is the mean.
 */
export function jaccardParts(projection: Projection, seeds: Seeds, kinds: readonly LinkKind[]): ScorePart[] {
  const share = seeds.share / seeds.papers.length;
  return seeds.papers.map((seed) => {
    const ofSeed = kinds.map((kind) => ({
      kind,
      ofKind: new Map([...linkedTo(projection, kind, seed)].map((node) => [node, 1])),
    }));
    const degree = degreeOfPaper(projection, kinds, seed);
    const weightFor = (paper: number, common: number) =>
      share / (degree + degreeOfPaper(projection, kinds, paper) - common);
    return {
      addScores(board) {
        for (const { kind, ofKind } of ofSeed) addNeighbours(projection, board, kind, ofKind);
        const { sums, summed, summedCount } = board;
        for (let place = 0; place < summedCount; place += 1) {
          const paper = summed[place] as number;
          const common = sums[paper] as number;
          sums[paper] = common * weightFor(paper, common);
        }
        foldSums(board, null);
      },
      explain(paper) {
        const all = ofSeed.map(({ kind, ofKind }) =>
          shareNeighbours(projection, kind, paper, ofKind, share < 0),
        );
        const weight = weightFor(
          paper,
          all.reduce((sum, { shared }) => sum + shared.length, 0),
        );
        return all.map(({ shared, ...rest }) => ({
          ...rest,
          shared: shared.map(({ node }) => ({ node, weight })),
        }));
      },
    };
  });
}

function addNeighbours(
  projection: Projection,
  board: Scoreboard,
  kind: LinkKind,
  amounts: Map<number, number>,
): void {
  for (const [node, amount] of inOrderOfKeys(amounts, keysOf(projection, kind))) {
    if (kind === 'CITATION') {
      for (const paper of holdersOf(projection, kind, node)) addOne(board, paper, amount);
    } else addList(board, projection.links[kind].backward, node, amount);
  }
}

function shareNeighbours(
  projection: Projection,
  kind: LinkKind,
  paper: number,
  amounts: Map<number, number>,
  isAgainst: boolean,
): SharedNodes {
  const shared = [];
  for (const node of linkedTo(projection, kind, paper)) {
    const weight = amounts.get(node);
    if (weight !== undefined) shared.push({ node, weight });
  }
  return { signal: kind, isAgainst, shared };
}
