import type { Config } from '../config.ts';
import { openStore } from '../graph/open-store.ts';
import { ingestSources, type IngestReport } from '../ingest/ingest-sources.ts';
import { findInputs } from './read-inputs.ts';
import { readOverrides } from './read-overrides.ts';

/** The options of `papergraph ingest`, as the command line gives them. */
export type IngestCommandOptions = { dryRun?: boolean; json?: boolean; listedOn?: string };

const EXIT_OK = 0;
const EXIT_FAILED = 1;
const EXIT_SOME_REJECTED = 3;

/**
 * `papergraph ingest`: reads listings into the store, and says what was read, created, updated, left unchanged and
 * rejected. Answers with the exit code: 0 all read, 3 some records rejected, 1 a source not read at all.
 */
export async function ingestCommand(
  paths: readonly string[],
  { dryRun = false, json = false, listedOn }: IngestCommandOptions,
  config: Config,
): Promise<number> {
  const inputs = await findInputs(paths);
  const overrides = await readOverrides(config.topicOverrides);
  const store = await openStore(config.store, { leaveAsIs: dryRun });
  try {
    const report = await ingestSources(store, inputs, {
      dryRun,
      listedOn,
      overrides,
      onBatch: ({ created, updated, unchanged }) => {
        const acknowledged = created + updated + unchanged;
        process.stderr.write(`${acknowledged} papers ${dryRun ? 'checked' : 'done'}\n`);
      },
    });
    for (const line of problemLines(report)) process.stderr.write(`${line}\n`);
    process.stdout.write(
      `${json ? jsonReport(report) : textReport(report, { dryRun, address: store.address })}\n`,
    );
    return exitCode(report);
  } finally {
    await store.close();
  }
}

/** A line for each source that could not be read and each record that was rejected: where, and what was expected. */
export function problemLines({ failed, rejected }: IngestReport): string[] {
  return [
    ...failed.map(({ source, reason }) => `${source}: ${reason}`),
    ...rejected.map(({ source, position, reason }) => `${source}:${position}: rejected: ${reason}`),
  ];
}

/** What was read and what became of it, in one line. */
export function textReport(
  { read, papers, rejected }: IngestReport,
  { dryRun, address }: { dryRun: boolean; address: string },
): string {
  const { created, updated, unchanged } = papers;
  const counts = `read ${read}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`;
  return dryRun ? `${counts} (dry run: nothing was written)` : `${counts} (${address})`;
}

/** A source of which nothing could be read stands among the rejected at position 0. */
function jsonReport({ read, papers, rejected, failed }: IngestReport): string {
  const unread = failed.map(({ source, reason }) => ({ source, position: 0, reason }));
  return JSON.stringify({ read, papers, rejected: [...unread, ...rejected] }, null, 2);
}

function exitCode({ failed, rejected }: IngestReport): number {
  if (failed.length > 0) return EXIT_FAILED;
  return rejected.length > 0 ? EXIT_SOME_REJECTED : EXIT_OK;
}
