import { groupBy } from '../../src/collections.ts';
import { rankPhrases, type Candidate } from '../../src/topics/analyse-paper.ts';
import { CORPUS_FEATURES, corpusFeatures } from '../../src/topics/corpus-features.ts';
import { createCorpus } from '../../src/topics/corpus.ts';
import { TEXT_FEATURES } from '../../src/topics/text-features.ts';
import { scorerOf, type Tree } from '../../src/topics/trees.ts';
import { boost, type BoostOptions, type Rows } from './boost.ts';
import { AUTHOR_SETS, stemmed, type Example } from './examples.ts';

/** The two parts of the ranker: what a text alone tells, and what other papers add to it. */
export type Ranker = { textTrees: Tree[]; corpusTrees: Tree[] };

const TEXT_OPTIONS: BoostOptions = { trees: 150, depth: 3, rate: 0.15, ridge: 5 };
const CORPUS_OPTIONS: BoostOptions = { trees: 100, depth: 4, rate: 0.15, ridge: 5 };
/** What authors call their paper counts more than what readers mark in it. */
const AUTHOR_WEIGHT = 3;
/** A listing of a few days: papers must have good topics there too. */
const SMALL_CORPUS = 60;

/**
 * Fits the ranker to examples. A phrase is right where people gave it as a keyword. The second part is fitted on every
 * example within several corpora, from 60 papers to all: a phrase that half the papers of a small corpus have is
 * as common as one that half of a large one have.
 */
export function fitRanker(examples: readonly Example[]): Ranker {
  const textRows = examples.flatMap((example) =>
    example.found.phrases.map(({ phrase, features }) => row(example, phrase.key, features, 0)),
  );
  const prior = constantTree(textRows);
  const textTrees = [prior, ...boost(toColumns(textRows, TEXT_FEATURES.length, prior), TEXT_OPTIONS)];

  const corpusRows = corporaOf(examples).flatMap((corpus) => rowsInCorpus(corpus, textTrees));
  const corpusTrees = boost(toColumns(corpusRows, CORPUS_FEATURES.length), CORPUS_OPTIONS);
  return { textTrees, corpusTrees };
}

function rowsInCorpus(examples: readonly Example[], textTrees: readonly Tree[]): Row[] {
  const scoreText = scorerOf(textTrees);
  const analyses = examples.map(({ found }) => rankPhrases(found, scoreText));
  const corpus = createCorpus();
  for (const analysis of analyses) corpus.add(analysis);
  const statistics = corpus.count((key) => key);
  return examples.flatMap((example, index) =>
    (analyses[index]?.candidates ?? []).map((candidate: Candidate) =>
      row(
        example,
        candidate.key,
        corpusFeatures(candidate, statistics.statisticsOf(candidate.key)),
        candidate.textScore,
      ),
    ),
  );
}

/** Each set, the two of one conference year after year together, all sets together, and small parts of each. */
function corporaOf(examples: readonly Example[]): Example[][] {
  const sets = [...groupBy(examples, ({ set }) => set).values()];
  const openReview = examples.filter(({ set }) => set.startsWith('openreview'));
  const parts = sets.flatMap((set) =>
    Array.from({ length: Math.floor(set.length / SMALL_CORPUS) }, (_, index) =>
      set.slice(index * SMALL_CORPUS, (index + 1) * SMALL_CORPUS),
    ),
  );
  return [...sets, openReview, [...examples], ...parts];
}

type Row = { features: number[]; isRight: boolean; weight: number; margin: number };

function row(example: Example, key: string, features: number[], margin: number): Row {
  const isAuthors = (AUTHOR_SETS as readonly string[]).includes(example.set);
  return {
    features,
    isRight: example.gold.has(stemmed(key)),
    weight: isAuthors ? AUTHOR_WEIGHT : 1,
    margin,
  };
}

/** The log-odds that any phrase is right: a tree that asks nothing. */
function constantTree(rows: readonly Row[]): Tree {
  const weightOf = (some: readonly Row[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const right = weightOf(rows.filter(({ isRight }) => isRight));
  const logOdds = Math.log(right / (weightOf(rows) - right));
  return { questions: [], leaves: [Number(logOdds.toFixed(3))] };
}

function toColumns(rows: readonly Row[], width: number, prior?: Tree): Rows {
  return {
    columns: Array.from({ length: width }, (_, column) =>
      Float64Array.from(rows, ({ features }) => features[column] ?? 0),
    ),
    labels: Uint8Array.from(rows, ({ isRight }) => Number(isRight)),
    weights: Float64Array.from(rows, ({ weight }) => weight),
    margins: Float64Array.from(rows, ({ margin }) => margin + (prior?.leaves[0] ?? 0)),
  };
}
