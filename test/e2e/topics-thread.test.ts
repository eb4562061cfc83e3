import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Thread from '../../src/commands/topics-thread/start-topics-thread.ts';
import type * as Errors from '../../src/errors.ts';
import { openGrafeoStore } from '../../src/graph/grafeo-store.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { topics } from '../../src/graph/statements/topics.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import { analyseTexts } from '../../src/topics/analyse-texts.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { paperRecordOf } from '../support/papers.ts';

/** A thread runs the built program, and knows its errors only. */
const BUILT = new URL('../../dist/', import.meta.url).href;
const READ_AT = '2026-01-01T00:00:00.000Z';
const TEXTS = [
  { title: 'Graph neural networks for molecules', abstract: 'We train graph neural networks (GNNs).' },
  { title: 'Scaling laws', abstract: 'Scaling laws hold for neural networks.' },
];

describe('a thread for topics', () => {
  let thread: ReturnType<typeof Thread.startTopicsThread>;
  const stores: GraphStore[] = [];
  beforeAll(async () => {
    const built = (await import(`${BUILT}commands/topics-thread/start-topics-thread.js`)) as typeof Thread;
    thread = built.startTopicsThread();
  });
  afterAll(async () => {
    await thread.stop();
    for (const store of stores) await store.close();
  });

  /** A store with some papers, whose topics are not chosen yet. */
  async function storeWithPapers() {
    const store = openGrafeoStore(null);
    stores.push(store);
    await store.prepare();
    await ingestBatch(
      store,
      TEXTS.map((text) => paperRecordOf(text)),
      { readAt: READ_AT },
    );
    return store;
  }

  it('reads texts as this thread does', async () => {
    await expect(thread.analyseTexts(TEXTS)).resolves.toEqual(await analyseTexts(TEXTS));
  });

  it('chooses the topics that this thread would, and tells how far it is', async () => {
    const [here, there] = [await storeWithPapers(), await storeWithPapers()];
    await refreshGraph(here);
    const steps: [number, number][] = [];
    const onProgress = (done: number, of: number) => steps.push([done, of]);
    await refreshGraph(there, { onProgress }, thread.refreshTopics);
    expect(await there.run(topics, {})).not.toEqual([]);
    expect(await dumpGraph(there)).toEqual(await dumpGraph(here));
    expect(steps.at(-1)).toEqual([2 * TEXTS.length, 2 * TEXTS.length]);
  });

  it('fails with what went wrong in the store, and works on afterwards', async () => {
    const { PapergraphError } = (await import(`${BUILT}errors.js`)) as typeof Errors;
    const error = new PapergraphError('STORE_UNAVAILABLE', 'the database went away');
    const gone: GraphStore = { ...(await storeWithPapers()), run: () => Promise.reject(error) };
    await expect(thread.refreshTopics(gone, {})).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: 'the database went away',
    });
    await expect(thread.analyseTexts(TEXTS)).resolves.toHaveLength(TEXTS.length);
  });
});
