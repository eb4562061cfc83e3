import type { PaperToProject } from './projection-facts.ts';

/** Papers with topics, orgs, authors, repositories, citations and texts drawn so that few are frequent (Zipf); always the same. */
export function manyLinkedPapers(count: number): PaperToProject[] {
  const next = randomNumbers(11);
  const draw = (of: number) => Math.floor((of + 1) ** next()) - 1;
  const some = (prefix: string, most: number, of: number) => [
    ...new Set(Array.from({ length: Math.floor(next() * (most + 1)) }, () => `${prefix}${draw(of)}`)),
  ];
  const words = (most: number) => some('word', most, count).join(' ');
  return Array.from({ length: count }, (_, number) => {
    const topics = some('t', 8, count / 4);
    return {
      id: `p${number}`,
      title: words(8),
      abstract: `${words(60)} ${words(20)}`,
      publishedOn: next() < 0.1 ? null : `2024-01-${String(1 + draw(28)).padStart(2, '0')}`,
      upvotes: next() < 0.3 ? null : draw(50),
      topics,
      topicScores: topics.map(() => 1),
      orgs: some('o', 2, count / 40),
      authors: some('a', 4, count),
      repos: some('r', 1, count),
      // Also later papers, so that some cite one another.
      cites: some('p', 5, count - 1).filter((id) => id !== `p${number}`),
    };
  });
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
