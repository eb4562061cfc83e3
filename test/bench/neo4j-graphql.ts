import { createYoga } from 'graphql-yoga';
import type { GraphQLSchema } from 'graphql';
import neo4j, { type Driver } from 'neo4j-driver';
import type { StoreConfig } from '../../src/config.ts';
import { alternately } from './timing.ts';

/*
 * The peer of bench:related: a GraphQL server that @neo4j/graphql generates over the same graph. It is no dependency of
 * the project; `npm install --no-save @neo4j/graphql@7.6` brings it.
 */
const NAME = '@neo4j/graphql';
const ROUNDS = 15;
/** Of the deep question, which takes the peer many seconds. */
const FEW_ROUNDS = 1;
const CONNECTIONS = 4;

// The peer's related papers are ranked by the weight of what they share: less work than the cosine that Papergraph answers with.
const TYPES = `
  type Paper @node {
    id: ID!
    title: String!
    publishedOn: String
    topics: [Topic!]! @relationship(type: "HAS_TOPIC", direction: OUT)
    related: [RelatedPaper!]! @cypher(
      statement: """
      CALL (this) {
        MATCH (this)-[:HAS_TOPIC]->(n:Topic)<-[:HAS_TOPIC]-(other:Paper)
        WHERE other <> this
        RETURN other, log(1.0 + PAPERS / COUNT { (n)<-[:HAS_TOPIC]-() }) AS weight
        UNION ALL
        MATCH (this)-[:AFFILIATED_WITH]->(n:Org)<-[:AFFILIATED_WITH]-(other:Paper)
        WHERE other <> this
        RETURN other, log(1.0 + PAPERS / COUNT { (n)<-[:AFFILIATED_WITH]-() }) AS weight
      }
      WITH other, sum(weight * weight) AS score
      ORDER BY score DESC, other.id
      LIMIT 5
      RETURN { title: other.title, score: score } AS related
      """
      columnName: "related"
    )
  }
  type Topic @node {
    key: ID!
    name: String!
    papers: [Paper!]! @relationship(type: "HAS_TOPIC", direction: IN)
  }
  type RelatedPaper {
    title: String!
    score: Float!
  }
`;

const NEWEST = 'sort: [{publishedOn: DESC}, {id: ASC}]';

type Question = { what: string; ours: string; theirs: string; isEqual: boolean; rounds?: number };

/** The same question to both, and what of the answers has to be the same. */
const QUESTIONS: Question[] = [
  {
    what: 'a flat list of 50 papers',
    ours: '{ papers(first: 50) { edges { node { title publishedOn } } } }',
    theirs: `{ papers(limit: 50, ${NEWEST}) { title publishedOn } }`,
    isEqual: true,
  },
  {
    what: '50 papers, their topics, 5 papers of each',
    ours: '{ papers(first: 50) { edges { node { title topics(first: 8) { edges { node { name papers(first: 5) { edges { node { title } } } } } } } } } }',
    theirs: `{ papers(limit: 50, ${NEWEST}) { title topics { name papers(limit: 5, ${NEWEST}) { title } } } }`,
    isEqual: true,
  },
  {
    what: 'a paper, the same two levels deeper',
    rounds: FEW_ROUNDS,
    ours: '{ papers(first: 1) { edges { node { title topics(first: 8) { edges { node { name papers(first: 5) { edges { node { title topics(first: 8) { edges { node { name papers(first: 5) { edges { node { title } } } } } } } } } } } } } } } }',
    theirs: `{ papers(limit: 1, ${NEWEST}) { title topics { name papers(limit: 5, ${NEWEST}) { title topics { name papers(limit: 5, ${NEWEST}) { title } } } } } }`,
    isEqual: true,
  },
  {
    what: 'how many papers a topic has',
    ours: '{ papers(filter: {topic: "topic 30"}) { totalCount } }',
    theirs: '{ papers: papersConnection(where: {topics: {some: {key: {eq: "topic 30"}}}}) { totalCount } }',
    isEqual: true,
  },
  {
    what: '50 papers with 5 related each',
    ours: '{ papers(first: 50) { edges { node { title related(by: [TOPIC, ORG], first: 5) { edges { score node { title } } } } } } }',
    theirs: `{ papers(limit: 50, ${NEWEST}) { title related { score title } } }`,
    isEqual: false,
  },
];

