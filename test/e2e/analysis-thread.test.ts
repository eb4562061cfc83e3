import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseHere, type Analyst } from '../../src/analysis/analyses.ts';
import type { Incidence } from '../../src/analysis/co-occurrence/incidence.ts';
import type { Projection } from '../../src/analysis/projection.ts';
import type * as Thread from '../../src/commands/analysis-thread/start-analysis-thread.ts';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { memoryProjector } from '../../src/projection/memory-projector.ts';
import { createServer } from '../../src/server/create-server.ts';
import { listen, type Listening } from '../../src/server/listen.ts';
import { generatedProjection } from '../support/generated-projection.ts';

/** A thread runs the built program. */
const BUILT = new URL('../../dist/', import.meta.url).href;

let thread: ReturnType<typeof Thread.startAnalysisThread>;
beforeAll(async () => {
  const built = (await import(`${BUILT}commands/analysis-thread/start-analysis-thread.js`)) as typeof Thread;
  thread = built.startAnalysisThread();
});
afterAll(() => thread.stop());

const OPTIONS = { counting: 'FULL', minLinkStrength: 0 } as const;
const SMALL: Incidence = {
  paperCount: 3,
  itemCount: 3,
  starts: Uint32Array.of(0, 2, 5),
  items: Uint32Array.of(0, 1, 0, 1, 2),
  totals: Uint32Array.of(2, 3),
  days: Int32Array.of(1, 2),
};

/** Papers that have all of so many items: counting their pairs takes long. */
function dense(papers: number, itemCount: number): Incidence {
  return {
    paperCount: papers,
    itemCount,
    starts: Uint32Array.from({ length: papers + 1 }, (_, paper) => paper * itemCount),
    items: Uint32Array.from({ length: papers * itemCount }, (_, slot) => slot % itemCount),
    totals: new Uint32Array(papers).fill(itemCount),
    days: new Int32Array(papers),
  };
}

