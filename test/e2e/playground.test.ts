import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/graph/open-store.ts';
import { exampleQueries } from '../../src/server/example-queries.ts';
import { testServer } from '../support/test-server.ts';

const store = await openStore({ kind: 'grafeo', path: null });
afterAll(() => store.close());

describe('the playground', () => {
  it('is one page that loads nothing from elsewhere, with the worked queries in its tabs', async () => {
    const response = await testServer(store).yoga.fetch('http://localhost/graphql', {
      headers: { accept: 'text/html' },
    });
    expect(response.headers.get('content-type')).toContain('text/html');
    const page = await response.text();
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="(https?:)?\/\//);
    expect(page.slice(0, page.indexOf('</head>'))).toContain('.graphiql-tab { transform: none');
    for (const query of exampleQueries) expect(page).toContain(JSON.stringify(query));
  });
});
