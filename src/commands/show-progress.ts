import { SingleBar } from 'cli-progress';
import type { IngestProgress } from '../ingest/ingest-sources.ts';

/** Shows how far an ingest has come, on standard error. */
export type ProgressDisplay = {
  batch: (progress: IngestProgress) => void;
  refresh: (done: number, of: number) => void;
  /** A line that stays. */
  say: (line: string) => void;
  stop: () => void;
};

const COUNTS = '{done} papers {verb}, {created} new, {updated} changed, {rejected} rejected, {rate} a second';

/**
 * On a terminal a bar with counts, rate and the time left: first over the bytes of the sources, or the counts alone where
 * nobody knows how long they are, then over all papers, whose topics follow from one another. Elsewhere a plain line for
 * each batch. `verb` says what happens to papers: `done` or `checked`.
 */
export function showProgress(verb: string, bytes: number | null): ProgressDisplay {
  return process.stderr.isTTY ? terminalProgress(verb, bytes) : plainProgress(verb);
}

function plainProgress(verb: string): ProgressDisplay {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  return {
    batch: (progress) => say(`${papersOf(progress)} papers ${verb}`),
    refresh: () => {},
    say,
    stop: () => {},
  };
}

function terminalProgress(verb: string, bytes: number | null): ProgressDisplay {
  const started = performance.now();
  let bar: SingleBar | null = null;
  let isRefreshing = false;
  const show = (format: string, total: number, done: number, counts: object) => {
    if (bar === null) {
      bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true });
      bar.start(total, done, counts);
    }
    bar.setTotal(total);
    bar.update(done, counts);
  };
  const stop = () => {
    bar?.stop();
    bar = null;
  };
  return {
    batch(progress) {
      const done = papersOf(progress);
      const rate = Math.round(done / ((performance.now() - started) / 1000));
      const { created, updated } = progress.papers;
      const format = bytes === null ? COUNTS : `{bar} {percentage}%, {eta_formatted} left, ${COUNTS}`;
      const counts = { verb, done, created, updated, rejected: progress.rejected, rate };
      show(format, bytes ?? progress.bytes, progress.bytes, counts);
    },
    refresh(done, of) {
      if (!isRefreshing) stop();
      isRefreshing = true;
      show('{bar} {percentage}%, {eta_formatted} left, topics of all papers', of, done, {});
    },
    say(line) {
      stop();
      process.stderr.write(`${line}\n`);
    },
    stop,
  };
}

function papersOf({ papers: { created, updated, unchanged } }: IngestProgress): number {
  return created + updated + unchanged;
}
