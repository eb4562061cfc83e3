import { stemOf } from '../../src/model/stem.ts';
import { searchWords } from '../../src/model/search-text.ts';
import type { PaperToProject } from './projection-facts.ts';

/*
 * The formulas of related papers, written once more from the papers' facts alone: each pair on its own, with sets and maps.
 */
type Vector = Map<string, number>;

const KINDS = ['topics', 'orgs', 'authors', 'repos'] as const;
const SIGNAL_OF = { topics: 'TOPIC', orgs: 'ORG', authors: 'AUTHOR', repos: 'REPO' } as const;

/** Scores any two papers by every signal and measure of links. */
export function bruteForce(papers: readonly PaperToProject[]) {
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const paperOf = (id: string) => byId.get(id) as PaperToProject;
  const holders = new Map<string, Set<string>>();
  const tokens = new Map(papers.map((paper) => [paper.id, linkTokens(paper)]));
  for (const [id, ofPaper] of tokens) {
    for (const token of ofPaper) holders.set(token, (holders.get(token) ?? new Set()).add(id));
  }
  const idf = (token: string) => Math.log(1 + papers.length / (holders.get(token)?.size ?? 0));
  const texts = new Map(papers.map((paper) => [paper.id, countWords(paper)]));
  const lengths = new Map([...texts].map(([id, counts]) => [id, total(counts)]));
  const average = total(lengths) / [...lengths.values()].filter((length) => length > 0).length;
  const textsWith = new Map<string, number>();
  for (const counts of texts.values()) {
    for (const word of counts.keys()) textsWith.set(word, (textsWith.get(word) ?? 0) + 1);
  }

  const vectors = new Map<string, Vector>();
  const vectorOf = (id: string, signal: string): Vector => {
    const known = vectors.get(`${signal} ${id}`);
    if (known !== undefined) return known;
    const vector: Vector = new Map();
    if (signal === 'TEXT') {
      for (const [word, count] of texts.get(id) ?? []) {
        const n = textsWith.get(word) ?? 0;
        const rarity = Math.log(1 + (papers.length - n + 0.5) / (n + 0.5));
        const damping = 1.2 * (1 - 0.75 + (0.75 * (lengths.get(id) ?? 0)) / average);
        vector.set(word, (rarity * count * 2.2) / (count + damping));
      }
    } else {
      for (const token of tokens.get(id) ?? []) {
        if (token.startsWith(`${signal}:`)) vector.set(token, idf(token));
      }
    }
    vectors.set(`${signal} ${id}`, vector);
    return vector;
  };

  const similarity = (a: string, b: string, signal: string): number => {
    const [left, right] = [vectorOf(a, signal), vectorOf(b, signal)];
    let words = [...left];
    if (signal === 'TEXT') {
      words = words.sort(([x, v], [y, w]) => w - v || (x < y ? -1 : 1)).slice(0, 25);
    }
    const dot = words.reduce((sum, [key, weight]) => sum + weight * (right.get(key) ?? 0), 0);
    return dot === 0 ? 0 : dot / norm(left) / norm(right);
  };

  const neighbours = new Map<string, Set<string>>();
  const link = (a: string, b: string) => {
    if (a === b) return;
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
    neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a));
  };
  for (const { id, cites = [] } of papers) {
    for (const kind of KINDS) for (const key of paperOf(id)[kind] ?? []) link(id, `${kind}:${key}`);
    for (const cited of cites) link(id, cited);
  }
  const linked = (id: string) => neighbours.get(id) ?? new Set<string>();
  const common = (a: string, b: string) => [...linked(a)].filter((node) => linked(b).has(node));
  const sumOf = (nodes: string[], weight: (degree: number) => number) =>
    nodes.reduce((sum, node) => sum + weight(linked(node).size), 0);

  return {
    similarity,
    measures: {
      ADAMIC_ADAR: (a: string, b: string) => sumOf(common(a, b), (degree) => 1 / Math.log(degree)),
      RESOURCE_ALLOCATION: (a: string, b: string) => sumOf(common(a, b), (degree) => 1 / degree),
      COMMON_NEIGHBOURS: (a: string, b: string) => common(a, b).length,
      JACCARD: (a: string, b: string) =>
        common(a, b).length === 0 ? 0 : common(a, b).length / new Set([...linked(a), ...linked(b)]).size,
    },
    /** Personalised PageRank by the plain definition, 150 steps of it. */
    pageRank(seeds: readonly string[]): Map<string, number> {
      let ranks = new Map(seeds.map((seed) => [seed, 1 / seeds.length]));
      for (let step = 0; step < 150; step += 1) {
        const next = new Map(seeds.map((seed) => [seed, 0.15 / seeds.length]));
        for (const [node, rank] of ranks) {
          const to = linked(node).size > 0 ? linked(node) : new Set(seeds);
          for (const other of to) next.set(other, (next.get(other) ?? 0) + (0.85 * rank) / to.size);
        }
        ranks = next;
      }
      return ranks;
    },
  };
}

/** What links lead to, and of citations the paper itself too. */
function linkTokens(paper: PaperToProject): Set<string> {
  const tokens = new Set([`CITATION:${paper.id}`, ...(paper.cites ?? []).map((id) => `CITATION:${id}`)]);
  for (const kind of KINDS) for (const key of paper[kind] ?? []) tokens.add(`${SIGNAL_OF[kind]}:${key}`);
  return tokens;
}

function countWords({ title = '', abstract = '' }: PaperToProject): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of searchWords(title)) counts.set(stemOf(word), (counts.get(stemOf(word)) ?? 0) + 3);
  for (const word of searchWords(abstract)) counts.set(stemOf(word), (counts.get(stemOf(word)) ?? 0) + 1);
  return counts;
}

function total(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function norm(vector: Vector): number {
  return Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight ** 2, 0));
}
