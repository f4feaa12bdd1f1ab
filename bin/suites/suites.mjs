// What is checked, in the order of how soon it fails, and what each check needs.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { inData, inModules, inRoot } from '../launch/paths.mjs'
import { run } from '../launch/processes.mjs'
import { countPlaywright, countVitest } from './count.mjs'

const MINUTE = 60_000
const bin = {
  biome: inModules('@biomejs', 'biome', 'bin', 'biome'),
  next: inModules('next', 'dist', 'bin', 'next'),
  tsc: inModules('typescript', 'bin', 'tsc'),
  vitest: inModules('vitest', 'vitest.mjs'),
  playwright: inModules('@playwright', 'test', 'cli.js'),
}

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string} output everything it said
 *
 * @typedef {object} Suite
 * @property {('database' | 'durable' | 'build' | 'chromium')[]} needs
 * @property {(env: object, limit: number) => Promise<Outcome>} run
 * @property {boolean} [shown] what it says is its result: shown also when all is well
 */

const node = (args, env, limit) =>
  run(args[0], process.execPath, args, { env, limit }).then(
    (output) => ({ ended: true, output }),
    (error) => ({ ended: false, output: error.whole ?? error.message }),
  )

/** A check that holds or does not: commands in a row, all of which must succeed. */
function check(needs, ...commands) {
  return {
    needs,
    async run(env, limit) {
      let output = ''
      for (const args of commands) {
        const one = await node(args, env, limit)
        output += one.output
        if (!one.ended) return { passed: 0, failed: 1, output }
      }
      return { passed: 1, failed: 0, output }
    },
  }
}

function vitest(name, needs = []) {
  return {
    needs,
    async run(env, limit) {
      const report = inData('test', `${process.pid}-${name}.json`)
      const args = [
        bin.vitest,
        'run',
        '--config',
        'tests/vitest.config.ts',
        '--project',
        name,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]
      const { ended, output } = await node(args, env, limit)
      return { ...countVitest(take(report), ended), output }
    },
  }
}

const journeys = {
  needs: ['database', 'build', 'chromium'],
  async run(env, limit) {
    const report = inData('test', `${process.pid}-journeys.json`)
    const args = [bin.playwright, 'test', '-c', 'tests/journeys/playwright.config.ts', '--reporter=line,json']
    const { ended, output } = await node(args, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, limit)
    return { ...countPlaywright(take(report), ended), output }
  },
}

const script = (needs, ...files) => check(needs, ...files.map((file) => ['--import', 'tsx', inRoot(file)]))

/** A measurement or pictures, not a test: what it says is shown. */
const telling = (needs, ...files) => ({ ...script(needs, ...files), shown: true })

function benches() {
  const folder = inRoot('tests/bench')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.ts')) : []
  return files.map((name) => `tests/bench/${name}`)
}

function take(report) {
  if (!existsSync(report)) return undefined
  const read = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(report, { force: true })
  return read
}

/** @type {Record<string, Suite>} */
export const suites = {
  lint: check([], [bin.biome, 'check', '.']),
  types: check([], [bin.next, 'typegen'], [bin.tsc, '--noEmit']),
  drift: script(['database'], 'lib/db/drift.ts'),
  rules: vitest('rules'),
  house: vitest('house'),
  walls: vitest('walls', ['database', 'build']),
  cases: vitest('cases', ['database']),
  faults: vitest('faults', ['database', 'build']),
  journeys,
}

export const longSuites = { full: vitest('full', ['database', 'build', 'chromium']) }

export const extras = {
  screenshots: telling(['database', 'build', 'chromium'], 'tests/journeys/screenshots.ts'),
  bench: telling(['database', 'build'], ...benches()),
  // Postgres as in production, which keeps what it was told to keep: what a page waits for is also the disk.
  engine: telling(['durable'], 'tests/bench/engine/figures.ts'),
  mutation: { ...check([], ['tests/mutation/run.mjs']), shown: true },
  scale: telling(['database'], 'tests/bench/list-at-scale.bench.ts'),
}

export const limitOf = (full) => (full ? 120 : 15) * MINUTE
