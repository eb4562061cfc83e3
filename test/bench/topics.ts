import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rankPhrases } from '../../src/topics/analyse-paper.ts';
import { createCorpus } from '../../src/topics/corpus.ts';
import { extractTopicsOfCorpus, topicExtractor } from '../../src/topics/extract-topics.ts';
import { scorerOf } from '../../src/topics/trees.ts';
import { createTopicRegister } from '../../src/topics/topic-register.ts';
import { buildVocabulary, chooseTopics } from '../../src/topics/vocabulary.ts';
import {
  AUTHOR_SETS,
  READER_SETS,
  readExamples,
  type Example,
} from '../../tools/fit-topic-ranker/examples.ts';
import { fitRanker } from '../../tools/fit-topic-ranker/fit.ts';

/*
 * npm run bench:topics [-- --cross-validate]: F1 of the topics on the development halves, by their own scorer, and the
 * speed, with YAKE beside it where Python has it (`pip install yake`; PYTHON names another interpreter).
 * With --cross-validate also of rankers that were fitted on four fifths of the papers, on the fifth they don't know.
 */
const FOLDER = resolve('../shared/data/keyphrases');
const YAKE = 'test/bench/yake-keywords.py';
const PYTHON = process.env['PYTHON'] ?? 'python3';
const SETS = [...AUTHOR_SETS, ...READER_SETS];
const FOLDS = 5;
const FIRST = 10;

type Keywords = Map<string, string[]>;
type Text = { title: string; abstract: string; keywords: [] };

if (!existsSync(FOLDER)) throw new Error(`expected the keyphrase sets in ${FOLDER}`);
const scratch = mkdtempSync(join(tmpdir(), 'papergraph-bench-'));
const examples = SETS.map((set) => readExamples(FOLDER, set));

if (process.argv[2] === '--size') measureSize(Number(process.argv[3]));
else compare();
rmSync(scratch, { recursive: true });

function compare(): void {
  print('| | author sets F1@5 / F1@10 | all six F1@5 / F1@10 | papers a second |');
  print('|---|---|---|---|');
  const extractTopics = topicExtractor({ limit: FIRST });
  const alone = measure('a paper on its own', (set) => set.map(({ paper }) => extractTopics(textOf(paper))));
  measure('the set as a corpus', (set) =>
    extractTopicsOfCorpus(
      set.map(({ paper }) => textOf(paper)),
      { limit: FIRST },
    ),
  );
  if (process.argv.includes('--cross-validate')) crossValidate();
  const yake = measureYake();
  print('');
  print(
    yake === null
      ? 'YAKE is not installed: pip install yake'
      : `${(alone / yake).toFixed(1)} times as fast as YAKE`,
  );
  printSharing();
  printGrowth();
}

function measure(name: string, extract: (set: readonly Example[]) => string[][]): number {
  // Once to warm up: a corpus is larger than these sets.
  examples.map(extract);
  const start = performance.now();
  const found = examples.map(extract);
  const speed = (1000 * examples.flat().length) / (performance.now() - start);
  const keywords = new Map(
    examples.flatMap((set, index) => set.map(({ id }, at) => [id, found[index]?.[at] ?? []])),
  );
  printRow(name, keywords, speed.toFixed(0));
  return speed;
}

function printRow(name: string, keywords: Keywords, speed: string): void {
  const scores = SETS.map((set) => score(set, keywords));
  const mean = (some: typeof scores) =>
    [0, 1]
      .map((at) => (some.reduce((sum, row) => sum + (row[at] ?? 0), 0) / some.length).toFixed(1))
      .join(' / ');
  print(`| ${name} | ${mean(scores.slice(0, AUTHOR_SETS.length))} | ${mean(scores)} | ${speed} |`);
}

/** F1@5 and F1@10 in percent, as the scorer prints them. */
function score(set: string, keywords: Keywords): number[] {
  const file = join(scratch, 'predicted.jsonl');
  const gold = join(FOLDER, `${set}.dev.jsonl`);
  writeFileSync(file, [...keywords].map(([id, found]) => JSON.stringify({ id, keywords: found })).join('\n'));
  const { stdout, stderr } = spawnSync(PYTHON, [join(FOLDER, 'score.py'), file, gold], { encoding: 'utf8' });
  const match = /all: F1@5 +([\d.]+) F1@10 +([\d.]+)/.exec(stdout);
  if (match === null) throw new Error(`the scorer failed: ${stdout}${stderr}`);
  return [Number(match[1]), Number(match[2])];
}

