import grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';
import type { StoreConfig } from '../../src/config.ts';

/** Asks an engine itself, beside the adapters, whether it accepts a statement and which columns it returns. */
export type Explain = {
  columns(text: string, params: Record<string, unknown>): Promise<string[]>;
  close(): Promise<void>;
};

export async function explainer(config: StoreConfig): Promise<Explain> {
  return config.kind === 'grafeo' ? explainOnGrafeo() : explainOnNeo4j(config);
}

/** Grafeo's EXPLAIN names no columns; an empty database answers with them at no cost. */
function explainOnGrafeo(): Explain {
  const database = grafeo.GrafeoDB.create();
  return {
    async columns(text, params) {
      await database.executeCypher(`EXPLAIN ${text}`, params);
      return (await database.executeCypher(text, params)).columns.sort();
    },
    async close() {
      database.close();
    },
  };
}

function explainOnNeo4j(config: Extract<StoreConfig, { kind: 'neo4j' }>): Explain {
  const driver = neo4j.driver(config.url, neo4j.auth.basic(config.user, config.password));
  return {
    async columns(text, params) {
      const { keys } = await driver.executeQuery(`EXPLAIN ${text}`, params, { database: config.database });
      return keys.sort();
    },
    close: () => driver.close(),
  };
}
