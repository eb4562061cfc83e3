import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectionOf, type PaperToProject } from '../support/projection-facts.ts';
import { DEFAULT_WEIGHTS, SIGNALS, type Signal } from '../../src/analysis/related/question.ts';
import { rankRelated } from '../../src/analysis/related/related-papers.ts';
import type { Projection } from '../../src/analysis/projection.ts';
import { canonicalKey } from '../../src/model/canonical-key.ts';
import { slugOfName } from '../../src/model/org.ts';
import type { PaperRecord } from '../../src/model/paper.ts';
import { stemOf } from '../../src/model/stem.ts';
import { searchWords } from '../../src/model/search-text.ts';
import { readSource } from '../../src/sources/read-source.ts';
import { extractTopicsOfCorpus } from '../../src/topics/extract-topics.ts';

/*
 * npm run bench:related-relevance: how well related papers are ranked, by weak labels: keywords that two papers share,
 * which the ranker does not see. With -- --weights also which weights are best, found on one half of the papers and
 * measured on the other.
 */
const FOLDER = resolve('../shared/data/hf-daily');
const TOPICS_A_PAPER = 6;
const DEPTH = 10;

type Ranker = (seed: number) => ArrayLike<number>;

if (!existsSync(FOLDER)) throw new Error(`expected days of papers in ${FOLDER}`);
const records = await readRecords();
const keywords = records.map((record) => new Set(record.keywords.map(({ text }) => canonicalKey(text))));
const gains = records.map((_, seed) => gainsOf(seed));
const seeds = [...records.keys()].filter((seed) => gains[seed]?.some((gain) => gain > 0));
const projection = projectRecords();
const similarities = new Map<Signal, Float64Array[]>();
for (const signal of SIGNALS) similarities.set(signal, await similaritiesBy(projection, signal));

print(
  `${records.length} papers, ${seeds.length} of which share a keyword with another one; nDCG@${DEPTH}, the mean over these.`,
);
print('');
print('| ranked by | nDCG@10 | papers with a related one |');
print('|---|---|---|');
printRow('all signals', fuse(DEFAULT_WEIGHTS));
for (const signal of SIGNALS) printRow(`${signal} alone`, (seed) => similarities.get(signal)?.[seed] ?? []);
printRow('BM25 alone', plainBm25());
if (process.argv.includes('--weights')) findWeights();

async function readRecords(): Promise<PaperRecord[]> {
  const found = new Map<string, PaperRecord>();
  for (const name of readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    for await (const one of readSource(createReadStream(join(FOLDER, name)))) {
      if ('record' in one) found.set(one.record.arxivId ?? one.record.title, one.record);
    }
  }
  return [...found.values()];
}

/** The labels: the sum of idf over shared keywords, so that a rare one in common tells more than `large language models`. */
function gainsOf(seed: number): Float64Array {
  const holders = (keyword: string) => keywords.filter((some) => some.has(keyword)).length;
  const ofSeed = [...(keywords[seed] ?? [])].map((keyword) => ({
    keyword,
    gain: Math.log(1 + records.length / holders(keyword)),
  }));
  return Float64Array.from(keywords, (some, other) =>
    other === seed ? 0 : ofSeed.reduce((sum, { keyword, gain }) => sum + (some.has(keyword) ? gain : 0), 0),
  );
}

function projectRecords(): Projection {
  const texts = records.map(({ title, abstract }) => ({ title, abstract: abstract ?? '', keywords: [] }));
  const topics = extractTopicsOfCorpus(texts, { limit: TOPICS_A_PAPER });
  return projectionOf(
    records.map((record, index): PaperToProject => {
      const ofPaper = topics[index] ?? [];
      return {
        id: String(index),
        title: record.title,
        abstract: record.abstract ?? '',
        topics: ofPaper,
        topicScores: ofPaper.map(() => 1),
        orgs: record.orgs.map(({ name }) => slugOfName(name)),
        authors: record.authors.map(({ name }) => name),
        repos: record.repos.map(({ url }) => url),
      };
    }),
  );
}

function similaritiesBy(whole: Projection, signal: Signal): Promise<Float64Array[]> {
  return Promise.all(
    [...records.keys()].map((seed) =>
      rankRelated(
        whole,
        {
          liked: [seed],
          disliked: [],
          signals: [signal],
          weights: DEFAULT_WEIGHTS,
          measure: 'SIMILARITY',
          order: 'RELEVANCE',
        },
        ({ scoreOf }) => Float64Array.from(records, (_, other) => (other === seed ? 0 : scoreOf(other))),
      ),
    ),
  );
}

