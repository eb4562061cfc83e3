import { resolve } from 'node:path';
import { finishProjection, setNode, setPaper, setPaperText } from '../../src/analysis/change-projection.ts';
import { createProjection, NODE_KINDS } from '../../src/analysis/projection.ts';
import { parseSearchQuery } from '../../src/analysis/search-query.ts';
import { search } from '../../src/analysis/search.ts';
import { suggest } from '../../src/analysis/suggest.ts';
import { searchWords } from '../../src/model/search-text.ts';
import { AUTHOR_SETS, READER_SETS, readExamples } from '../../tools/fit-topic-ranker/examples.ts';

/*
 * Search and suggestions over made-up papers: the words of real texts in no order, and one in fifty made up, so that the
 * vocabulary grows as it does in large collections; topics and authors by Zipf's law. `npm run bench:search [papers]`.
 */

const PAPERS = Number(process.argv[2] ?? 100_000);
const [TOPICS, AUTHORS, ORGS] = [PAPERS / 2, PAPERS * 2, PAPERS / 20];
const QUERIES = 300;

const random = seeded(7);
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
const zipf = (count: number) => Math.floor(Math.exp(random() * Math.log(count + 1))) - 1;

const words = [...AUTHOR_SETS, ...READER_SETS]
  .flatMap((set) => readExamples(resolve('../shared/data/keyphrases'), set))
  .flatMap(({ paper }) => paper.abstract.split(/\s+/));
const SYLLABLES =
  'an ber chen da el fu go ha in jo ka li mar no or pa qi ro sa ti ul va wen xu yan zhe'.split(' ');
const madeUp = (syllables: number) => Array.from({ length: syllables }, () => pick(SYLLABLES)).join('');
const text = (length: number) =>
  Array.from({ length }, () => (random() < 0.02 ? madeUp(2 + zipf(4)) : pick(words))).join(' ');

const projection = createProjection();
for (let topic = 0; topic < TOPICS; topic += 1) {
  setNode(projection, 'TOPIC', { key: `topic ${topic}`, name: text(1 + (topic % 3)), otherNames: [text(2)] });
}
for (let org = 0; org < ORGS; org += 1) {
  setNode(projection, 'ORG', {
    key: `org-${org}`,
    name: `${madeUp(3)} ${text(1)}`,
    otherNames: [`org-${org}`],
  });
}
for (let author = 0; author < AUTHORS; author += 1) {
  setNode(projection, 'AUTHOR', {
    key: `author ${author}`,
    name: `${madeUp(2)} ${madeUp(2)}`,
    otherNames: [],
  });
}
const setNumberedPaper = (index: number) => {
  const [id, title] = [`p:${index}`, text(9)];
  const facts = {
    id,
    title,
    publishedOn: `20${10 + (index % 15)}-0${1 + (index % 9)}-11`,
    upvotes: index % 3 === 0 ? zipf(300) : null,
    commentCount: null,
    upvotesPerDay: null,
    sources: [],
    topics: Array.from({ length: 5 }, () => `topic ${zipf(TOPICS)}`),
    topicScores: [1, 1, 1, 1, 1],
    orgs: [`org-${zipf(ORGS)}`],
    authors: Array.from({ length: 5 }, () => `author ${zipf(AUTHORS)}`),
    repos: [],
    cites: [],
  };
  setPaper(projection, facts);
  setPaperText(projection, id, title, text(150));
};
for (let paper = 0; paper < PAPERS; paper += 1) setNumberedPaper(paper);
finishProjection(projection);

const letters = 'abcdefghijklmnopqrstuvwxyz0'.split('');
const queryWord = () => pick(words).replaceAll(/[^\p{L}\p{N}]/gu, '');
const longWord = () => {
  for (;;) {
    const word = queryWord();
    if (word.length > 5 && searchWords(word).length === 1) return word;
  }
};
const mistyped = (word: string) => `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`;
const times = (count: number, make: () => string) => Array.from({ length: count }, make);

console.log(`${PAPERS} papers, ${TOPICS} topics, ${AUTHORS} authors, ${ORGS} orgs\n`);
console.log('| suggest | p50, ms | p99, ms | most, ms |\n| --- | --- | --- | --- |');
const suggestAll = (prefix: string) => void suggest(projection, prefix, NODE_KINDS, 10);
measure(
  'one letter',
  times(QUERIES, () => pick(letters)),
  suggestAll,
);
measure(
  'one letter, papers only',
  times(QUERIES, () => pick(letters)),
  (prefix) => suggest(projection, prefix, ['PAPER'], 10),
);
measure(
  'two letters',
  times(QUERIES, () => `${pick(letters)}${pick(letters)}`),
  suggestAll,
);
measure(
  'the beginning of a word',
  times(QUERIES, () => longWord().slice(0, 3 + zipf(4))),
  suggestAll,
);
measure(
  'a word and a letter',
  times(QUERIES, () => `${longWord()} ${pick(letters)}`),
  suggestAll,
);
measure(
  'two letters apart',
  times(QUERIES, () => `${pick(letters)} ${pick(letters)}`),
  suggestAll,
);
measure(
  'a letter, after each a paper changed',
  times(QUERIES, () => pick(letters)),
  suggestAll,
  () => setNumberedPaper(Math.floor(random() * PAPERS)),
);

console.log('\n| search, 20 best | p50, ms | p99, ms | most, ms |\n| --- | --- | --- | --- |');
const searchAll = (query: string) => {
  const { ranking, hitOf } = search(projection, parseSearchQuery(query), NODE_KINDS, () => true);
  ranking.slice(0, 20).map(hitOf);
};
measure('one word', times(QUERIES, longWord), searchAll);
measure(
  'three words',
  times(QUERIES, () => times(3, longWord).join(' ')),
  searchAll,
);
measure(
  'a phrase',
  times(QUERIES, () => `"${longWord()} ${longWord()}"`),
  searchAll,
);
measure(
  'a prefix of three letters',
  times(QUERIES, () => `${longWord().slice(0, 3)}*`),
  searchAll,
);
measure(
  'a mistyped word',
  times(QUERIES, () => mistyped(longWord())),
  searchAll,
);

/** Measures each question once, after as many to warm up. */
function measure(
  name: string,
  questions: string[],
  answer: (question: string) => void,
  change: () => void = () => {},
): void {
  for (const question of questions) answer(question);
  const durations = questions.map((question) => {
    change();
    const { user, system } = process.cpuUsage();
    const start = performance.now();
    answer(question);
    const duration = performance.now() - start;
    // The clock also counts what others do meanwhile; the count of the process also what its collector does beside it.
    const used = process.cpuUsage({ user, system });
    return Math.min(duration, (used.user + used.system) / 1000);
  });
  const sorted = durations.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2);
  console.log(`| ${name} | ${at(0.5)} | ${at(0.99)} | ${at(1)} |`);
}

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
