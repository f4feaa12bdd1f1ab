import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import logins from '../../prisma/seeds/demo-logins.json' with { type: 'json' }
import { setRules } from './demo'
import { listenForNoise, type Noise } from './noise'

export { expect }

/** Every person of the demo world has the same password. */
export const PASSWORD = logins[0]?.password ?? ''

type Journey = {
  noise: Noise
  /** What the demo is set to when a journey begins: its answers leave soon, and no topic has to rest. */
  rules: undefined
  /** A browser of somebody else, with nothing in it: own cookies, own pages, the same ear for noise. */
  someone: (options?: BrowserContextOptions) => Promise<Page>
}

/** A journey on the demo world. Whatever the browser complains about fails it, unless the journey said it would come. */
export const test = base.extend<Journey>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of a fixture's needs from this pattern
  baseURL: async ({}, use) => use(address()),
  rules: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      await setRules({ undoSeconds: 1, cooldownMinutes: 0 })
      await use(undefined)
    },
    { auto: true },
  ],
  noise: [
    async ({ context, javaScriptEnabled }, use) => {
      const noise = listenForNoise(address())
      noise.listen(context, javaScriptEnabled === false)
      await use(noise)
      expect(noise.heard, 'what the browser complained about').toEqual([])
    },
    { auto: true },
  ],
  someone: async ({ browser, noise }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: address(), timezoneId: 'Europe/Rome', ...options })
      opened.push(context)
      noise.listen(context, options?.javaScriptEnabled === false)
      return context.newPage()
    })
    await Promise.all(opened.map((context) => context.close()))
  },
})

/** Where the web of this run is. */
export function address(): string {
  const { JOURNEY_ADDRESS } = process.env
  if (!JOURNEY_ADDRESS) throw new Error('no web: journeys run through their playwright.config.ts')
  return JOURNEY_ADDRESS
}

/** Signs in through the form, as people do, and waits for the page that follows. */
export async function signIn(page: Page, email: string, { slug = 'nova', password = PASSWORD } = {}): Promise<void> {
  await page.goto(`/${slug}/sign-in`)
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form:has(input[name=password]) button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** No page may have a violation of any rule that axe knows for WCAG 2.2 A and AA, nor of its best practices. */
export async function axe(page: Page, called = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}; ${target.join(' ')}; ${failureSummary}`),
  )
  expect.soft(found, `what axe found on ${called}`).toEqual([])
}
