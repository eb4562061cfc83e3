import type { Logger } from 'pino';
import { orderedPapers } from '../analysis/paper-orders.ts';
import { sizeOf, type Projection } from '../analysis/projection.ts';
import { messageOf, PapergraphError } from '../errors.ts';
import type { GraphStore } from '../graph/graph-store.ts';
import type { Touched } from '../graph/touched.ts';
import { applyChanges } from './apply-changes.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { FollowingProjector, Projector } from './projector.ts';
import { readProjection, type ReadingStep } from './read-projection.ts';

/** How often the store is asked for changes: what others write is seen within twice that. */
const POLL_MS = 1_000;
const PROGRESS_MS = 3_000;

/** Where more papers than this, and more than half of all, were touched, reading all of them anew is as fast. */
const MANY_PAPERS = 5_000;

/** A projection with the version of the graph that it has at least. */
type Kept = { projection: Projection; version: number };

/**
 * Keeps the projection of the whole graph in memory and in step with the store. Questions that come before it is there wait
 * for it, and fail with `STORE_UNAVAILABLE` where it can't be read; the next one, or the next poll, tries again.
 */
export function memoryProjector(
  store: GraphStore,
  { log, pollMs = POLL_MS }: { log?: Logger; pollMs?: number } = {},
): FollowingProjector {
  let kept: Kept | null = null;
  let progress = { done: 0, of: 0 };
  let hasFailed = false;
  let timer: NodeJS.Timeout | undefined;
  const stopping = new AbortController();

  const following = oneAtATime(async () => {
    stopping.signal.throwIfAborted();
    try {
      kept = await brought(kept);
      if (hasFailed) log?.info('the store answers again; the projection is in step');
      hasFailed = false;
    } catch (error) {
      if (!hasFailed && !stopping.signal.aborted) {
        log?.warn({ err: error }, `the projection is not in step, to be tried again: ${messageOf(error)}`);
      }
      hasFailed = true;
      throw error;
    }
  });

  /** A projection brought up to date: itself, or another one where too much has changed. */
  const brought = async (before: Kept | null): Promise<Kept> => {
    const changes = await store.changesSince(before?.version ?? null);
    if (before !== null && changes.version === before.version && changes.touched !== null) return before;
    if (before === null || changes.touched === null || isMuch(before.projection, changes.touched)) {
      return readAnew(changes.version);
    }
    await applyChanges(store, before.projection, changes.touched);
    return { projection: before.projection, version: changes.version };
  };

  const readAnew = async (version: number): Promise<Kept> => {
    const started = performance.now();
    const tellProgress = progressLog(log);
    const projection = await readProjection(store, {
      signal: stopping.signal,
      onProgress(step, done, of) {
        progress = { done: done + (step === 'TEXTS' ? of : 0), of: 2 * of };
        tellProgress(step, done, of);
      },
    });
    // Nearly every list is in this order, and nobody waits for it yet.
    orderedPapers(projection, 'PUBLISHED_ON_DESC');
    const { nodes, links, bytes } = sizeOf(projection);
    const seconds = (performance.now() - started) / 1000;
    log?.info(
      { seconds: round(seconds), nodes, links, megabytes: round(bytes / 1e6) },
      `projection: ${nodes} nodes and ${links} links in ${round(bytes / 1e6)} MB, read in ${round(seconds)} s`,
    );
    // Of what was written meanwhile, the projection has some.
    const meanwhile = await store.changesSince(version);
    if (meanwhile.touched === null) return { projection, version };
    await applyChanges(store, projection, meanwhile.touched);
    return { projection, version: meanwhile.version };
  };

  const get = async (): Promise<Projection> => {
    if (kept === null) await following.current().catch(failUnavailable);
    if (kept === null) throw new TypeError('expected a projection where reading it did not fail');
    return kept.projection;
  };
  const poll = async () => {
    // A failure has been told; the next poll tries again.
    await following.current().catch(() => {});
    if (!stopping.signal.aborted) timer = setTimeout(() => void poll(), pollMs).unref();
  };

  const projector: Projector = {
    matching: get,
    relatedTo: get,
    around: get,
    all: get,
    mentioning: get,
    async namesOf(kind, keys) {
      const { numberOf, names } = (await get()).nodes[kind];
      return keys.map((key) => names[numberOf.get(key) ?? -1] ?? '');
    },
  };

  return {
    ...projector,
    forRequest: () => projector,
    start: () => void poll(),
    progress: () => (kept === null ? progress : null),
    catchUp: () => following.next().catch(failUnavailable),
    async stop() {
      stopping.abort(new PapergraphError('STORE_UNAVAILABLE', 'The server is being stopped.'));
      clearTimeout(timer);
      await following.idle();
    },
  };
}

function isMuch({ nodes }: Projection, { changed, deleted }: Touched): boolean {
  const papers = (changed.PAPER?.length ?? 0) + (deleted.PAPER?.length ?? 0);
  return papers > MANY_PAPERS && papers > nodes.PAPER.numberOf.size / 2;
}

/** Tells every few seconds how far it is. */
function progressLog(log: Logger | undefined): (step: ReadingStep, done: number, of: number) => void {
  let told = performance.now();
  return (step, done, of) => {
    if (performance.now() - told < PROGRESS_MS) return;
    told = performance.now();
    log?.info(`reading the graph into memory: ${step.toLowerCase()} ${done} of ${of}`);
  };
}

function failUnavailable(error: unknown): never {
  if (error instanceof PapergraphError) throw error;
  throw new PapergraphError(
    'STORE_UNAVAILABLE',
    `The graph can't be read into memory: ${messageOf(error)}. It is tried again.`,
    { cause: error },
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
