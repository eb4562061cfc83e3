import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Without it graphql 16 is loaded twice, as ESM and as CommonJS, and refuses its own schema.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-program.ts', 'test/support/check-test-database.ts'],
    setupFiles: ['test/support/temporary-folder.ts'],
    // The tests share one Neo4j database.
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
