import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { address, signIn } from './fixtures'
import layGround from './ground'
import config from './playwright.config'
import { dress, nameOf, overflow, type Variant, variants } from './variants'
import { everyRound, type Round } from './visits'

/* `npm run screenshots`: every page, per role, in every variant, into .data/screenshots/<variant>/<role>-<page>.png. */

const folder = path.resolve('.data/screenshots')
const faults: string[] = []
let taken = 0

const clear = await layGround()
const browser = await chromium.launch(config.use?.launchOptions)
try {
  rmSync(folder, { recursive: true, force: true })
  for (const round of await everyRound()) await goRound(round)
} finally {
  await browser.close()
  await clear()
}
process.stdout.write(`${[...faults, `${taken} pictures in ${path.relative('.', folder)}`].join('\n')}\n`)
if (faults.length > 0) process.exitCode = 1

async function goRound(round: Round): Promise<void> {
  const context = await browser.newContext({ baseURL: address(), timezoneId: 'Europe/Rome', reducedMotion: 'reduce' })
  const page = await context.newPage()
  if (round.email) await signIn(page, round.email)
  for (const variant of variants) {
    await dress(context, page, variant, address())
    for (const visit of round.visits) await picture(page, round.role, visit, variant)
  }
  await context.close()
}

async function picture(page: Page, role: string, visit: Round['visits'][number], variant: Variant): Promise<void> {
  const { name, path: where, status = 200, print } = visit
  const called = `${nameOf(variant)}/${role}-${name}`
  const file = path.join(folder, `${called}.png`)
  mkdirSync(path.dirname(file), { recursive: true })
  await page.emulateMedia({ media: print ? 'print' : null })
  const answer = await page.goto(where)
  if (answer?.status() !== status) faults.push(`${called}: answered ${answer?.status()}`)
  const wider = await overflow(page)
  if (wider > 0) faults.push(`${called}: ${wider} px wider than its window`)
  await page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
  taken++
}
