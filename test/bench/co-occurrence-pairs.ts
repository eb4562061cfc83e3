import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countPairs } from '../../src/analysis/co-occurrence/count-pairs.ts';
import type { Incidence } from '../../src/analysis/co-occurrence/incidence.ts';
import { randomNumbers, zipf } from './generated-graph.ts';
import { median } from './timing.ts';

/*
 * A process of its own for bench:co-occurrence: counts all pairs of topics of generated papers with 8 topics each, prints how
 * long that took and how much memory the process had at most, and leaves the incidence in a folder for others to count.
 */
const TOPICS_A_PAPER = 8;
const ROUNDS = 7;
const [papers = '100000', topics = '17000', shift = '5', folder = ''] = process.argv.slice(2);

const incidence = generatedIncidence(Number(papers), Number(topics), Number(shift));
const measured = Array.from({ length: ROUNDS }, () => {
  const [before, start] = [process.cpuUsage(), performance.now()];
  const pairs = countPairs(incidence);
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, cpu: (user + system) / 1000, pairs: pairs.papers.length };
});
// In kilobytes, and of the process from its beginning.
const peak = process.resourceUsage().maxRSS / 1000;
if (folder !== '') {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'starts.bin'), incidence.starts);
  writeFileSync(join(folder, 'items.bin'), incidence.items);
}
process.stdout.write(
  JSON.stringify({
    pairs: measured[0]?.pairs,
    first: measured[0]?.milliseconds,
    milliseconds: median(measured.map(({ milliseconds }) => milliseconds)),
    cpu: median(measured.map(({ cpu }) => cpu)),
    peak,
  }),
);

function generatedIncidence(paperCount: number, itemCount: number, rankShift: number): Incidence {
  const topicRank = zipf(randomNumbers(1), itemCount, rankShift);
  const starts = new Uint32Array(paperCount + 1);
  const items = new Uint32Array(paperCount * TOPICS_A_PAPER);
  for (let paper = 0; paper < paperCount; paper += 1) {
    const row = items.subarray(paper * TOPICS_A_PAPER, (paper + 1) * TOPICS_A_PAPER);
    for (let place = 0; place < TOPICS_A_PAPER;) {
      const topic = topicRank();
      if (row.subarray(0, place).includes(topic)) continue;
      row[place] = topic;
      place += 1;
    }
    row.sort();
    starts[paper + 1] = (paper + 1) * TOPICS_A_PAPER;
  }
  const totals = new Uint32Array(paperCount).fill(TOPICS_A_PAPER);
  return { paperCount, itemCount, starts, items, totals, days: new Int32Array(paperCount) };
}
