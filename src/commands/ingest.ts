import type { Config } from '../config.ts';
import {
  ingestSources,
  type Input,
  type IngestProgress,
  type IngestReport,
} from '../ingest/ingest-sources.ts';
import type { Reject } from '../sources/reading.ts';
import { openSink } from './open-sink.ts';
import { findInputs } from './read-inputs.ts';
import { openRejects } from './rejects-file.ts';
import { showProgress } from './show-progress.ts';

/** The options of `papergraph ingest`, as the command line gives them. */
export type IngestCommandOptions = {
  dryRun?: boolean;
  json?: boolean;
  listedOn?: string;
  format?: string;
  rejects?: string;
};

const EXIT_OK = 0;
const EXIT_FAILED = 1;
const EXIT_SOME_REJECTED = 3;

/** Of so many rejects the JSON report tells each; all of them go to the file of rejects, and are counted. */
const MOST_REJECTS_REPORTED = 1000;

type Rejected = Reject & { source: string };

/**
 * `papergraph ingest`: reads sources into the graph, in the store or in the server that holds it, and says what was read,
 * created, updated, left unchanged and rejected. Answers with the exit code: 0 all read, 3 some records rejected, 1 a
 * source not read, or not to its end.
 */
export async function ingestCommand(
  names: readonly string[],
  { dryRun = false, json = false, listedOn, format, rejects: rejectsPath }: IngestCommandOptions,
  config: Config,
): Promise<number> {
  const inputs = await findInputs(names, { live: config.live, listedOn });
  const rejects = rejectsPath === undefined ? null : await openRejects(rejectsPath);
  const sink = await openSink(config, { dryRun });
  const progress = showProgress(dryRun ? 'checked' : 'done', sizeOf(inputs));
  const told: Rejected[] = [];
  try {
    const report = await ingestSources(sink, inputs, {
      listedOn,
      format,
      onReject: (reject) => {
        rejects?.add(reject);
        if (told.length < MOST_REJECTS_REPORTED) told.push(reject);
        progress.say(rejectLine(reject));
      },
      onBatch: progress.batch,
      onRefresh: progress.refresh,
    });
    progress.stop();
    for (const line of failureLines(report)) process.stderr.write(`${line}\n`);
    process.stdout.write(
      `${json ? jsonReport(report, told) : textReport(report, { dryRun, address: sink.address })}\n`,
    );
    return exitCode(report);
  } finally {
    progress.stop();
    await rejects?.close();
    await sink.close();
  }
}

/** The bytes of all inputs together; null where one does not tell. */
function sizeOf(inputs: readonly Input[]): number | null {
  return inputs.reduce<number | null>(
    (sum, { size }) => (sum === null || size === null ? null : sum + size),
    0,
  );
}

/** A line for a record that was rejected: where, and what was expected. */
export function rejectLine({ source, position, reason }: Omit<Rejected, 'raw'>): string {
  return `${source}:${position}: rejected: ${reason}`;
}

/** A line for each source that could not be read. */
export function failureLines({ failed }: IngestReport): string[] {
  return failed.map(({ source, reason }) => `${source}: ${reason}`);
}

/** What was read and what became of it, in one line. */
export function textReport(
  { read, skipped, papers, rejected }: IngestProgress,
  { dryRun, address }: { dryRun: boolean; address: string },
): string {
  const { created, updated, unchanged } = papers;
  const counts =
    `read ${read}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected` +
    (skipped > 0 ? `; ${skipped} done by an earlier ingest that was stopped` : '');
  return dryRun ? `${counts} (dry run: nothing was written)` : `${counts} (${address})`;
}

/** A source that could not be read stands among the rejected at position 0. */
function jsonReport(
  { read, skipped, papers, rejected, failed }: IngestReport,
  told: readonly Rejected[],
): string {
  const unread = failed.map(({ source, reason }) => ({ source, position: 0, reason }));
  const refused = told.map(({ source, position, reason }) => ({ source, position, reason }));
  return JSON.stringify(
    { read, skipped, papers, rejectedCount: rejected, rejected: [...unread, ...refused] },
    null,
    2,
  );
}

function exitCode({ failed, rejected }: IngestReport): number {
  if (failed.length > 0) return EXIT_FAILED;
  return rejected > 0 ? EXIT_SOME_REJECTED : EXIT_OK;
}
