import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { onGround, print } from './ground'
import { type BenchPage, benchPages, loadDemo, sessionOf } from './pages'

// The largest paint, the longest answer to a key or tap, and the shift of the layout of each page, at the 75th
// percentile of several visits with an empty cache, against the budgets. Phone: a middling processor (4 times slower
// than this machine) on slow 4G (1.6 Mbit/s, 150 ms there and back); desk: this machine as it is.

const VISITS = Number(process.env.WAYBILL_BENCH_VISITS ?? 7)
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }
const debian = '/usr/bin/chromium'

type Vitals = { lcp: number; inp: number; cls: number; ttfb: number }

await onGround(async (ground) => {
  await loadDemo(ground)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || (existsSync(debian) ? debian : undefined),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  print(
    `${'page'.padEnd(34)} ${'on'.padEnd(6)} ${head('LCP ms')} ${head('INP ms')} ${head('CLS')} ${'TTFB ms'.padStart(8)}`,
  )
  for (const page of await benchPages(ground.owner)) {
    const cookie = page.as ? await sessionOf(ground.owner, page.as) : null
    const seen: Vitals[] = []
    for (let visit = 0; visit < VISITS; visit++) seen.push(await visited(browser, ground.stack.address, page, cookie))
    const at = (name: keyof Vitals) => quarter(seen.map((vitals) => vitals[name]))
    print(
      `${page.path.padEnd(34)} ${page.on.padEnd(6)} ${figure(at('lcp'), page.lcp)} ${figure(at('inp'), page.inp)} ${figure(at('cls'), page.cls)} ${String(Math.round(at('ttfb'))).padStart(8)}`,
    )
  }
  await browser.close()
})
process.exit(0)

async function visited(browser: Browser, address: string, { path: where, on }: BenchPage, cookie: string | null) {
  const viewport = on === 'phone' ? { width: 360, height: 740 } : { width: 1440, height: 900 }
  const context = await browser.newContext({ viewport, locale: 'en', timezoneId: 'Europe/Rome' })
  if (cookie) await context.addCookies([{ name: 'next-auth.session-token', value: cookie, url: address }])
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  if (on === 'phone') await slowDown(wire)
  await page.addInitScript({ path: path.join(import.meta.dirname, 'vitals-in-page.js') })
  await page.goto(address + where, { waitUntil: 'networkidle' })
  await touch(page)
  const vitals = await page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals)
  await context.close()
  if (vitals.lcp === 0) throw new Error(`${where} painted nothing`)
  return vitals
}

async function slowDown(wire: CDPSession): Promise<void> {
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', SLOW_4G)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** What somebody does on any page: writes into its first field, goes on by keyboard, opens the first thing that opens. */
async function touch(page: Page): Promise<void> {
  const field = page.locator('main input:visible, main textarea:visible').first()
  if (await field.count()) {
    await field.click()
    await page.keyboard.type('order', { delay: 60 })
  }
  for (let step = 0; step < 5; step++) await page.keyboard.press('Tab', { delay: 40 })
  const summary = page.locator('summary:visible').first()
  if (await summary.count()) await summary.click()
  await page.waitForTimeout(300)
}

function quarter(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.75) - 1] ?? Number.NaN
}

function head(name: string): string {
  return `${name.padStart(7)} ${'budget'.padStart(7)}`
}

function figure(value: number, budget: number): string {
  const shown = budget < 1 ? value.toFixed(3) : String(Math.round(value))
  return `${shown.padStart(7)} ${`${budget}${value > budget ? '!' : ''}`.padStart(7)}`
}
