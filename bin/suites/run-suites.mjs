// Runs suites in two turns beside each other, shows what failed in full, and adds up.

import { parentIsGone } from '../launch/parents.mjs'
import { ensurePrismaClient } from '../launch/prepare.mjs'
import { endTools } from '../launch/processes.mjs'
import { bold, dim, Failure, green, red, say, sayFailure, seconds } from '../launch/say.mjs'
import { Ground } from './ground.mjs'
import { extras, limitOf, longSuites, suites } from './suites.mjs'

/**
 * @param {string[]} names of the suites; none means every one
 * @returns the exit code: 0 only when something ran and nothing failed
 */
export async function runSuites(names, { full, long, tickets }) {
  const known = { ...suites, ...longSuites, ...extras }
  const unknown = names.filter((name) => !known[name])
  if (unknown.length > 0)
    throw new Failure(`There is no suite "${unknown[0]}"; there are ${Object.keys(known).join(', ')}.`)
  const chosen = names.length > 0 ? names : Object.keys(full ? { ...suites, ...longSuites } : suites)
  const ground = new Ground({ full, tickets })
  const sum = { passed: 0, failed: 0 }
  leaveCleanly(ground)
  try {
    await ensurePrismaClient()
    const inTurn = async (turn) => {
      for (const name of turn) {
        const { passed, failed } = await one(name, known[name], ground, limitOf(full || long || tickets))
        sum.passed += passed
        sum.failed += failed
      }
    }
    // What needs nothing but a processor goes beside what waits for a build, a database and a browser.
    const free = chosen.filter((name) => known[name].needs.length === 0)
    await Promise.all([inTurn(free), inTurn(chosen.filter((name) => !free.includes(name)))])
  } finally {
    await ground.clear()
  }
  say(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

async function one(name, suite, ground, limit) {
  const begun = performance.now()
  let outcome
  try {
    const env = await ground.lay(suite.needs)
    say(dim(`  ${name} ...`))
    outcome = await suite.run({ ...env, ...(name === 'drift' && ground.addresses) }, limit)
  } catch (error) {
    sayFailure(error)
    outcome = { passed: 0, failed: 1, output: '' }
  }
  const { passed, failed, output } = outcome
  const tally = failed ? `${passed} passed, ${red(`${failed} failed`)}` : `${passed} passed`
  if ((failed || suite.shown) && output) say(`${output.trimEnd()}\n`)
  say(`${failed ? red('✗') : green('✓')} ${bold(name.padEnd(9))} ${tally} ${dim(seconds(begun))}`)
  return outcome
}

/** Ctrl-C, SIGTERM or a killed npm: no process and no cluster stays behind. */
function leaveCleanly(ground) {
  let leaving = false
  const leave = async (code) => {
    if (leaving) return
    leaving = true
    await endTools()
    await ground.clear().catch(() => {})
    process.exit(code)
  }
  process.on('SIGINT', () => leave(130))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => leave(143))
  parentIsGone(() => leave(143))
}
