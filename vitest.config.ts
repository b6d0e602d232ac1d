import { defineConfig } from 'vitest/config'

/** Looks at the season that the journeys' village has loaded anyway. */
const SEASON = 'apps/server/src/season/load-season.test.ts'

// Three projects, since they need different things: `unit` nothing, `server` a PostgreSQL,
// `journeys` a built product and a browser (run by `npm test` after the others). Files of the first
// two share their worker's modules (no isolation): loading the server anew for each file would
// take longer than its tests.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'packages/*/{src,test}/**/*.test.ts',
            'apps/!(server)/{src,test,build}/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
          ],
          testTimeout: 30_000,
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'server',
          environment: 'node',
          include: ['apps/server/{src,test}/**/*.test.ts'],
          exclude: [SEASON],
          globalSetup: ['apps/server/test/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['test/**/*.test.ts', SEASON],
          globalSetup: ['test/journey-setup.ts'],
          setupFiles: ['test/journey-clock.ts'],
          testTimeout: 300_000,
          hookTimeout: 900_000,
          // Two at once, in one village: as its people are.
          maxWorkers: 2,
          // No journey needs another one of its file; the seed is printed, and --sequence.seed repeats it.
          sequence: { groupOrder: 1, shuffle: { files: false, tests: true } },
        },
      },
    ],
  },
})
