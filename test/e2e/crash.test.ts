import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/graph/open-store.ts';
import { dumpGraph } from '../support/dump-graph.ts';
import { ingestFile } from '../support/ingest-file.ts';
import { largeJsonLines } from '../support/json-lines.ts';
import { collectOutput, startPapergraph } from '../support/run-papergraph.ts';
import { storeSettings, STORES, titleOf } from '../support/stores.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PAPERS = 1_000;
const KILLS = 5;

describe.each(STORES)('an ingest that is killed on $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let file = '';
    let undisturbed: Awaited<ReturnType<typeof dumpGraph>>;
    beforeAll(async () => {
      file = join(temporaryFolder(), 'papers.jsonl');
      writeFileSync(file, largeJsonLines(PAPERS));
      const store = await openStore({ kind: 'grafeo', path: null });
      await ingestFile(store, file);
      undisturbed = await dumpGraph(store);
      await store.close();
    });
    it.each([1, 2])(
      `goes on where it was, ${KILLS} times, and comes to the graph of an undisturbed one (seed %d)`,
      async (seed) => {
        const config = await kind.freshConfig();
        const random = seededRandom(seed);
        for (let kill = 0; kill < KILLS; kill += 1) {
          const child = startPapergraph(['ingest', file], storeSettings(config));
          const closed = new Promise((resolve) => child.once('close', resolve));
          const output = collectOutput(child);
          // At any point: while it starts, between batches, in one, or when topics are written.
          const batches = Math.floor(random() * 3);
          while ((output.stderr.match(/papers done/g) ?? []).length < batches && child.exitCode === null) {
            await sleep(2);
          }
          await sleep(random() * 700);
          child.kill('SIGKILL');
          await closed;
        }
        const store = await openStore(config);
        const report = await ingestFile(store, file);
        expect(report).toMatchObject({ rejected: 0, failed: [] });
        expect(report.read + report.skipped).toBe(PAPERS);
        expect(await dumpGraph(store)).toEqual(undisturbed);
        await store.close();
      },
      120_000,
    );
  });
});

/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
