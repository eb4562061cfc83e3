import { z } from 'zod';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import type { Statement } from '../../src/graph/statement.ts';

const properties = z.record(z.string(), z.unknown());
const node = z.object({ labels: z.array(z.string()), properties });
const edge = z.object({ type: z.string(), from: z.string(), to: z.string(), properties });

/** A graph as text, a line for a node or an edge, in one order: two graphs are the same where their lines are. */
export type GraphDump = { nodes: string[]; edges: string[] };

/** What tests of a server keep to know their database again, and what the store keeps for its own use. */
const NOT_OF_THE_GRAPH = new Set(['PapergraphTest', 'GraphVersion', 'GraphChange']);

/**
 * Everything that a store holds, whatever the program knows of it. Left out is only `since`, when a record was linked
 * to its paper, and an author's or organisation's lists keep their order, for it is a part of the graph.
 */
export async function dumpGraph(store: GraphStore): Promise<GraphDump> {
  const nodes = await ask(store, node, 'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties');
  const edges = await ask(
    store,
    edge,
    `MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS properties,
       coalesce(a.id, a.key, a.slug, a.url) AS from, coalesce(b.id, b.key, b.slug, b.url) AS to`,
  );
  return {
    nodes: nodes
      .filter(({ labels }) => !labels.some((label) => NOT_OF_THE_GRAPH.has(label)))
      .map((one) => `${one.labels.join(':')} ${lineOf(one.properties)}`)
      .sort(),
    edges: edges.map((one) => `${one.from} ${one.type} ${one.to} ${lineOf(one.properties)}`).sort(),
  };
}

/** The nodes of a kind, as far as the given properties go. */
export async function nodesOf(store: GraphStore, label: string): Promise<Record<string, unknown>[]> {
  const rows = await ask(
    store,
    z.object({ properties }),
    `MATCH (n:${label}) RETURN properties(n) AS properties`,
  );
  return rows.map((row) => row.properties);
}

/** Runs any Cypher. */
export async function ask<Row extends z.ZodType>(
  store: GraphStore,
  row: Row,
  text: string,
): Promise<z.output<Row>[]> {
  const statement: Statement<Record<string, never>, z.output<Row>> = {
    name: 'read/of-a-test',
    text,
    access: 'read',
    touches: () => ({}),
    params: z.strictObject({}) as never,
    row: row as never,
  };
  return store.run(statement, {});
}

function lineOf(given: Record<string, unknown>): string {
  const { since: _, ...kept } = given;
  const entries = Object.entries(kept)
    .filter(([, value]) => value !== null)
    // What a source says is kept as JSON, whose keys may come in any order.
    .map(([key, value]) => [key, key === 'content' ? sortedKeys(JSON.parse(String(value))) : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(entries));
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sortedKeys(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
