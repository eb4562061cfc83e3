import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import type { StoreConfig } from '../../src/config.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { neo4jTestAddress } from './neo4j-test-address.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A kind of store under test: each fresh one is empty. */
export type StoreUnderTest = {
  name: string;
  /** Why it can't be tested here, or null. */
  skipped: string | null;
  /** An empty store's settings. Opening it twice, one after the other, shows the same graph. */
  freshConfig: () => Promise<StoreConfig>;
};

export const STORES: StoreUnderTest[] = [
  { name: 'Grafeo', skipped: null, freshConfig: freshGrafeo },
  {
    name: 'Neo4j',
    skipped: neo4jTestAddress() === null ? 'NEO4J_URI is not set' : null,
    freshConfig: freshNeo4j,
  },
];

/** Opens an empty store of the kind. */
export async function openFresh(kind: StoreUnderTest): Promise<GraphStore> {
  return openStore(await kind.freshConfig());
}

/** The environment variables that make the command use a store. */
export function storeSettings(config: StoreConfig): Record<string, string> {
  if (config.kind === 'grafeo') return { STORE_URL: `grafeo:${config.path}` };
  const { url, user, password, database } = config;
  return { STORE_URL: url, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
}

/** A title for a suite that says why it is skipped, where it is. */
export function titleOf(kind: StoreUnderTest): string {
  return kind.skipped === null ? `on ${kind.name}` : `on ${kind.name} (skipped: ${kind.skipped})`;
}

async function freshGrafeo(): Promise<StoreConfig> {
  return { kind: 'grafeo', path: join(temporaryFolder(), 'graph.grafeo') };
}

async function freshNeo4j(): Promise<StoreConfig> {
  const address = neo4jTestAddress();
  if (address === null) throw new Error('NEO4J_URI is not set');
  const driver = neo4j.driver(address.url, neo4j.auth.basic(address.user, address.password));
  try {
    await driver.executeQuery(
      'MATCH (n:Paper|SourceRecord|Author|Topic|Org|Repo|Checkpoint|GraphVersion|GraphChange) DETACH DELETE n',
      {},
      { database: address.database },
    );
  } finally {
    await driver.close();
  }
  return address;
}