/** Rankers fitted without a fifth of the papers name the keywords of that fifth. */
function crossValidate(): void {
  const [single, corpus]: [Keywords, Keywords] = [new Map(), new Map()];
  const foldOf = new Map(examples.flat().map((example, index) => [example, index % FOLDS]));
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const known = examples.flat().filter((example) => foldOf.get(example) !== fold);
    const { textTrees, corpusTrees } = fitRanker(known);
    const scoreText = scorerOf(textTrees);
    for (const set of examples) {
      const analyses = new Map(set.map((example) => [example, rankPhrases(example.found, scoreText)]));
      const counted = createCorpus();
      for (const analysis of analyses.values()) counted.add(analysis);
      const vocabularies = [
        { vocabulary: buildVocabulary(null), keywords: single },
        { vocabulary: buildVocabulary(counted, undefined, scorerOf(corpusTrees)), keywords: corpus },
      ];
      for (const { vocabulary, keywords } of vocabularies) {
        const register = createTopicRegister(vocabulary.concepts);
        const chosen = [...analyses].map(([example, analysis]) => {
          const topics = chooseTopics(textOf(example.paper), vocabulary, { limit: FIRST, analysis });
          if (vocabulary.corpus !== null) register.add(topics);
          return { example, topics };
        });
        const names = new Map(register.topics().map(({ key, name }) => [key, name]));
        for (const { example, topics } of chosen) {
          if (foldOf.get(example) !== fold) continue;
          keywords.set(
            example.id,
            topics.map(({ key, name }) => names.get(key) ?? name ?? key),
          );
        }
      }
    }
  }
  printRow('a paper on its own, not fitted to it', single, '');
  printRow('the set as a corpus, not fitted to it', corpus, '');
}

function measureYake(): number | null {
  const file = join(scratch, 'texts.jsonl');
  writeFileSync(
    file,
    examples
      .flat()
      .map(({ id, paper }) => JSON.stringify({ id, ...paper }))
      .join('\n'),
  );
  const { stdout, status } = spawnSync(PYTHON, [YAKE, file, String(FIRST)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) return null;
  const [speed, ...lines] = stdout.trim().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as { id: string; keywords: string[] });
  printRow('YAKE', new Map(rows.map(({ id, keywords }) => [id, keywords])), Number(speed).toFixed(0));
  return Number(speed);
}

/** How many papers share a topic, and how many topics they share, with five topics a paper. */
function printSharing(): void {
  const papers = examples.filter((set) => set[0]?.set.startsWith('openreview')).flat();
  const found = extractTopicsOfCorpus(
    papers.map(({ paper }) => textOf(paper)),
    { limit: 5 },
  );
  const counts = new Map<string, number>();
  for (const name of found.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shared = found.map((names) => names.filter((name) => (counts.get(name) ?? 0) > 1).length);
  const some = shared.filter((count) => count > 0).length / papers.length;
  const mean = shared.reduce((sum, count) => sum + count, 0) / papers.length;
  const keywords = new Map(papers.map(({ id }, index) => [id, found[index] ?? []]));
  const f1 = AUTHOR_SETS.slice(1).map((set) => score(set, keywords)[0]?.toFixed(1));
  print('');
  print(
    `The OpenReview sets as one corpus of ${papers.length}, 5 topics a paper: ${(100 * some).toFixed(1)} % of papers share a topic, ${mean.toFixed(2)} topics a paper are shared; F1@5 ${f1.join(' and ')}.`,
  );
}

/** Time and memory of a corpus by its size, each in a process of its own. */
function printGrowth(): void {
  print('');
  print('| papers | seconds | papers a second | peak memory |');
  print('|---|---|---|---|');
  for (const size of [1_000, 10_000, 50_000]) {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--size', String(size)], {
      encoding: 'utf8',
    });
    const [seconds = 0, bytes = 0] = stdout.split(' ').map(Number);
    print(
      `| ${size} | ${seconds.toFixed(1)} | ${(size / seconds).toFixed(0)} | ${(bytes / 2 ** 20).toFixed(0)} MB |`,
    );
  }
}

/** Papers beyond those that there are repeat under other titles. */
function measureSize(size: number): void {
  const papers = examples.flat();
  const texts = Array.from({ length: size }, (_, index) => {
    const { title, abstract } = papers[index % papers.length]?.paper ?? { title: '', abstract: '' };
    return textOf({ title: `${title} part${index}`, abstract });
  });
  const start = performance.now();
  extractTopicsOfCorpus(texts, { limit: 5 });
  const seconds = (performance.now() - start) / 1000;
  print(`${seconds} ${process.resourceUsage().maxRSS * 1024}`);
}

function textOf({ title, abstract }: { title: string; abstract: string }): Text {
  return { title, abstract, keywords: [] };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
