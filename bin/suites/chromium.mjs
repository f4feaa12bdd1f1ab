// A browser for the journeys: the one that is there, else Debian's, else Playwright's own.
import { existsSync, readFileSync } from 'node:fs'
import { inModules } from '../launch/paths.mjs'
import { run } from '../launch/processes.mjs'
import { Failure, step } from '../launch/say.mjs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const playwright = inModules('@playwright', 'test', 'cli.js')

async function playwrights() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

async function found() {
  return [process.env.CHROMIUM_PATH, ...usual, await playwrights()].find((file) => file && existsSync(file))
}

function isDebianRoot() {
  const system = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  return process.getuid() === 0 && /^ID=debian$/m.test(system) && existsSync('/usr/bin/apt-get')
}

/** @returns the path of a Chromium. @throws Failure that says what to do when none can be had */
export async function ensureChromium() {
  const there = await found()
  if (there) return there
  const ways = [playwrightWay]
  if (isDebianRoot()) ways.unshift(aptWay)
  for (const way of ways) await way().catch(() => {})
  const now = await found()
  if (now) return now
  throw new Failure(
    'No Chromium for the journeys: `apt-get install chromium` (as root), or `npx playwright install chromium`, or set CHROMIUM_PATH.',
  )
}

function aptWay() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => run('apt-get', 'apt-get', args, { env })
  return step('Installing Chromium (apt, once)', async () => {
    await apt('update')
    await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation')
  })
}

async function playwrightWay() {
  if (await found()) return
  await step("Installing Playwright's Chromium (once)", () =>
    run('playwright install', process.execPath, [playwright, 'install', 'chromium'], { limit: 300_000 }),
  )
}
