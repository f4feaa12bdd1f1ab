// Mutates part by part and says how many mutants the tests noticed; fails below the mark. Parts may be named:
// WAYBILL_MUTATE=calendar,sla npm run test:mutation
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parts } from './parts.mjs'

/** Of a hundred mutants so many must be noticed; which are not, and why, stands in docs/mutation.md. */
const MARK = 90

const stryker = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json')),
  'bin/stryker.js',
)
const names = process.env.WAYBILL_MUTATE?.split(',') ?? Object.keys(parts)
const tell = (text) => process.stdout.write(`${text}\n`)
mkdirSync('.data/mutation', { recursive: true })
let failed = false
const rows = []
for (const name of names) {
  const begun = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [stryker, 'run', 'tests/mutation/stryker.config.mjs'],
    { env: { ...process.env, WAYBILL_MUTATE: name }, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (status !== 0) {
    tell(`${stdout}\n${stderr}`)
    failed = true
    continue
  }
  const { files } = JSON.parse(readFileSync(`.data/mutation/${name}.json`, 'utf8'))
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: all }]) =>
    all.map((one) => ({ ...one, file, line: source.split('\n')[one.location.start.line - 1].trim() })),
  )
  const counted = mutants.filter(({ status: end }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(end))
  const noticed = counted.filter(({ status: end }) => end === 'Killed' || end === 'Timeout').length
  const score = (100 * noticed) / counted.length
  if (!(score >= MARK)) failed = true
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1)
  rows.push(`| ${name} | ${counted.length} | ${noticed} | ${score.toFixed(1)} % | ${minutes} min |`)
  for (const one of counted.filter(({ status: end }) => end === 'Survived' || end === 'NoCoverage'))
    tell(`${one.file}:${one.location.start.line}  ${one.mutatorName} -> ${one.replacement}  in  ${one.line}`)
}
tell(`\n| part | mutants | noticed | score | took |\n|---|---|---|---|---|\n${rows.join('\n')}`)
process.exit(failed ? 1 : 0)
