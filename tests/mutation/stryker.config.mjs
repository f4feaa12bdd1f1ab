import { parts } from './parts.mjs'

const name = process.env.WAYBILL_MUTATE
const part = parts[name]
if (!part) throw new Error(`WAYBILL_MUTATE names a part: ${Object.keys(parts).join(', ')}`)

export default {
  mutate: part.mutate,
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env.WAYBILL_MUTATE_BESIDE ?? 2),
  timeoutMS: 5_000,
  // Works in a copy; only what these tests read is copied.
  tempDirName: '.data/mutation/sandbox',
  ignorePatterns: ['/*', '!/lib', '!/tests', '!/prisma', '!/package.json', '!/tsconfig.json'],
  incremental: true,
  incrementalFile: `.data/mutation/${name}.incremental.json`,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true, skipFull: true },
  jsonReporter: { fileName: `.data/mutation/${name}.json` },
  allowConsoleColors: false,
  disableTypeChecks: false,
}
