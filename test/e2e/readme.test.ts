import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import { openStore } from '../../src/graph/open-store.ts';
import { ingestFile, SAMPLE } from '../support/ingest-file.ts';
import { testServer } from '../support/test-server.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? '';

describe('the README', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore({ kind: 'grafeo', path: null });
    await ingestFile(store, SAMPLE);
  });
  afterAll(() => store.close());

  it('shows the answer that its query gets on the sample papers', async () => {
    await expect(testServer(store).ask(block('graphql'))).resolves.toEqual(JSON.parse(block('json')));
  });

  it('shows queries that have an answer on the sample papers', async () => {
    const queries = [...readme.matchAll(/```graphql\n(.*?)```/gs)].map(([, query = '']) => query);
    expect(queries.length).toBeGreaterThanOrEqual(2);
    const server = testServer(store);
    const { papers } = await server.ask('{ papers(first: 2) { edges { node { id } } } }');
    const [from, to] = papers.edges.map(({ node }: { node: { id: string } }) => node.id);
    for (const query of queries) {
      const [answer] = Object.values(await server.ask(query, { id: from, from, to }));
      expect(answer).not.toBeNull();
    }
  });
});
