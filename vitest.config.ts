import { defineConfig } from 'vitest/config'

/** Only what hangs ends by this: how long a test takes says more of the machine than of us. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 }

// Three kinds of tests, cheap first: rules without a database, stores on a real PostgreSQL, pages in a real browser.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'data/**/*.test.ts'],
          exclude: ['**/*.store.test.{ts,tsx}'],
          setupFiles: ['test/setup-chance.ts'],
          // Rules keep nothing between files, so what is imported is imported once: half the time.
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: 'store',
          include: ['src/**/*.store.test.{ts,tsx}'],
          globalSetup: ['test/setup-database.ts'],
          setupFiles: ['test/setup-chance.ts'],
          isolate: false,
          // On two cores vitest would take one: but half of a store's test is waiting for PostgreSQL.
          maxWorkers: 2,
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['test/setup-database.ts', 'test/setup-browser.ts'],
          // A browser waits for the server and the server for the browser: two at once take three quarters of the time.
          maxWorkers: 2,
          ...patience,
        },
      },
    ],
  },
})
