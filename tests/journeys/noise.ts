import type { BrowserContext, ConsoleMessage, Page, Request, Response } from '@playwright/test'

/** Lines that may appear in a browser's console, exactly as they read but for address and build hash; each with its reason. */
const allowed: readonly string[] = [
  // Chromium counts a font that is cut down by unicode-range as unused, though the page is written in it: the resource
  // timing shows one fetch, by the preload, and `document.fonts` shows it loaded.
  "The resource /_next/static/media/onest-cyrillic-wght-normal.HASH.woff2 was preloaded using link preload but not used within a few seconds from the window's load event. Please make sure it has an appropriate `as` value and it is preloaded intentionally.",
]

/** What a browser complained about while a journey ran. */
export type Noise = {
  /** Everything that was heard and nobody expected. */
  heard: string[]
  /** From here on an answer with this status at an address that `where` fits is part of the journey. */
  expect(status: number, where: RegExp): void
  /** From here on requests to such an address may get no answer: the journey takes the network away. */
  lost(where: RegExp): void
  /** Listens to a context and every page it has or opens; `scriptless` when it runs no scripts. */
  listen(context: BrowserContext, scriptless?: boolean): void
}

/** Listens for errors and warnings of the console, for pages that throw, and for our own addresses that fail. */
export function listenForNoise(address: string): Noise {
  const heard: string[] = []
  const expected: { status: number; where: RegExp }[] = []
  const lost: RegExp[] = []
  const isExpected = (status: number, url: string) =>
    expected.some((one) => one.status === status && one.where.test(url))

  const console = (message: ConsoleMessage) => {
    const text = message.text()
    const line = text.replaceAll(address, '').replace(/\.[\w-]{13}\.woff2/, '.HASH.woff2')
    if (!['error', 'warning'].includes(message.type()) || allowed.includes(line)) return
    if (lost.some((where) => where.test(message.location().url))) return
    // Chromium writes a line of its own for each answer of 400 and above; `answered` judges those.
    const status = /^Failed to load resource: the server responded with a status of (\d+)/.exec(text)?.[1]
    if (status && message.location().url.startsWith(address)) return
    heard.push(`console ${message.type()}: ${text} (${message.location().url})`)
  }
  const answered = (response: Response) => {
    const url = response.url()
    if (!url.startsWith(address) || response.status() < 400 || isExpected(response.status(), url)) return
    heard.push(`${response.status()}: ${response.request().method()} ${url}`)
  }
  const failed = (request: Request, scriptless: boolean) => {
    const why = request.failure()?.errorText
    // Leaving a page ends what it was still fetching, and a download ends its navigation.
    if (!request.url().startsWith(address) || why === 'net::ERR_ABORTED') return
    if (lost.some((where) => where.test(request.url()))) return
    // A browser without scripts gives up on those it meets and calls it a policy.
    if (scriptless && why === 'csp' && request.resourceType() === 'script') return
    heard.push(`${why}: ${request.method()} ${request.url()}`)
  }
  const attend = (page: Page, scriptless: boolean) => {
    page.on('console', console)
    page.on('pageerror', (error) => heard.push(`page error: ${error.message} (${page.url()})`))
    page.on('response', answered)
    page.on('requestfailed', (request) => failed(request, scriptless))
  }
  return {
    heard,
    expect: (status, where) => expected.push({ status, where }),
    lost: (where) => lost.push(where),
    listen(context, scriptless = false) {
      for (const page of context.pages()) attend(page, scriptless)
      context.on('page', (page) => attend(page, scriptless))
    },
  }
}
