import { createRequire } from 'node:module';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const project = (test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration => ({
  resolve: {
    // Without it graphql 16 is loaded twice, as ESM and as CommonJS, and refuses its own schema.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') }],
  },
  test: {
    setupFiles: ['test/support/temporary-folder.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    ...test,
  },
});

export default defineConfig({
  test: {
    globalSetup: ['test/support/build-program.ts', 'test/support/check-test-database.ts'],
    projects: [
      project({ name: 'unit', include: ['test/unit/**/*.test.ts'], sequence: { groupOrder: 0 } }),
      project({
        name: 'stores',
        include: ['test/{contract,e2e}/**/*.test.ts'],
        sequence: { groupOrder: 1 },
        // The tests share one Neo4j database.
        fileParallelism: false,
      }),
    ],
  },
});
