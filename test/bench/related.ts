import { pino } from 'pino';
import { rankRelated } from '../../src/analysis/related/related-papers.ts';
import { reasonsOf } from '../../src/analysis/related/reasons.ts';
import { DEFAULT_WEIGHTS } from '../../src/analysis/related/question.ts';
import { degreeInGraph, type Projection } from '../../src/analysis/projection.ts';
import { neighboursOf } from '../../src/analysis/adjacency.ts';
import { readConfig } from '../../src/config.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { memoryProjector } from '../../src/projection/memory-projector.ts';
import { createServer } from '../../src/server/create-server.ts';
import { emptyStore, generatedPapers, writeGeneratedGraph } from './generated-graph.ts';
import { comparePeer } from './neo4j-graphql.ts';
import { relatedByCosine, relatedByWeight } from './related-cypher.ts';
import { alternately, median, times } from './timing.ts';

/*
 * npm run bench:related [papers] [many papers]: related papers and lists from the projection, beside the same question in
 * Cypher, and a graph ten times as large. On an embedded store in memory, or on the empty Neo4j database that STORE_URL
 * names, which is emptied again; there also beside a server that @neo4j/graphql generates, where it is installed.
 */
const [papers = 20_000, many = 200_000] = process.argv.slice(2).map(Number);
const { store: config } = readConfig({ STORE_URL: 'grafeo::memory:', ...process.env });
const SEEDS = 500;
const REQUESTS = 40;

const RELATED =
  '{ papers(first: 50) { edges { node { title abstract related(first: 5) { edges { score node { title } } } } } } }';
const PLAIN = '{ papers(first: 50) { edges { node { title abstract } } } }';
const NEWEST = `{ papers(first: 50) { totalCount edges { node { title publishedOn } } } }`;
const NEWEST_OF_TOPIC = `{ papers(first: 50, filter: {topic: "topic 30"}) { totalCount edges { node { title publishedOn } } } }`;
const FACETS = `facets { topics { count topic { name } } orgs { count org { name } } years { year count } hasRepo { hasRepo count } }`;
const NEWEST_WITH_FACETS = NEWEST_OF_TOPIC.replace('totalCount', `totalCount ${FACETS}`);

const small = await measure(papers, true);
const large = await measure(many, false);
for (const [what, time] of Object.entries(small)) {
  print(
    `${what}: ${time.toFixed(2)} ms, with ${many} papers ${large[what]?.toFixed(2)} ms`,
    (large[what] ?? 0) / time,
  );
}
print(`RSS with ${many} papers: ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);

/** Milliseconds of each question, p50. */
async function measure(count: number, isCompared: boolean): Promise<Record<string, number>> {
  const store = await openStore(config);
  await writeGeneratedGraph(store, generatedPapers({ papers: count }));
  const projector = memoryProjector(store);
  const projection = await projector.matching({ all: [] });
  const seeds = Array.from({ length: SEEDS }, (_, place) => Math.floor((place / SEEDS) * count));
  const related = median(await times(seeds, (seed) => tenBest(projection, seed)));
  if (isCompared) await compareCypher(store, projection, seeds, related);

  const lines: { statements?: number }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const yoga = createServer(store, projector, log);
  const ask = async (query: string, prepare: () => unknown = () => {}) => {
    prepare();
    const response = await yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    if (text.includes('"errors"')) throw new Error(text.slice(0, 500));
  };
  const [withRelated = 0, plain = 0, newest = 0, ofTopic = 0, withFacets = 0] = await alternately(
    REQUESTS,
    [RELATED, PLAIN, NEWEST, NEWEST_OF_TOPIC, NEWEST_WITH_FACETS].map((query) => () => ask(query)),
  );
  if (isCompared) {
    print(
      `50 papers with 5 related each: ${withRelated.toFixed(2)} ms, without ${plain.toFixed(2)} ms`,
      withRelated / plain,
    );
    // What was remembered is of another state then, and so are the lengths of vectors.
    const [afterChange = 0] = await alternately(10, [() => ask(RELATED, () => (projection.version += 1))]);
    print('the same just after the graph has changed', afterChange / plain);
    const statementsFor = async (query: string) => {
      await ask(query);
      return lines.at(-1)?.statements;
    };
    print(
      `its statements: ${await statementsFor(RELATED)}, for 5 papers ${await statementsFor(RELATED.replace('50', '5'))}`,
    );
    if (config.kind === 'neo4j') await comparePeer(config, count, yoga);
  }
  await projector.stop();
  if (config.kind !== 'grafeo') await emptyStore(store);
  await store.close();
  return {
    'ten related papers with reasons, TOPIC and ORG': related,
    'newest 50 papers': newest,
    'newest 50 papers of a topic': ofTopic,
    'newest 50 papers of a topic with facets': withFacets,
  };
}

function tenBest(projection: Projection, seed: number) {
  const question = {
    liked: [seed],
    disliked: [],
    signals: ['TOPIC', 'ORG'] as const,
    weights: DEFAULT_WEIGHTS,
    measure: 'SIMILARITY' as const,
    order: 'RELEVANCE' as const,
  };
  return rankRelated(projection, question, ({ ranking, explain, scoreOf }) =>
    ranking.slice(0, 10).map((paper) => ({
      id: projection.nodes.PAPER.keys[paper],
      score: scoreOf(paper),
      reasons: reasonsOf(projection, explain(paper)),
    })),
  );
}

async function compareCypher(
  store: GraphStore,
  projection: Projection,
  seeds: readonly number[],
  time: number,
): Promise<void> {
  const some = seeds.filter((_, place) => place % (seeds.length / 10) === 0);
  for (const [what, statement] of [
    ['the same answer', relatedByCosine],
    ['shared weights only', relatedByWeight],
  ] as const) {
    const inCypher = median(await times(some, (seed) => store.run(statement, paramsOf(projection, seed))));
    print(
      `related, ${what} in Cypher: ${inCypher.toFixed(1)} ms, from the projection ${time.toFixed(3)} ms`,
      inCypher / time,
    );
  }
  const [seed = 0] = some.slice(5);
  const rows = await store.run(relatedByCosine, paramsOf(projection, seed));
  const best = await tenBest(projection, seed);
  const isSame = rows.every((row, place) => Math.abs(row.score - (best[place]?.score ?? 0)) < 1e-6);
  print(`both have the same ten scores: ${isSame}`);
}

function paramsOf(projection: Projection, seed: number) {
  const { TOPIC, ORG } = DEFAULT_WEIGHTS;
  const papers = projection.nodes.PAPER.numberOf.size;
  const lengthOf = (kind: 'TOPIC' | 'ORG') =>
    Math.sqrt(
      [...neighboursOf(projection.links[kind].forward, seed)].reduce(
        (sum, node) => sum + Math.log(1 + papers / degreeInGraph(projection, kind, node)) ** 2,
        0,
      ),
    ) || 1;
  return {
    id: projection.nodes.PAPER.keys[seed] ?? '',
    papers,
    topicShare: TOPIC / (TOPIC + ORG) / lengthOf('TOPIC'),
    orgShare: ORG / (TOPIC + ORG) / lengthOf('ORG'),
  };
}

function print(line: string, ratio?: number): void {
  process.stdout.write(`${line}${ratio === undefined ? '' : ` (${ratio.toFixed(2)} times)`}\n`);
}
