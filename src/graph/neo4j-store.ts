import neo4j, { type Driver, type ManagedTransaction, type QueryResult } from 'neo4j-driver';
import { z } from 'zod';
import { messageOf, PapergraphError } from '../errors.ts';
import { PAGE_SIZE, type GraphChanges, type GraphStore, type RunStatement } from './graph-store.ts';
import { checkedParams, checkedRows, readCypher, readSchema } from './statement.ts';
import { joinTouched, touched, touchedCount, type Touches } from './touched.ts';

/** How to reach a Neo4j database. */
export type Neo4jAddress = { url: string; user: string; password: string; database: string };

const CONNECTION_TIMEOUT_MS = 5_000;

/** So many transactions another process may be behind before it has to read all anew. */
const KEPT_CHANGES = 1_000;

/** Connects to a Neo4j server, one driver a process. Throws `STORE_UNAVAILABLE` where it can't be reached or refuses. */
export async function openNeo4jStore(address: Neo4jAddress): Promise<GraphStore> {
  const { url, user, password, database } = address;
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    userAgent: 'papergraph',
    connectionAcquisitionTimeout: CONNECTION_TIMEOUT_MS,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    maxTransactionRetryTime: CONNECTION_TIMEOUT_MS,
  });
  const guarded = <T>(work: () => Promise<T>): Promise<T> => explainFailure(work, address);

  try {
    await guarded(async () => {
      await driver.getServerInfo({ database });
      // The server accepts a session on a database that does not exist; the first statement tells.
      await driver.executeQuery('RETURN 1', {}, { database, routing: neo4j.routing.READ });
    });
  } catch (error) {
    await driver.close();
    throw error;
  }

  return {
    address: `${url} (database ${database})`,
    pageSize: PAGE_SIZE,
    run: (statement, params) =>
      guarded(async () => {
        if (statement.access === 'write') {
          return runTransaction(driver, database, (run) => run(statement, params));
        }
        const result = await driver.executeQuery(statement.text, toNeo4j(checkedParams(statement, params)), {
          database,
          routing: neo4j.routing.READ,
        });
        return checkedRows(statement, rowsOf(result));
      }),
    transaction: (work) => guarded(() => runTransaction(driver, database, work)),
    changesSince: (version) => guarded(() => changesSince(driver, database, version)),
    searchText: (words, limit) =>
      guarded(async () => {
        if (words.length === 0) return [];
        const query = words.map((word) => `+${word}`).join(' ');
        const result = await driver.executeQuery(
          readCypher('neo4j/search-text'),
          { query, limit: neo4j.int(limit) },
          { database, routing: neo4j.routing.READ },
        );
        return result.records.map((record) => ({
          id: String(record.get('id')),
          score: Number(record.get('score')),
        }));
      }),
    prepare: () =>
      guarded(async () => {
        for (const line of readSchema('neo4j')) await driver.executeQuery(line, {}, { database });
      }),
    close: () => driver.close(),
  };
}

async function runTransaction<T>(
  driver: Driver,
  database: string,
  work: (run: RunStatement) => Promise<T>,
): Promise<T> {
  const session = driver.session({ database, bookmarkManager: driver.executeQueryBookmarkManager });
  try {
    return await session.executeWrite(async (transaction) => {
      const touches: Touches[] = [];
      const result = await work(runIn(transaction, touches));
      // Last, for its lock keeps other transactions from being committed.
      await recordChanges(transaction, touches);
      return result;
    });
  } finally {
    await session.close();
  }
}

/** Runs statements and notes what those that write touch. */
function runIn(transaction: ManagedTransaction, touches: Touches[]): RunStatement {
  return async (statement, params) => {
    const result = await transaction.run(statement.text, toNeo4j(checkedParams(statement, params)));
    if (statement.access === 'write') touches.push(statement.touches(params));
    return checkedRows(statement, rowsOf(result));
  };
}

async function recordChanges(transaction: ManagedTransaction, touches: readonly Touches[]): Promise<void> {
  const joined = joinTouched(touches);
  if (touchedCount(joined) === 0) return;
  await transaction.run(readCypher('neo4j/record-changes'), {
    touched: JSON.stringify(joined),
    kept: neo4j.int(KEPT_CHANGES),
  });
}

const changesRow = z.object({
  version: z.int(),
  // Where there is none, the one that there is has no properties.
  changes: z.array(z.object({ version: z.int().nullable(), touched: z.string().nullable() })),
});

async function changesSince(driver: Driver, database: string, since: number | null): Promise<GraphChanges> {
  const { records } = await driver.executeQuery(
    readCypher('neo4j/changes-since'),
    { since: neo4j.int(since ?? Number.MAX_SAFE_INTEGER) },
    { database, routing: neo4j.routing.READ },
  );
  const { version, changes } = changesRow.parse(records[0]?.toObject());
  const told = changes.flatMap((each) => each.touched ?? []);
  // Where one is missing, it was trimmed, or the database has been emptied since.
  const isComplete = since !== null && since <= version && told.length === version - since;
  return {
    version,
    touched: isComplete ? joinTouched(told.map((each) => touched.parse(JSON.parse(each)))) : null,
  };
}

function rowsOf(result: Pick<QueryResult, 'records'>): unknown[] {
  return result.records.map((record) => record.toObject());
}

/** The driver sends every JavaScript number as a float; whole numbers must arrive as integers, as in Grafeo. */
function toNeo4j(value: unknown): Record<string, unknown> {
  const convert = (part: unknown): unknown => {
    if (typeof part === 'number') return Number.isInteger(part) ? neo4j.int(part) : part;
    if (Array.isArray(part)) return part.map(convert);
    if (part !== null && typeof part === 'object') {
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, convert(inner)]));
    }
    return part;
  };
  return convert(value) as Record<string, unknown>;
}

async function explainFailure<T>(work: () => Promise<T>, address: Neo4jAddress): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const explanation = describeFailure(error, address);
    if (explanation === null) throw error;
    throw new PapergraphError('STORE_UNAVAILABLE', explanation, { cause: error });
  }
}

function describeFailure(error: unknown, { url, user, database }: Neo4jAddress): string | null {
  if (!(error instanceof neo4j.Neo4jError)) return null;
  switch (error.code) {
    case 'ServiceUnavailable':
    case 'SessionExpired':
      return (
        `Neo4j at ${url} can't be reached: ${messageOf(error)}. ` +
        `Start it, or set STORE_URL to where it runs, or unset STORE_URL for the embedded store.`
      );
    case 'Neo.ClientError.Security.Unauthorized':
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return `Neo4j at ${url} refuses user "${user}": ${messageOf(error)}. Check NEO4J_USER and NEO4J_PASSWORD.`;
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return `Neo4j at ${url} has no database "${database}". Create it, or set NEO4J_DATABASE.`;
    default:
      return null;
  }
}
