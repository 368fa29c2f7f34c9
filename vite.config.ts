import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], environment: 'node' },
      },
      {
        test: { name: 'guards', include: ['test/guards/**/*.test.ts'], environment: 'node' },
      },
      {
        // One browser at a time: two cores, and the pages measure how they behave.
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.toml' },
            // Tests of the limits and of a model compose their own services; the rest must not meet either.
            miniflare: { bindings: { OPERATOR_TOKEN: 'operator-of-the-tests', RATE_LIMITS: 'off' } },
          }),
        ],
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.ts'],
          exclude: ['test/worker/meilisearch/**'],
          globalSetup: [
            'test/support/global-model-server.ts',
            'test/support/global-embedding-server.ts',
            'test/support/global-safety-texts.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        // The worker with a search server set up, which every shop then has.
        plugins: [
          cloudflareTest(({ inject }) => ({
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                OPERATOR_TOKEN: 'operator-of-the-tests',
                RATE_LIMITS: 'off',
                MEILI_URL: inject<{ url: string }>('meilisearch').url,
                MEILI_KEY: inject<{ key: string }>('meilisearch').key,
                // Two cores and many tests: slowness is tested where it is meant.
                MEILI_BUDGET_MS: '5000',
              },
              // A message is worked on as soon as it comes.
              queueConsumers: { 'aisle-jobs': { maxBatchTimeout: 0 } },
            },
          })),
        ],
        test: {
          name: 'meilisearch',
          include: ['test/worker/meilisearch/**/*.test.ts'],
          globalSetup: ['test/support/global-meilisearch.ts', 'test/support/global-embedding-server.ts'],
          testTimeout: 60_000,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: { name: 'widget', include: ['test/widget/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: { name: 'admin', include: ['test/admin/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
    ],
  },
})