function fuse(weights: Record<Signal, number>): Ranker {
  return (seed) => {
    const fused = new Float64Array(records.length);
    for (const signal of SIGNALS) {
      const ofSignal = similarities.get(signal)?.[seed] ?? fused;
      for (let other = 0; other < fused.length; other += 1) {
        fused[other] = (fused[other] ?? 0) + weights[signal] * (ofSignal[other] ?? 0);
      }
    }
    return fused;
  };
}

/** Okapi BM25 as a search engine has it: title and abstract of the seed are the query, k1 = 1.2, b = 0.75. */
function plainBm25(): Ranker {
  const texts = records.map(({ title, abstract }) => searchWords(`${title} ${abstract ?? ''}`).map(stemOf));
  const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const counts = texts.map((words) => {
    const ofText = new Map<string, number>();
    for (const word of words) ofText.set(word, (ofText.get(word) ?? 0) + 1);
    return ofText;
  });
  const holders = new Map<string, number>();
  for (const ofText of counts)
    for (const word of ofText.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  return (seed) =>
    counts.map((ofText, other) => {
      let score = 0;
      for (const word of texts[seed] ?? []) {
        const count = ofText.get(word) ?? 0;
        const n = holders.get(word) ?? 0;
        const damping = 1.2 * (0.25 + (0.75 * (texts[other]?.length ?? 0)) / average);
        score += (Math.log(1 + (records.length - n + 0.5) / (n + 0.5)) * count * 2.2) / (count + damping);
      }
      return score;
    });
}

/** The best 10 by score, ties in the order of the papers; those without a score are not listed. */
function ndcg(seed: number, scores: ArrayLike<number>): number {
  const gain = gains[seed] ?? new Float64Array(0);
  const ranked = [...gain.keys()]
    .filter((other) => other !== seed && (scores[other] ?? 0) > 0)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const discounted = (values: number[]) =>
    values.slice(0, DEPTH).reduce((sum, value, place) => sum + value / Math.log2(place + 2), 0);
  const ideal = discounted([...gain].sort((a, b) => b - a));
  return ideal === 0 ? 0 : discounted(ranked.map((other) => gain[other] ?? 0)) / ideal;
}

function mean(of: readonly number[], rank: Ranker): number {
  return of.reduce((sum, seed) => sum + ndcg(seed, rank(seed)), 0) / of.length;
}

function printRow(name: string, rank: Ranker): void {
  const some = seeds.filter((seed) =>
    Array.from(rank(seed)).some((score, other) => other !== seed && score > 0),
  ).length;
  print(`| ${name} | ${mean(seeds, rank).toFixed(3)} | ${((100 * some) / seeds.length).toFixed(0)} % |`);
}

function findWeights(): void {
  const choices: Record<Signal, number>[] = [];
  for (const TOPIC of [1, 2, 4, 8, 16]) {
    for (const ORG of [0, 0.25, 0.5, 1]) {
      for (const AUTHOR of [0, 0.5, 1, 2]) {
        choices.push({ ...DEFAULT_WEIGHTS, TEXT: 2, TOPIC, ORG, AUTHOR });
      }
    }
  }
  const halves = [0, 1].map((half) => seeds.filter((_, index) => index % 2 === half));
  const scored = choices.map((weights) => ({
    weights,
    scores: halves.map((half) => mean(half, fuse(weights))),
  }));
  const [own = 0, other = 0] = [0, 1].map((half) => mean(halves[half] ?? [], fuse(DEFAULT_WEIGHTS)));
  print('');
  print('| weights | first half | second half |');
  print('|---|---|---|');
  const bestOf = (half: number) => scored.toSorted((a, b) => (b.scores[half] ?? 0) - (a.scores[half] ?? 0));
  for (const half of [0, 1]) {
    for (const { weights, scores } of bestOf(half).slice(0, 5)) {
      const { TOPIC, ORG, AUTHOR, TEXT } = weights;
      print(
        `| best of half ${half + 1}: TEXT ${TEXT}, TOPIC ${TOPIC}, ORG ${ORG}, AUTHOR ${AUTHOR} | ${scores.map((score) => score.toFixed(3)).join(' | ')} |`,
      );
    }
  }
  print(`| as by default | ${own.toFixed(3)} | ${other.toFixed(3)} |`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
