import type { BrowserContext, Page } from '@playwright/test'

/** How a page is looked at. Russian because its words are long and its letters another font's. */
export type Variant = { locale: 'en' | 'ru'; theme: 'light' | 'dark'; width: 1440 | 320 }

export const variants: readonly Variant[] = (['en', 'ru'] as const).flatMap((locale) =>
  (['light', 'dark'] as const).flatMap((theme) => ([1440, 320] as const).map((width) => ({ locale, theme, width }))),
)

export const nameOf = ({ locale, theme, width }: Variant) => `${locale}-${theme}-${width}`

/** All of them in the full run. Else one: that of WAYBILL_VARIANT (`ru-dark-320`), or the day's. */
export function variantsOfToday(): readonly Variant[] {
  if (process.env.WAYBILL_FULL) return variants
  const wanted = process.env.WAYBILL_VARIANT
  const day = Math.floor(Date.now() / 86_400_000)
  return variants.filter((variant, index) => (wanted ? nameOf(variant) === wanted : index === day % variants.length))
}

/** Puts a context into a variant; to be done again after a sign-in, which chooses the person's own language. */
export async function dress(context: BrowserContext, page: Page, { locale, theme, width }: Variant, address: string) {
  await context.addCookies([
    { name: 'locale', value: locale, url: address },
    { name: 'theme', value: theme, url: address },
  ])
  await page.setViewportSize({ width, height: width === 320 ? 720 : 900 })
}

/**
 * By how many pixels a page, or a column of it, is wider than its window: what is read downwards should not have to be
 * scrolled sideways as well (WCAG 1.4.10).
 */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const scrollers = [...document.querySelectorAll('body *')].filter(
      (one) => one.scrollHeight > one.clientHeight && ['auto', 'scroll'].includes(getComputedStyle(one).overflowY),
    )
    return Math.max(...[document.documentElement, ...scrollers].map((one) => one.scrollWidth - one.clientWidth))
  })
}
