import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { parts } from './parts.mjs'

const root = path.resolve(import.meta.dirname, '../..')

// The tests of one part as they are, but with few runs of each property: a mutant is to be noticed soon, or not at all.
export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root,
      'fast-check': path.join(root, 'tests/mutation/few-runs.ts'),
    },
  },
  test: {
    include: parts[process.env.WAYBILL_MUTATE ?? '']?.tests ?? [],
    env: { WAYBILL_PROPERTY_RUNS: process.env.WAYBILL_PROPERTY_RUNS ?? '25' },
    setupFiles: ['tests/setup/quiet-console.ts'],
    testTimeout: 30_000,
    retry: 0,
  },
})