/** What answers GraphQL requests. */
type Server = { fetch: (url: string, init: object) => Response | Promise<Response> };

/** Prints how both servers compare, where the peer is installed. */
export async function comparePeer(
  config: StoreConfig & { kind: 'neo4j' },
  paperCount: number,
  ours: Server,
): Promise<void> {
  const { url, user, password, database } = config;
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  try {
    const schema = await generatedSchema(driver, paperCount);
    if (schema === null) {
      process.stdout.write(`${NAME} is not installed, so it is not compared\n`);
      return;
    }
    const context = { executionContext: driver, sessionConfig: { database } };
    const theirs = createYoga({ schema, context: () => context, logging: false });
    for (const question of QUESTIONS) await compare(question, ours, theirs);
  } finally {
    await driver.close();
  }
}

async function compare(
  { what, ours, theirs, isEqual, rounds = ROUNDS }: Question,
  ourServer: Server,
  theirServer: Server,
): Promise<void> {
  const [mine, yours] = [await ask(ourServer, ours), await ask(theirServer, theirs)];
  const isSame = JSON.stringify(plain(mine)) === JSON.stringify(plain(yours));
  const [fast = 0, slow = 0] = await alternately(rounds, [
    () => ask(ourServer, ours),
    () => ask(theirServer, theirs),
  ]);
  const [rate, peerRate] = [await rateOf(ourServer, ours, rounds), await rateOf(theirServer, theirs, rounds)];
  process.stdout.write(
    `${what}: ${fast.toFixed(1)} ms, ${NAME} ${slow.toFixed(1)} ms (${(slow / fast).toFixed(1)} times); ` +
      `${rate.toFixed(0)} and ${peerRate.toFixed(0)} requests/s at ${CONNECTIONS} connections (${(rate / peerRate).toFixed(1)} times)` +
      `${isEqual ? `; answers equal: ${isSame}` : ''}\n`,
  );
}

async function ask(server: Server, query: string): Promise<unknown> {
  const response = await server.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors).slice(0, 500));
  return data;
}

/** Requests a second while several are always under way. */
async function rateOf(server: Server, query: string, rounds: number): Promise<number> {
  const start = performance.now();
  const loop = async () => {
    for (let round = 0; round < rounds; round += 1) await ask(server, query);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, loop));
  return (CONNECTIONS * rounds) / ((performance.now() - start) / 1000);
}

/** An answer without edges, and with topics in the order of their names, as each server orders them otherwise. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(plain);
    const isTopics = items.every((item) => item !== null && typeof item === 'object' && 'name' in item);
    return isTopics ? items.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) : items;
  }
  if (value === null || typeof value !== 'object') return value;
  if ('edges' in value) return plain((value.edges as { node: unknown }[]).map(({ node }) => node));
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

function nameOf(item: unknown): string {
  return (item as { name: string }).name;
}

/** The schema that is generated over a graph of so many papers; null where the peer is not installed. */
async function generatedSchema(driver: Driver, paperCount: number): Promise<GraphQLSchema | null> {
  const peer = (await import(NAME).catch(() => null)) as {
    Neo4jGraphQL: new (options: object) => { getSchema: () => Promise<GraphQLSchema> };
  } | null;
  if (peer === null) return null;
  const typeDefs = TYPES.replaceAll('PAPERS', `${paperCount}.0`);
  return new peer.Neo4jGraphQL({ typeDefs, driver }).getSchema();
}
