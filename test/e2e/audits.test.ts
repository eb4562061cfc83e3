import { serverAudits } from 'graphql-http';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/graph/open-store.ts';
import { testServer } from '../support/test-server.ts';

const store = await openStore({ kind: 'grafeo', path: null });
const { yoga } = testServer(store);
afterAll(() => store.close());

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({
    url: 'http://localhost/graphql',
    fetchFn: (url: string, init: RequestInit) => yoga.fetch(url, init),
  });

  it('is audited in 61 points', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    // Every MUST, SHOULD and MAY passes: `reason` tells what did not.
    expect(result).toMatchObject({ status: 'ok' });
  });
});
