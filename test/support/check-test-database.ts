import neo4j from 'neo4j-driver';
import { neo4jTestAddress } from './neo4j-test-address.ts';

const MARKER = 'PapergraphTest';

/**
 * The tests empty the database that NEO4J_URI names. So it must be empty, or one that the tests have used before:
 * nobody loses a graph by running them against the wrong server. With CI set, a missing Neo4j is a failure.
 */
export default async function checkTestDatabase(): Promise<void> {
  const address = neo4jTestAddress();
  if (address === null) {
    if (process.env['CI'])
      throw new Error('CI is set, but NEO4J_URI is not: the tests must run on Neo4j too.');
    return;
  }
  const driver = neo4j.driver(address.url, neo4j.auth.basic(address.user, address.password));
  try {
    const { records } = await driver.executeQuery(
      `RETURN COUNT { MATCH (n) } = 0 OR COUNT { MATCH (n:${MARKER}) } > 0 AS mayEmpty`,
      {},
      { database: address.database },
    );
    if (records[0]?.get('mayEmpty') !== true) {
      throw new Error(
        `The Neo4j database at ${address.url} holds a graph that the tests would delete. Empty it first.`,
      );
    }
    await driver.executeQuery(`MERGE (:${MARKER})`, {}, { database: address.database });
  } finally {
    await driver.close();
  }
}
