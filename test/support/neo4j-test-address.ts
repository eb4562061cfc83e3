import type { StoreConfig } from '../../src/config.ts';

/** The Neo4j server to test on, from NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE; null without one. */
export function neo4jTestAddress(): Extract<StoreConfig, { kind: 'neo4j' }> | null {
  const url = process.env['NEO4J_URI'];
  if (!url) return null;
  return {
    kind: 'neo4j',
    url,
    user: process.env['NEO4J_USER'] ?? 'neo4j',
    password: process.env['NEO4J_PASSWORD'] ?? '',
    database: process.env['NEO4J_DATABASE'] ?? 'neo4j',
  };
}
