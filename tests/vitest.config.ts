import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')
const database = ['cases', 'walls', 'faults']
const suites = ['rules', 'house', 'full', ...database]

// One project per suite: the pure ones start no database, the others get one cluster and a database per file.
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    projects: suites.map((name) => ({
      extends: true,
      test: {
        name,
        include: [`tests/${name}/**/*.test.ts`],
        setupFiles: ['tests/setup/quiet-console.ts'],
        globalSetup: database.includes(name) ? ['tests/setup/template-database.ts'] : [],
        testTimeout: name === 'faults' || name === 'full' ? 600_000 : 30_000,
        hookTimeout: 120_000,
        retry: 0,
        maxWorkers: name === 'faults' ? 1 : 2,
        fileParallelism: name !== 'faults',
      },
    })),
  },
})
