import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { orgsBySlugs } from '../../src/graph/statements/orgs.ts';
import { paperIdsByTitleKeys, papersByIds } from '../../src/graph/statements/papers.ts';
import { reposByUrls } from '../../src/graph/statements/repos.ts';
import { stats } from '../../src/graph/statements/stats.ts';
import { countsOfTopics, topicsByKeys, topicsOfPapers } from '../../src/graph/statements/topics.ts';
import { ingestPapers } from '../../src/ingest/ingest-papers.ts';
import { titleKey } from '../../src/model/paper.ts';
import { parseRepoUrl } from '../../src/model/repo.ts';
import { paperRecordOf } from '../support/papers.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';

const repo = (url: string) => {
  const parsed = parseRepoUrl(url);
  if (parsed === null) throw new Error(`no repository: ${url}`);
  return { ...parsed, source: 'abstract' };
};
const org = (slug: string, name: string) => ({ slug, name, source: 'listing' });

describe.each(STORES)('ingesting papers $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await openFresh(kind);
    });
    afterEach(() => store.close());

    const idOf = async (title: string) => {
      const found = await store.run(paperIdsByTitleKeys, { titleKeys: [titleKey(title) ?? ''] });
      return found.map(({ id }) => id);
    };
    const paperOf = async (title: string) => (await store.run(papersByIds, { ids: await idOf(title) }))[0];

    it('creates papers, and changes nothing when it is done again', async () => {
      const records = [
        paperRecordOf({
          title: 'Graph neural networks for molecules',
          abstract: 'We train graph neural networks (GNNs) on molecules.',
          orgs: [org('acme', 'Acme')],
          repos: [repo('https://github.com/Acme/Molecules')],
        }),
        paperRecordOf({ title: 'Another paper', abstract: 'GNNs again, and large language models.' }),
      ];
      await expect(ingestPapers(store, records)).resolves.toEqual({ created: 2, updated: 0, unchanged: 0 });
      const before = await store.run(stats, {});
      expect(before).toMatchObject([
        { papers: 2, orgs: 1, repos: 1, orgLinks: 1, repoLinks: 1, ownerLinks: 1 },
      ]);
      await expect(ingestPapers(store, records)).resolves.toEqual({ created: 0, updated: 0, unchanged: 2 });
      await expect(store.run(stats, {})).resolves.toEqual(before);
    });

    it('updates what changed and keeps what the new source does not tell', async () => {
      await ingestPapers(store, [paperRecordOf({ title: 'Title', commentCount: 3, authorCount: 5 })]);
      const counts = await ingestPapers(store, [
        paperRecordOf({ title: 'TITLE!', commentCount: 4, authorCount: null }),
      ]);
      expect(counts).toEqual({ created: 0, updated: 1, unchanged: 0 });
      await expect(paperOf('Title')).resolves.toMatchObject({
        title: 'TITLE!',
        commentCount: 4,
        authorCount: 5,
      });
    });

    it('replaces the topics of a changed abstract and drops those that no paper has any more', async () => {
      const title = 'On learning';
      await ingestPapers(store, [
        paperRecordOf({ title, abstract: 'Diffusion models make images. Diffusion models win.' }),
      ]);
      const [id = ''] = await idOf(title);
      const keys = async () => (await store.run(topicsOfPapers, { ids: [id] })).map(({ topic }) => topic.key);
      await expect(keys()).resolves.toContain('diffusion model');
      await ingestPapers(store, [
        paperRecordOf({ title, abstract: 'Scaling laws predict the loss. Scaling laws hold.' }),
      ]);
      await expect(keys()).resolves.toContain('scaling law');
      await expect(keys()).resolves.not.toContain('diffusion model');
      await expect(store.run(topicsByKeys, { keys: ['diffusion model'] })).resolves.toEqual([]);
    });

    it('makes one paper of a record that is listed twice, the later word first', async () => {
      const counts = await ingestPapers(store, [
        paperRecordOf({ title: 'Twice', commentCount: 1, orgs: [org('acme', 'Acme')] }),
        paperRecordOf({ title: 'Twice', commentCount: 2 }),
      ]);
      expect(counts).toEqual({ created: 1, updated: 0, unchanged: 0 });
      await expect(paperOf('Twice')).resolves.toMatchObject({ commentCount: 2 });
      await expect(store.run(stats, {})).resolves.toMatchObject([{ papers: 1, orgLinks: 1 }]);
    });

    it('gives a paper known by title its arXiv id when a source tells it, and keeps it one node', async () => {
      await ingestPapers(store, [paperRecordOf({ title: 'Known by title' })]);
      const counts = await ingestPapers(store, [
        paperRecordOf({ title: 'Known by title', arxivId: '2402.18700' }),
      ]);
      expect(counts).toEqual({ created: 0, updated: 1, unchanged: 0 });
      await expect(idOf('Known by title')).resolves.toEqual(['arxiv:2402.18700']);
      const again = await ingestPapers(store, [paperRecordOf({ title: 'Known by title' })]);
      expect(again).toEqual({ created: 0, updated: 0, unchanged: 1 });
      await expect(store.run(stats, {})).resolves.toMatchObject([{ papers: 1 }]);
    });

    it('takes the later title of a paper whose arXiv id is listed twice, and finds the paper by it', async () => {
      await ingestPapers(store, [
        paperRecordOf({ title: 'Old name', arxivId: '2501.00001' }),
        paperRecordOf({ title: 'New name', arxivId: '2501.00001' }),
      ]);
      await expect(idOf('New name')).resolves.toEqual(['arxiv:2501.00001']);
    });

    it('keeps papers of one title but different arXiv ids apart when they come one after the other', async () => {
      for (const arxivId of ['2501.00001', '2501.00002']) {
        await ingestPapers(store, [paperRecordOf({ title: 'Same title', arxivId })]);
      }
      expect((await idOf('Same title')).sort()).toEqual(['arxiv:2501.00001', 'arxiv:2501.00002']);
    });

    it('lets an arXiv id claim its paper before a title does', async () => {
      await ingestPapers(store, [paperRecordOf({ title: 'Title one', arxivId: '2501.00001' })]);
      const records = [
        paperRecordOf({ title: 'Title one' }),
        paperRecordOf({ title: 'Title two', arxivId: '2501.00001' }),
      ];
      await expect(ingestPapers(store, records)).resolves.toMatchObject({ created: 1, updated: 1 });
      await expect(ingestPapers(store, records)).resolves.toMatchObject({ unchanged: 2 });
    });

    it('keeps papers of one title but different arXiv ids apart', async () => {
      const records = ['2401.00001', '2402.00002'].map((arxivId) =>
        paperRecordOf({ title: 'Same title', arxivId }),
      );
      await expect(ingestPapers(store, records)).resolves.toMatchObject({ created: 2 });
      await expect(ingestPapers(store, records)).resolves.toMatchObject({ unchanged: 2 });
      await expect(idOf('Same title')).resolves.toHaveLength(2);
    });

    it.each(['org first', 'repository first'])(
      'links a repository to the org of its owner: %s',
      async (order) => {
        const records = [
          paperRecordOf({ title: 'Of the org', orgs: [org('acme', 'Acme')] }),
          paperRecordOf({ title: 'With the code', repos: [repo('https://github.com/ACME/code')] }),
        ];
        if (order === 'repository first') records.reverse();
        for (const record of records) await ingestPapers(store, [record]);
        await expect(
          store.run(reposByUrls, { urls: ['https://github.com/acme/code'] }),
        ).resolves.toMatchObject([{ owner: 'ACME', org: { slug: 'acme', name: 'Acme' } }]);
      },
    );

    it('makes no org of a login alone: it may be a person', async () => {
      await ingestPapers(store, [paperRecordOf({ repos: [repo('https://github.com/somebody/code')] })]);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ repos: 1, orgs: 0, ownerLinks: 0 }]);
      await expect(
        store.run(reposByUrls, { urls: ['https://github.com/somebody/code'] }),
      ).resolves.toMatchObject([{ owner: 'somebody', org: null }]);
    });

    it('keeps the first display name of an org and others as its aliases', async () => {
      await ingestPapers(store, [paperRecordOf({ title: 'One', orgs: [org('acme', 'Acme')] })]);
      await ingestPapers(store, [paperRecordOf({ title: 'Two', orgs: [org('acme', 'Acme Research')] })]);
      await expect(store.run(orgsBySlugs, { slugs: ['acme'] })).resolves.toMatchObject([
        { name: 'Acme', aliases: ['Acme Research'] },
      ]);
    });

    it.each(['the definition first', 'the acronym first', 'both at once'])(
      'gives an acronym the node of its long form: %s',
      async (order) => {
        const records = [
          paperRecordOf({
            title: 'One',
            abstract: 'We prune large language models (LLMs). Large language models shrink.',
          }),
          paperRecordOf({ title: 'Two', abstract: 'LLMs are slow. Faster LLMs need better LLMs.' }),
        ];
        if (order === 'the acronym first') records.reverse();
        if (order === 'both at once') await ingestPapers(store, records);
        else for (const record of records) await ingestPapers(store, [record]);
        await expect(
          store.run(topicsByKeys, { keys: ['llm', 'large language model'] }),
        ).resolves.toMatchObject([
          { key: 'large language model', aliases: expect.arrayContaining(['LLMs']) },
        ]);
        await expect(
          store.run(countsOfTopics, { keys: ['llm', 'large language model'] }),
        ).resolves.toMatchObject([{ key: 'large language model', paperCount: 2 }]);
      },
    );

    it('writes nothing in a dry run but tells what would happen', async () => {
      await ingestPapers(store, [paperRecordOf({ title: 'Known' })]);
      const before = await store.run(stats, {});
      const counts = await ingestPapers(
        store,
        [paperRecordOf({ title: 'Known', upvotes: 1 }), paperRecordOf({ title: 'New' })],
        { dryRun: true },
      );
      expect(counts).toEqual({ created: 1, updated: 1, unchanged: 0 });
      await expect(store.run(stats, {})).resolves.toEqual(before);
    });

    it('tells of each batch once the store has it', async () => {
      const records = Array.from({ length: 600 }, (_, index) => paperRecordOf({ title: `Paper ${index}` }));
      const seen: number[] = [];
      await ingestPapers(store, records, { onBatch: ({ created }) => seen.push(created) });
      expect(seen).toEqual([250, 500, 600]);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ papers: 600 }]);
    });
  });
});
