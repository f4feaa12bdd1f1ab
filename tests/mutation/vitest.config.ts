import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { parts } from './parts.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const fewRuns = path.join(root, 'tests/mutation/few-runs.ts')

/** Whoever asks for fast-check gets the one with few runs, except that one itself. */
const withFewRuns = {
  name: 'few-runs',
  enforce: 'pre' as const,
  resolveId: (source: string, importer?: string) =>
    source === 'fast-check' && importer !== fewRuns ? fewRuns : undefined,
}

// The tests of one part as they are, but with few runs of each property: a mutant is to be noticed soon, or not at all.
export default defineConfig({
  root,
  plugins: [withFewRuns],
  resolve: { alias: { '@': root } },
  test: {
    include: parts[process.env.WAYBILL_MUTATE ?? '']?.tests ?? [],
    env: { WAYBILL_PROPERTY_RUNS: process.env.WAYBILL_PROPERTY_RUNS ?? '25' },
    setupFiles: ['tests/setup/quiet-console.ts'],
    testTimeout: 30_000,
    retry: 0,
  },
})
