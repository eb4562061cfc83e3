import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { authorsOfPapers } from '../../src/graph/statements/authors.ts';
import { orgsBySlugs, orgSlugsByOtherSlugs } from '../../src/graph/statements/orgs.ts';
import { paperIds, papersByIds } from '../../src/graph/statements/papers.ts';
import { paperCountsByLinks } from '../../src/graph/statements/projection.ts';
import { lookUpParams, paperIdsByKeys, recordsOfPapers } from '../../src/graph/statements/records.ts';
import { reposByUrls, reposOfPapers } from '../../src/graph/statements/repos.ts';
import { stats } from '../../src/graph/statements/stats.ts';
import { topicsByKeys, topicsOfPapers } from '../../src/graph/statements/topics.ts';
import { ingestBatch } from '../../src/ingest/ingest-papers.ts';
import { storeSink } from '../../src/ingest/ingest-sink.ts';
import { refreshGraph } from '../../src/ingest/refresh-graph.ts';
import type { PaperRecord } from '../../src/model/paper.ts';
import { titleKey } from '../../src/model/paper-ids.ts';
import { ask, dumpGraph } from '../support/dump-graph.ts';
import { paperRecordOf } from '../support/papers.ts';
import { authorOf, orcidOf, orgOf, READ_AT, repoOf } from '../support/records.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';

const LATER = '2026-02-01T00:00:00.000Z';
const org = (slug: string, name: string) => orgOf(slug, name, { source: 'listing' });
const comments = (value: number) => ({ observations: [{ metric: 'COMMENTS' as const, value }] });

