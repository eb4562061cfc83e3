import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/graph/open-store.ts';
import { stats } from '../../src/graph/statements/stats.ts';
import { ingestFile } from '../support/ingest-file.ts';
import { largeListing } from '../support/listings.ts';
import { collectOutput, startPapergraph, waitForOutput } from '../support/run-papergraph.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PAPERS = 3_000;

describe('a server that is killed in the middle of an ingest', () => {
  it.each([250, 1_000, 2_250])(
    'has kept all that was acknowledged (%d papers), and ingesting again completes it',
    async (papers) => {
      const folder = temporaryFolder();
      const [listing, path] = [join(folder, 'listing.txt'), join(folder, 'graph.grafeo')];
      writeFileSync(listing, largeListing(PAPERS));

      const server = startPapergraph(['serve', listing], {
        STORE_URL: `grafeo:${path}`,
        NODE_ENV: 'production',
      });
      const output = collectOutput(server);
      await waitForOutput(server, output, new RegExp(`"${papers} papers done`));
      server.kill('SIGKILL');
      await new Promise((resolve) => server.once('close', resolve));
      const acknowledged = Number([...output.stderr.matchAll(/"(\d+) papers done/g)].at(-1)?.[1]);
      expect(output.stderr).not.toContain('playground');

      const store = await openStore({ kind: 'grafeo', path });
      const [survived] = await store.run(stats, {});
      expect(survived?.papers).toBeGreaterThanOrEqual(acknowledged);
      // Whole batches: a paper is never there without its topics and repositories.
      expect((survived?.papers ?? 0) % 250).toBe(0);
      expect(survived?.repoLinks).toBe(survived?.papers);

      const { papers: counts } = await ingestFile(store, listing);
      expect(counts).toEqual({
        created: PAPERS - (survived?.papers ?? 0),
        updated: 0,
        unchanged: survived?.papers,
      });
      const undisturbed = await openStore({ kind: 'grafeo', path: null });
      await ingestFile(undisturbed, listing);
      expect(await store.run(stats, {})).toEqual(await undisturbed.run(stats, {}));
      await store.close();
      await undisturbed.close();
    },
  );
});
