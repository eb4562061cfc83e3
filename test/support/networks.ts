import type { Incidence } from '../../src/analysis/co-occurrence/incidence.ts';
import { createNetwork, type Network } from '../../src/analysis/co-occurrence/network.ts';

/** A network of links between items, each with its strength. */
export type LinkedItems = {
  itemCount: number;
  sources: readonly number[];
  targets: readonly number[];
  strengths: readonly number[];
};

/** A network with these links, the strengths of which are their counts; what follows from papers is made up. */
export function networkOfLinks({ itemCount, sources, targets, ...links }: LinkedItems): {
  network: Network;
  strengths: Float64Array;
} {
  const strengths = Float64Array.from(links.strengths);
  const weightedDegrees = new Float64Array(itemCount);
  for (const ends of [sources, targets]) {
    for (const [link, end] of ends.entries()) {
      weightedDegrees[end] = (weightedDegrees[end] ?? 0) + (strengths[link] ?? 0);
    }
  }
  const network: Network = {
    paperCount: sources.length,
    itemCount,
    occurrences: new Uint32Array(itemCount).fill(sources.length),
    meanDays: new Float64Array(itemCount),
    weightedDegrees,
    totalCount: strengths.reduce((sum, strength) => sum + strength, 0),
    sources: Uint32Array.from(sources),
    targets: Uint32Array.from(targets),
    papers: new Uint32Array(sources.length).fill(1),
    counts: strengths,
  };
  return { network, strengths };
}

/** The network of papers, each given by the items that it has as letters: `networkOfPapers(['AB', 'BC'])`; A is item 0. */
export function networkOfPapers(papers: readonly string[]): Network {
  const rows = papers.map((letters) => Array.from(letters, (letter) => letter.charCodeAt(0) - 65).sort());
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  const incidence: Incidence = {
    paperCount: papers.length,
    itemCount: Math.max(...rows.flat()) + 1,
    starts: Uint32Array.from(starts),
    items: Uint32Array.from(rows.flat()),
    totals: Uint32Array.from(rows, (row) => row.length),
    days: new Int32Array(papers.length),
  };
  return createNetwork(incidence, { counting: 'FULL', minLinkStrength: 0 });
}

/** Links between parts of a network are weak and few, those inside strong and many; item n is in part n modulo `parts`. */
export function plantedParts({ parts, size }: { parts: number; size: number }, seed = 1): LinkedItems {
  const links: LinkedItems & { sources: number[]; targets: number[]; strengths: number[] } = {
    itemCount: parts * size,
    sources: [],
    targets: [],
    strengths: [],
  };
  let state = seed;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let source = 0; source < links.itemCount; source += 1) {
    for (let target = source + 1; target < links.itemCount; target += 1) {
      const isInside = source % parts === target % parts;
      if (draw() > (isInside ? 0.6 : 0.05)) continue;
      links.sources.push(source);
      links.targets.push(target);
      links.strengths.push(isInside ? 1 + draw() : draw());
    }
  }
  return links;
}