describe.each(STORES)('ingesting papers $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    beforeEach(async () => {
      store = await openFresh(kind);
    });
    afterEach(() => store.close());

    const ingest = async (records: readonly PaperRecord[], readAt = READ_AT) => {
      const { counts } = await ingestBatch(store, records, { readAt });
      await refreshGraph(store);
      return counts;
    };
    const findBy = async (...keys: string[]) => [
      ...new Set((await store.run(paperIdsByKeys, lookUpParams(keys))).map(({ id }) => id)),
    ];
    const idOf = (title: string) => findBy(titleKey(title) ?? '');
    const paperOf = async (title: string) => (await store.run(papersByIds, { ids: await idOf(title) }))[0];
    const allIds = async () => (await store.run(paperIds, {})).map(({ id }) => id).sort();

    it('creates papers, and changes nothing when it is done again', async () => {
      const records = [
        paperRecordOf({
          title: 'Graph neural networks for molecules',
          abstract: 'We train graph neural networks (GNNs) on molecules.',
          orgs: [org('acme', 'Acme')],
          repos: [repoOf('https://github.com/Acme/Molecules')],
        }),
        paperRecordOf({ title: 'Another paper', abstract: 'GNNs again, and large language models.' }),
      ];
      await expect(ingest(records)).resolves.toEqual({ created: 2, updated: 0, unchanged: 0 });
      const before = await store.run(stats, {});
      expect(before).toMatchObject([
        { papers: 2, orgs: 1, repos: 1, orgLinks: 1, repoLinks: 1, ownerLinks: 1 },
      ]);
      await expect(ingest(records)).resolves.toEqual({ created: 0, updated: 0, unchanged: 2 });
      await expect(store.run(stats, {})).resolves.toEqual(before);
    });

    it('updates what changed and keeps what the new word does not tell', async () => {
      await ingest([paperRecordOf({ title: 'Title', ...comments(3), authorCount: 5 })]);
      const counts = await ingest(
        [paperRecordOf({ title: 'TITLE!', ...comments(4), authorCount: null })],
        LATER,
      );
      expect(counts).toEqual({ created: 0, updated: 1, unchanged: 0 });
      await expect(paperOf('Title')).resolves.toMatchObject({
        title: 'TITLE!',
        commentCount: 4,
        authorCount: 5,
      });
    });

    it('takes an earlier word that comes late for what it is, but keeps what was counted then', async () => {
      await ingest([
        paperRecordOf({ title: 'Title', abstract: 'New.', ...comments(4), at: '2026-01-02T00:00:00.000Z' }),
      ]);
      const counts = await ingest([
        paperRecordOf({ title: 'TITLE', abstract: 'Old.', ...comments(9), at: READ_AT }),
      ]);
      expect(counts).toEqual({ created: 0, updated: 0, unchanged: 1 });
      await expect(paperOf('Title')).resolves.toMatchObject({
        title: 'Title',
        abstract: 'New.',
        commentCount: 4,
      });
      const [record] = await store.run(recordsOfPapers, { ids: await allIds() });
      expect(JSON.parse(record?.content ?? '')).toMatchObject({
        observations: [
          { metric: 'COMMENTS', value: 9, at: READ_AT },
          { metric: 'COMMENTS', value: 4, at: '2026-01-02T00:00:00.000Z' },
        ],
      });
    });

    it('replaces the topics of a changed abstract and drops those that no paper has any more', async () => {
      const title = 'On learning';
      await ingest([
        paperRecordOf({ title, abstract: 'Diffusion models make images. Diffusion models win.' }),
      ]);
      const [id = ''] = await idOf(title);
      const keys = async () => (await store.run(topicsOfPapers, { ids: [id] })).map(({ topic }) => topic.key);
      await expect(keys()).resolves.toContain('diffusion model');
      await ingest(
        [paperRecordOf({ title, abstract: 'Scaling laws predict the loss. Scaling laws hold.' })],
        LATER,
      );
      await expect(keys()).resolves.toContain('scaling law');
      await expect(keys()).resolves.not.toContain('diffusion model');
      await expect(store.run(topicsByKeys, { keys: ['diffusion model'] })).resolves.toEqual([]);
    });

    it('makes one paper of a record that is listed twice, and counts it once', async () => {
      const counts = await ingest([
        paperRecordOf({ title: 'Twice', ...comments(1), orgs: [org('acme', 'Acme')] }),
        paperRecordOf({ title: 'Twice', ...comments(2) }),
      ]);
      expect(counts).toEqual({ created: 1, updated: 0, unchanged: 1 });
      await expect(paperOf('Twice')).resolves.toMatchObject({ commentCount: 2 });
      await expect(store.run(stats, {})).resolves.toMatchObject([{ papers: 1, records: 1, orgLinks: 1 }]);
    });

    it('gives a paper known by title its arXiv id when a source tells it, and keeps it one node', async () => {
      const title = 'Known by title';
      await ingest([paperRecordOf({ title })]);
      const [former = ''] = await allIds();
      const counts = await ingest([paperRecordOf({ source: 'hf', title, arxivId: '2402.18700' })], LATER);
      expect(counts).toEqual({ created: 0, updated: 1, unchanged: 0 });
      await expect(allIds()).resolves.toEqual(['arxiv:2402.18700']);
      await expect(findBy(former)).resolves.toEqual(['arxiv:2402.18700']);
      await expect(findBy('arxiv:2402.18700')).resolves.toEqual(['arxiv:2402.18700']);
      await expect(ingest([paperRecordOf({ title })])).resolves.toEqual({
        created: 0,
        updated: 0,
        unchanged: 1,
      });
      await expect(store.run(stats, {})).resolves.toMatchObject([{ papers: 1, records: 2 }]);
    });

    it('tells why each record is about its paper, and since when', async () => {
      const start = new Date().toISOString();
      await ingest([paperRecordOf({ title: 'One paper' })]);
      const rulesOf = async () =>
        (await store.run(recordsOfPapers, { ids: await allIds() }))
          .map(({ key, rule, since }) => {
            expect(since >= start && since <= new Date().toISOString()).toBe(true);
            return `${key.slice(0, key.indexOf(':'))} ${rule}`;
          })
          .sort();
      await expect(rulesOf()).resolves.toEqual(['listing|title null']);
      await ingest([paperRecordOf({ source: 'hf', title: 'One paper', arxivId: '2402.18700' })]);
      await expect(rulesOf()).resolves.toEqual(['hf|arxiv TITLE', 'listing|title TITLE']);
      await ingest([paperRecordOf({ source: 'arxiv', title: 'Another title', arxivId: '2402.18700' })]);
      await expect(rulesOf()).resolves.toEqual([
        'arxiv|arxiv ARXIV_ID',
        'hf|arxiv ARXIV_ID',
        'listing|title TITLE',
      ]);
      // A later word of the source takes the record that was there by its title away from the others.
      await ingest([paperRecordOf({ source: 'hf', title: 'Renamed', arxivId: '2402.18700' })], LATER);
      await expect(rulesOf()).resolves.toEqual([
        'arxiv|arxiv ARXIV_ID',
        'hf|arxiv ARXIV_ID',
        'listing|title null',
      ]);
    });

    it('tells no rule any more of a record that all others have left', async () => {
      const stays = paperRecordOf({ source: 'hf', title: 'One paper', arxivId: '2402.18700' });
      const leaves = (title: string) => paperRecordOf({ source: 'csl', title, doi: '10.1000/1' });
      await ingest([stays, leaves('One paper')]);
      await ingest([leaves('Another')], LATER);
      const records = await store.run(recordsOfPapers, { ids: await allIds() });
      expect(records.map(({ paperId, rule }) => [paperId, rule]).sort()).toEqual([
        ['arxiv:2402.18700', null],
        ['doi:10.1000/1', null],
      ]);
    });

    it('takes the later title of a paper whose arXiv id is listed twice, and finds the paper by it', async () => {
      const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
      await ingest([
        paperRecordOf({ title: 'New name', arxivId: '2501.00001', at: at(2) }),
        paperRecordOf({ title: 'Old name', arxivId: '2501.00001', at: at(1) }),
      ]);
      await expect(idOf('New name')).resolves.toEqual(['arxiv:2501.00001']);
      await expect(paperOf('New name')).resolves.toMatchObject({ title: 'New name' });
    });

    it('decides between two titles that are said at one moment by their order as text', async () => {
      const names = ['Name A', 'Name B'].map((title) => paperRecordOf({ title, arxivId: '2501.00001' }));
      await ingest(names);
      await ingest(names.toReversed());
      await expect(paperOf('Name B')).resolves.toMatchObject({ title: 'Name B' });
      await expect(idOf('Name A')).resolves.toEqual([]);
    });

    it('keeps papers of one title but different arXiv ids apart when they come one after the other', async () => {
      for (const arxivId of ['2501.00001', '2501.00002']) {
        await ingest([paperRecordOf({ title: 'Same title', arxivId })]);
      }
      expect((await idOf('Same title')).sort()).toEqual(['arxiv:2501.00001', 'arxiv:2501.00002']);
    });

    it('lets an arXiv id claim its paper before a title does', async () => {
      await ingest([paperRecordOf({ title: 'Title one', arxivId: '2501.00001' })]);
      const records = [
        paperRecordOf({ title: 'Title one' }),
        paperRecordOf({ title: 'Title two', arxivId: '2501.00001' }),
      ];
      await expect(ingest(records, LATER)).resolves.toMatchObject({ created: 1, updated: 1 });
      await expect(ingest(records, LATER)).resolves.toMatchObject({ unchanged: 2 });
    });

    it('makes two papers one when a record tells that they are, finds it by all their ids, and leaves nothing behind', async () => {
      await ingest([
        paperRecordOf({
          source: 'openalex',
          title: 'Left half',
          openAlexId: 'W1',
          authors: [authorOf('Ada Lovelace', { orcid: orcidOf(1) })],
          orgs: [org('acme', 'Acme')],
          references: ['arxiv:2401.00009'],
        }),
        paperRecordOf({
          source: 'csl',
          title: 'Right half',
          doi: '10.1000/half',
          repos: [repoOf('https://github.com/acme/half')],
          authors: [authorOf('Emmy Noether')],
        }),
        paperRecordOf({
          source: 'arxiv',
          title: 'Cited',
          arxivId: '2401.00009',
          citedBy: ['doi:10.1000/half'],
        }),
      ]);
      await expect(allIds()).resolves.toEqual(['arxiv:2401.00009', 'doi:10.1000/half', 'openalex:W1']);
      const bridge = paperRecordOf({
        source: 'bibtex',
        title: 'Both',
        doi: '10.1000/half',
        openAlexId: 'W1',
      });
      await expect(ingest([bridge])).resolves.toEqual({ created: 0, updated: 1, unchanged: 0 });
      await expect(allIds()).resolves.toEqual(['arxiv:2401.00009', 'doi:10.1000/half']);
      for (const key of [
        'openalex:W1',
        'doi:10.1000/half',
        titleKey('Left half') ?? '',
        titleKey('Right half') ?? '',
      ]) {
        await expect(findBy(key)).resolves.toEqual(['doi:10.1000/half']);
      }
      const authors = await store.run(authorsOfPapers, { ids: ['doi:10.1000/half'] });
      expect(authors.map(({ author }) => author.name)).toEqual(['Ada Lovelace']);
      await expect(store.run(stats, {})).resolves.toMatchObject([
        { papers: 2, authors: 1, orgs: 1, repos: 1, citations: 1, records: 4 },
      ]);
      await expect(lonelyNodes()).resolves.toEqual([]);
    });

    it('takes a repository away that only a paper had which became part of another', async () => {
      const [source, doi] = ['csl', '10.1000/half'] as const;
      await ingest([
        paperRecordOf({ source: 'hf', title: 'The whole', arxivId: '2401.00001' }),
        paperRecordOf({ source, title: 'A half', doi, repos: [repoOf('https://github.com/acme/old')] }),
      ]);
      await ingest(
        [paperRecordOf({ source, title: 'The whole', doi, repos: [repoOf('https://github.com/acme/new')] })],
        LATER,
      );
      await expect(allIds()).resolves.toEqual(['arxiv:2401.00001']);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ repos: 1 }]);
      await expect(lonelyNodes()).resolves.toEqual([]);
    });

    it('makes a paper two again when the record that joined them says otherwise', async () => {
      const halves = [
        paperRecordOf({ source: 'openalex', title: 'Left half', openAlexId: 'W1' }),
        paperRecordOf({ source: 'csl', title: 'Right half', doi: '10.1000/half' }),
      ];
      const bridge = (openAlexId: string) =>
        paperRecordOf({ source: 'bibtex', title: 'Both', doi: '10.1000/half', openAlexId });
      await ingest([...halves, bridge('W1')]);
      await expect(allIds()).resolves.toEqual(['doi:10.1000/half']);
      await ingest([bridge('W2')], LATER);
      await expect(allIds()).resolves.toEqual(['doi:10.1000/half', 'openalex:W1']);
      const split = await dumpGraph(store);
      await store.close();
      store = await openFresh(kind);
      await ingest([bridge('W2')], LATER);
      await ingest([...halves, bridge('W1')]);
      expect(await dumpGraph(store)).toEqual(split);
    });

    it('keeps papers apart that share a DOI but have arXiv ids of their own, and finds both', async () => {
      const records = ['2401.00001', '2402.00002'].map((arxivId, index) =>
        paperRecordOf({
          source: index === 0 ? 'hf' : 'arxiv',
          title: 'Same title',
          arxivId,
          doi: '10.1000/1',
        }),
      );
      await ingest(records);
      const ids = ['arxiv:2401.00001', 'arxiv:2402.00002'];
      await expect(allIds()).resolves.toEqual(ids);
      expect((await findBy('doi:10.1000/1')).sort()).toEqual(ids);
    });

    it('keeps records apart that people have set apart, each a paper with an id of its own', async () => {
      const said = { title: 'Same title', arxivId: '2401.00001' };
      await ingest([paperRecordOf({ source: 'hf', ...said }), paperRecordOf({ source: 'arxiv', ...said })]);
      await expect(allIds()).resolves.toEqual(['arxiv:2401.00001']);
      await ingest([paperRecordOf({ source: 'hf', ...said, apart: ['arxiv|arxiv:2401.00001'] })]);
      await expect(allIds()).resolves.toHaveLength(2);
      await expect(ingest([paperRecordOf({ source: 'arxiv', ...said })])).resolves.toMatchObject({
        unchanged: 1,
      });
      expect(await findBy('arxiv:2401.00001')).toHaveLength(2);
    });

    it('keeps papers of one title but different arXiv ids apart', async () => {
      const records = ['2401.00001', '2402.00002'].map((arxivId) =>
        paperRecordOf({ title: 'Same title', arxivId }),
      );
      await expect(ingest(records)).resolves.toMatchObject({ created: 2 });
      await expect(ingest(records)).resolves.toMatchObject({ unchanged: 2 });
      await expect(idOf('Same title')).resolves.toHaveLength(2);
    });

    it.each(['org first', 'repository first'])(
      'links a repository to the org of its owner: %s',
      async (order) => {
        const records = [
          paperRecordOf({ title: 'Of the org', orgs: [org('acme', 'Acme')] }),
          paperRecordOf({ title: 'With the code', repos: [repoOf('https://github.com/ACME/code')] }),
        ];
        if (order === 'repository first') records.reverse();
        for (const record of records) await ingest([record]);
        await expect(
          store.run(reposByUrls, { urls: ['https://github.com/acme/code'] }),
        ).resolves.toMatchObject([{ owner: 'ACME', org: { slug: 'acme', name: 'Acme' } }]);
      },
    );

    it('makes no org of a login alone: it may be a person', async () => {
      await ingest([paperRecordOf({ repos: [repoOf('https://github.com/somebody/code')] })]);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ repos: 1, orgs: 0, ownerLinks: 0 }]);
      await expect(
        store.run(reposByUrls, { urls: ['https://github.com/somebody/code'] }),
      ).resolves.toMatchObject([{ owner: 'somebody', org: null }]);
    });

    it('keeps the display name of an org that most papers give it, and others as its aliases', async () => {
      for (const [title, name] of [
        ['One', 'Acme Research'],
        ['Two', 'Acme'],
        ['Three', 'Acme'],
      ] as const) {
        await ingest([paperRecordOf({ title, orgs: [org('acme', name)] })]);
      }
      await expect(store.run(orgsBySlugs, { slugs: ['acme'] })).resolves.toMatchObject([
        { name: 'Acme', aliases: ['Acme Research'] },
      ]);
    });

    it('makes one org of several logins with one display name, with the repositories of all', async () => {
      const url = 'https://github.com/thu1911/code';
      await ingest([
        paperRecordOf({ title: 'One', orgs: [org('tsinghua', 'Tsinghua University')] }),
        paperRecordOf({ title: 'Two', orgs: [org('tsinghua', 'Tsinghua University')] }),
        paperRecordOf({
          title: 'Three',
          orgs: [org('thu1911', 'tsinghua university')],
          repos: [repoOf(url)],
        }),
      ]);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ orgs: 1, orgLinks: 3 }]);
      await expect(store.run(orgSlugsByOtherSlugs, { slugs: ['thu1911'] })).resolves.toEqual([
        { otherSlug: 'thu1911', slug: 'tsinghua' },
      ]);
      await expect(store.run(reposByUrls, { urls: [url] })).resolves.toMatchObject([
        { org: { slug: 'tsinghua' } },
      ]);
      // It turns out that the login has a name of its own.
      await ingest([paperRecordOf({ title: 'Three', orgs: [org('thu1911', 'A student')] })], LATER);
      const owners = await ask(
        store,
        z.object({ slug: z.string() }),
        'MATCH (:Repo)-[:OWNED_BY]->(o:Org) RETURN o.slug AS slug',
      );
      expect(owners).toEqual([{ slug: 'thu1911' }]);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ orgs: 2, orgLinks: 3, ownerLinks: 1 }]);
    });

    it.each(['one after the other', 'at once', 'backwards'])(
      'spells a repository the same when sources spell it differently: %s',
      async (order) => {
        const title = 'With code';
        const records = [
          paperRecordOf({ title, repos: [repoOf('https://github.com/ACME/Code', { confidence: 0.9 })] }),
          paperRecordOf({
            source: 'hf',
            title,
            repos: [repoOf('https://github.com/acme/code', { confidence: 1 })],
          }),
        ];
        if (order === 'backwards') records.reverse();
        if (order === 'at once') await ingest(records);
        else for (const record of records) await ingest([record]);
        await expect(store.run(reposOfPapers, { ids: await allIds() })).resolves.toMatchObject([
          { confidence: 1, repo: { owner: 'ACME', name: 'Code' } },
        ]);
      },
    );

    it('spells a repository as its source does now', async () => {
      const spelled = (url: string) => paperRecordOf({ title: 'With code', repos: [repoOf(url)] });
      await ingest([spelled('https://github.com/ACME/Code')]);
      await ingest([spelled('https://github.com/acme/code')], LATER);
      await expect(store.run(reposOfPapers, { ids: await allIds() })).resolves.toMatchObject([
        { repo: { owner: 'acme', name: 'code' } },
      ]);
    });

    it.each([
      { why: 'spells it otherwise', url: 'https://github.com/acme/Code', spelled: 'Acme/Code' },
      { why: 'has another', url: 'https://github.com/acme/other', spelled: 'Acme/code' },
      { why: 'has become part of another', url: null, spelled: 'Acme/code' },
    ])('spells a repository as the papers do that have it now: one $why', async ({ url, spelled }) => {
      const paper = (title: string, ...urls: string[]) =>
        paperRecordOf({
          source: 'csl',
          title,
          doi: `10.1000/${title}`,
          repos: urls.map((one) => repoOf(one)),
        });
      const stays = [
        paper('stays', 'https://github.com/Acme/code'),
        paperRecordOf({ source: 'hf', title: 'host', arxivId: '2401.00001' }),
      ];
      const changed =
        url === null ? { ...paper('goes', 'https://gitlab.com/a/b'), title: 'host' } : paper('goes', url);
      await ingest([...stays, paper('goes', 'https://github.com/ACME/CODE')]);
      await expect(spellings()).resolves.toEqual({ 'https://github.com/acme/code': 'ACME/CODE' });
      await ingest([changed], LATER);
      await expect(spellings()).resolves.toMatchObject({ 'https://github.com/acme/code': spelled });
      const stepwise = await dumpGraph(store);
      await store.close();
      store = await openFresh(kind);
      await ingest([changed], LATER);
      await ingest(stays);
      expect(await dumpGraph(store)).toEqual(stepwise);
    });

    it('spells a repository as ever where links to it were written without a spelling', async () => {
      const paper = (title: string, url: string) => paperRecordOf({ title, repos: [repoOf(url)] });
      await ingest([
        paper('One', 'https://github.com/ACME/Code'),
        paper('Two', 'https://github.com/acme/code'),
      ]);
      await store.run(
        {
          name: 'write/of-a-test',
          text: 'MATCH ()-[r:HAS_CODE]->() REMOVE r.owner, r.name',
          access: 'write',
          params: z.strictObject({}),
          row: z.strictObject({}),
          touches: () => ({}),
        },
        {},
      );
      await ingest([paper('One', 'https://github.com/Acme/Code')], LATER);
      await expect(spellings()).resolves.toEqual({ 'https://github.com/acme/code': 'ACME/Code' });
      const links = await store.run(reposOfPapers, { ids: await allIds() });
      expect(links.map(({ owner, name }) => `${owner}/${name}`).sort()).toEqual(['ACME/Code', 'Acme/Code']);
    });

    it('finds a person again by a co-author, and keeps namesakes apart', async () => {
      const paper = (title: string, ...names: string[]) =>
        paperRecordOf({ source: 'hf', title, authors: names.map((name) => authorOf(name)) });
      await ingest([paper('One', 'Wei Wang', 'Ada Lovelace'), paper('Two', 'Wei Wang', 'Emmy Noether')]);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ authors: 4, authorLinks: 4 }]);
      await ingest([paper('Three', 'Ada Lovelace', 'WEI WANG')]);
      await expect(store.run(stats, {})).resolves.toMatchObject([{ authors: 4, authorLinks: 6 }]);
      const ids = await idOf('Three');
      const found = await store.run(authorsOfPapers, { ids });
      expect(found.map(({ position, author }) => [position, author.name, author.aliases])).toEqual(
        expect.arrayContaining([
          [0, 'Ada Lovelace', []],
          [1, 'WEI WANG', ['Wei Wang']],
        ]),
      );
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
        if (order === 'both at once') await ingest(records);
        else for (const record of records) await ingest([record]);
        await expect(
          store.run(topicsByKeys, { keys: ['llm', 'large language model'] }),
        ).resolves.toMatchObject([
          { key: 'large language model', aliases: expect.arrayContaining(['LLMs']) },
        ]);
        await expect(
          store.run(paperCountsByLinks, {
            topics: ['llm', 'large language model'],
            orgs: [],
            authors: [],
            repos: [],
            papers: [],
          }),
        ).resolves.toEqual([{ kind: 'TOPIC', key: 'large language model', papers: 2 }]);
      },
    );

    it('writes nothing in a dry run but tells what would happen', async () => {
      await ingest([paperRecordOf({ title: 'Known' })]);
      const before = await dumpGraph(store);
      const sink = storeSink(store, { dryRun: true });
      const records = [paperRecordOf({ title: 'Known', ...comments(1) }), paperRecordOf({ title: 'New' })];
      const checkpoint = { key: 'a file', fingerprint: '1', cursor: null, position: 2 };
      await expect(sink.write({ records, readAt: READ_AT, checkpoint })).resolves.toEqual({
        created: 1,
        updated: 1,
        unchanged: 0,
      });
      await sink.finish();
      expect(await dumpGraph(store)).toEqual(before);
    });

    it('writes a batch and its checkpoint together or not at all', async () => {
      const sink = storeSink(store);
      const checkpoint = { key: 'a file', fingerprint: '1', cursor: null, position: 1 };
      await sink.write({ records: [paperRecordOf({ title: 'One' })], readAt: READ_AT, checkpoint });
      await expect(sink.checkpointOf('a file')).resolves.toEqual(checkpoint);
      const stopped = ingestBatch(store, [paperRecordOf({ title: 'Two' })], {
        readAt: READ_AT,
        alongWith: () => Promise.reject(new Error('stopped')),
      });
      await expect(stopped).rejects.toThrow('stopped');
      await expect(idOf('Two')).resolves.toEqual([]);
      await sink.write({
        records: [],
        readAt: READ_AT,
        checkpoint: { ...checkpoint, cursor: 'next', position: 0 },
      });
      await expect(sink.checkpointOf('a file')).resolves.toMatchObject({ cursor: 'next', position: 0 });
      await sink.forget('a file');
      await expect(sink.checkpointOf('a file')).resolves.toBe(null);
    });

    /** How each repository is spelled. */
    async function spellings() {
      const rows = await ask(
        store,
        z.object({ url: z.string(), spelled: z.string() }),
        "MATCH (r:Repo) RETURN r.url AS url, r.owner + '/' + r.name AS spelled",
      );
      return Object.fromEntries(rows.map(({ url, spelled }) => [url, spelled]));
    }

    /** What nothing is linked to. */
    async function lonelyNodes() {
      const rows = await ask(
        store,
        z.object({ label: z.string(), id: z.string() }),
        `MATCH (n) WHERE NOT EXISTS { MATCH (n)--() } AND NOT n:PapergraphTest
           AND NOT n:GraphVersion AND NOT n:GraphChange
         RETURN head(labels(n)) AS label, coalesce(n.id, n.key, n.slug, n.url) AS id`,
      );
      return rows;
    }
  });
});
