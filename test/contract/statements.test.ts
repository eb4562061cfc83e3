import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { GraphStore } from '../../src/graph/graph-store.ts';
import type { Statement } from '../../src/graph/statement.ts';
import { ALL_STATEMENTS } from '../support/all-statements.ts';
import { explainer, type Explain } from '../support/explain.ts';
import { openFresh, STORES, titleOf } from '../support/stores.ts';
import { emptyParams } from '../support/empty-params.ts';

const FOLDERS = ['read', 'write'] as const;

describe('the statements', () => {
  it('match the .cypher files one to one', () => {
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(new URL(`../../cypher/${folder}`, import.meta.url)).map((file) => `${folder}/${file}`),
    );
    expect(ALL_STATEMENTS.map(({ name }) => `${name}.cypher`).sort()).toEqual(files.sort());
  });

  it.each(ALL_STATEMENTS)('$name begins with a sentence that says what it answers', ({ text }) => {
    expect(text).toMatch(/^\/\/ [A-Z].+\.\n/);
  });

  it.each(ALL_STATEMENTS)('$name uses exactly the parameters that it declares', (statement) => {
    const used = new Set([...statement.text.matchAll(/\$(\w+)/g)].map((match) => match[1]));
    expect([...used].sort()).toEqual(keysOf(statement.params));
  });

  it.each(ALL_STATEMENTS)('$name writes only where its folder says so', ({ text, access }) => {
    expect(/\b(MERGE|CREATE|SET|DELETE|REMOVE)\b/.test(text)).toBe(access === 'write');
  });
});

describe.each(STORES)('the statements $name', (kind) => {
  describe.skipIf(kind.skipped)(titleOf(kind), () => {
    let store: GraphStore;
    let explain: Explain;
    beforeAll(async () => {
      const config = await kind.freshConfig();
      explain = await explainer(config);
      store = await openFresh(kind);
    });
    afterAll(async () => {
      await store.close();
      await explain.close();
    });

    it.each(ALL_STATEMENTS)('$name is accepted and returns the columns of its row', async (statement) => {
      const params = emptyParams(statement.params);
      await expect(explain.columns(statement.text, params)).resolves.toEqual(keysOf(statement.row));
    });

    it.each(ALL_STATEMENTS)('$name runs on an empty graph', async (statement) => {
      await expect(store.run(statement, emptyParams(statement.params))).resolves.toBeInstanceOf(Array);
    });
  });
});

function keysOf(shape: Statement<unknown, unknown>['params']): string[] {
  return Object.keys((shape as z.ZodObject).shape).sort();
}