describe('threads for analyses', () => {
  const count = (signal?: AbortSignal, incidence = SMALL) =>
    thread.analyst('network', { incidence, options: OPTIONS }, signal);

  it('give what this thread gives', async () => {
    const network = await count();
    expect(network).toEqual(await analyseHere('network', { incidence: SMALL, options: OPTIONS }));
    await expect(thread.analyst('centralities', network)).resolves.toEqual(
      await analyseHere('centralities', network),
    );
  });

  it('end what is aborted at once, with its reason, and do what waits behind it', async () => {
    const leaving = new AbortController();
    const runs = Array.from({ length: 8 }, () => count(leaving.signal, dense(5_000, 1000)));
    const waiting = count();
    await pause(200);
    const started = performance.now();
    leaving.abort(new Error('the client went away'));
    for (const run of await Promise.allSettled(runs)) {
      expect(run).toMatchObject({ status: 'rejected', reason: { message: 'the client went away' } });
    }
    await expect(waiting).resolves.toMatchObject({ itemCount: 3 });
    // All of them would take far longer: 5,000 papers have 500,000 pairs each.
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('give networks in memory that threads share, so that other analyses take no copy', async () => {
    const network = await count(undefined, dense(100, 300));
    expect(network.sources.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(network.counts).toBe(network.papers);
    const both = [thread.analyst('centralities', network), thread.analyst('layout', { network, seed: 0 })];
    await Promise.all(both);
    expect(network).toEqual(await analyseHere('network', { incidence: dense(100, 300), options: OPTIONS }));
  });

  it('do nothing for who has gone already', async () => {
    await expect(count(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });

  it('tell what went wrong, and work on', async () => {
    await expect(thread.analyst('network', { incidence: null, options: OPTIONS } as never)).rejects.toThrow(
      /null/,
    );
    await expect(count()).resolves.toMatchObject({ itemCount: 3 });
  });
});

describe('a server with threads for analyses', () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  /** The analyses that were asked for, and what became of each. */
  let analyses: { name: string; outcome: string }[];
  let store: GraphStore;
  let projection: Projection;
  let server: Listening;

  beforeAll(async () => {
    projection = generatedProjection(50_000);
    store = await openStore({ kind: 'grafeo', path: null });
    const get = async () => projection;
    const fixed = { matching: get, relatedTo: get, around: get, all: get, mentioning: get };
    const following = memoryProjector(store);
    const projector = { ...following, ...fixed, forRequest: () => ({ ...following, ...fixed, namesOf }) };
    const analyst: Analyst = async (name, input, signal) => {
      const analysis = { name, outcome: 'runs' };
      analyses.push(analysis);
      const outcome = thread.analyst(name, input, signal);
      outcome.then(
        () => (analysis.outcome = 'done'),
        () => (analysis.outcome = signal?.aborted === true ? 'ended' : 'failed'),
      );
      return outcome;
    };
    server = await listen(createServer(store, projector, log, { analyst }), { host: '127.0.0.1', port: 0 });
  }, 120_000);
  afterAll(async () => {
    await server.stop();
    await store.close();
  });

  const namesOf = async (_kind: unknown, keys: readonly string[]) => [...keys];

  async function ask(query: string, signal: AbortSignal | null = null) {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal,
    });
    return (await response.json()) as { data: any; errors?: unknown };
  }

  /** How many milliseconds each look at `/health` took, as long as something else goes on. */
  async function probeWhile(ongoing: Promise<unknown>): Promise<number[]> {
    const times: number[] = [];
    const over = new AbortController();
    const end = () => over.abort();
    void ongoing.then(end, end);
    while (!over.signal.aborted) {
      const started = performance.now();
      await (await fetch(`${server.url}/health`)).text();
      times.push(performance.now() - started);
      await pause(5);
    }
    return times.sort((a, b) => a - b);
  }

  const LARGEST = `{ coOccurrence(top: 1000) { modularity
    nodes { label occurrences weightedDegree pageRank betweenness cluster x y }
    links(first: 1000) { source { index } target { index } count npmi pValue } } }`;

  it('answers others while it computes the largest network', async () => {
    analyses = [];
    // The first query of all takes longer: much is compiled then.
    await ask('{ coOccurrence(top: 2) { nodes { label x } links { npmi } } }');
    const answer = ask(LARGEST);
    const times = await probeWhile(answer);
    const { data, errors } = await answer;
    expect(errors).toBeUndefined();
    expect(data.coOccurrence.nodes).toHaveLength(1000);
    expect(data.coOccurrence.links).toHaveLength(1000);
    const quantile = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Infinity;
    // Where other programs take the processors, a few answers come later.
    expect(quantile(0.9)).toBeLessThan(50);
    expect(quantile(1)).toBeLessThan(1_000);
  }, 120_000);

  it('computes nothing anew for who asks the same again', async () => {
    analyses = [];
    await ask(LARGEST);
    expect(analyses).toEqual([]);
  });

  it('computes once what two ask for at once', async () => {
    analyses = [];
    const query = '{ coOccurrence(top: 101) { modularity } }';
    const answers = await Promise.all([ask(query), ask(query)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(analyses).toEqual([
      { name: 'network', outcome: 'done' },
      { name: 'clustering', outcome: 'done' },
    ]);
  });

  it('ends what it computes for a client that goes away, and logs no failure', async () => {
    analyses = [];
    const leaving = new AbortController();
    const query = '{ coOccurrence(top: 999) { nodes { x } } }';
    const answer = ask(query, leaving.signal);
    await expect
      .poll(() => analyses, { timeout: 20_000 })
      .toContainEqual({ name: 'layout', outcome: 'runs' });
    leaving.abort();
    await expect(answer).rejects.toThrow(/abort/);
    await expect.poll(() => analyses).toContainEqual({ name: 'layout', outcome: 'ended' });
    await pause(50);
    expect(lines.filter(({ level }) => Number(level) > 30)).toEqual([]);
    // What was ended is no answer for those who come later.
    await expect(ask('{ coOccurrence(top: 20) { nodes { x } } }')).resolves.not.toHaveProperty('errors');
  });
});
