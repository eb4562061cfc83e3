import { existsSync } from 'node:fs';
import type { StoreConfig } from '../config.ts';
import { messageOf, PapergraphError } from '../errors.ts';
import type { GraphStore } from './graph-store.ts';

/**
 * Opens the store that the settings name, with its constraints and indexes in place. Only the engine in use is
 * loaded. With `leaveAsIs` nothing is created: a graph that is not there yet is an empty one in memory. Throws
 * `STORE_UNAVAILABLE` with who holds or refuses it, where, and what to do.
 */
export async function openStore(
  config: StoreConfig,
  { leaveAsIs = false }: { leaveAsIs?: boolean } = {},
): Promise<GraphStore> {
  const isMissing = config.kind === 'grafeo' && config.path !== null && !existsSync(config.path);
  const store = await openEngine(leaveAsIs && isMissing ? { kind: 'grafeo', path: null } : config);
  try {
    if (!leaveAsIs) await store.prepare();
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

async function openEngine(config: StoreConfig): Promise<GraphStore> {
  if (config.kind === 'neo4j') {
    const { openNeo4jStore } = await import('./neo4j-store.ts');
    return openNeo4jStore(config);
  }
  const { openGrafeoStore } = await importGrafeoStore();
  return openGrafeoStore(config.path);
}

async function importGrafeoStore(): Promise<typeof import('./grafeo-store.ts')> {
  try {
    return await import('./grafeo-store.ts');
  } catch (error) {
    throw new PapergraphError(
      'STORE_UNAVAILABLE',
      `The embedded store has no build for ${process.platform} on ${process.arch} (${messageOf(error)}). ` +
        `Use a Neo4j server instead: set STORE_URL=neo4j://HOST:PORT and NEO4J_PASSWORD.`,
      { cause: error },
    );
  }
}
