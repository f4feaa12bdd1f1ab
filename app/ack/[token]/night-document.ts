import { createHash } from 'node:crypto'
import { type Locale, translatorFor } from '@/lib/i18n'
import { nightStyle } from './night-style'

/**
 * A whole document, the hash that lets its one style through the content policy, and after how many seconds the browser
 * shall look again (a header, so that the document itself stays still for whoever reads it aloud); null: it is over.
 */
export type NightDocument = { body: string; styleHash: string; refresh: number | null }

/** Longest between two looks of the page at how things stand, in seconds. */
export const LOOK_AGAIN = 30

export function nightDocument(
  locale: Locale,
  page: { title: string; refresh: number | null; style: string; body: string },
): NightDocument {
  return {
    body: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="dark"><meta name="theme-color" content="#0a1215"><title>${safe(page.title)}</title><style>${page.style}</style></head><body>${page.body}</body></html>`,
    styleHash: createHash('sha256').update(page.style).digest('base64'),
    refresh: page.refresh,
  }
}

/** For a link that leads nowhere; says no more than that. */
export function goneHtml(locale: Locale): NightDocument {
  const t = translatorFor(locale, 'night')
  return plain(locale, { title: t('gone'), text: t('goneText') })
}

/** For a night in which we cannot answer: in a few seconds it looks again by itself. */
export function busyHtml(locale: Locale, errorId: string): NightDocument {
  const t = translatorFor(locale, 'night')
  return plain(locale, { title: t('busy'), text: t('busyText'), refresh: 5, quote: errorId })
}

function plain(locale: Locale, page: { title: string; text: string; refresh?: number; quote?: string }): NightDocument {
  const t = translatorFor(locale, 'night')
  const quote = page.quote ? `<p class="about">${safe(page.quote)}</p>` : ''
  return nightDocument(locale, {
    title: page.title,
    refresh: page.refresh ?? null,
    style: nightStyle,
    body: `<header><b>${safe(t('title'))}</b></header><main><h1>${safe(page.title)}</h1><p class="about">${safe(page.text)}</p>${quote}</main>`,
  })
}

export const triangle =
  '<svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true"><path d="M8 1.5 15.5 15H.5zM7.2 6v4.4h1.6V6zm0 5.6v1.7h1.6v-1.7z" fill="currentColor" fill-rule="evenodd"/></svg>'
export const tick =
  '<svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true"><path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM6.9 11.6l5.3-5.4-1.4-1.4-3.9 4-1.7-1.7-1.4 1.4z" fill="currentColor" fill-rule="evenodd"/></svg>'

export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`
}

export function lines(text: string): string {
  return safe(text).replace(/\r?\n/g, '<br>')
}

/** What people wrote is text, never markup. */
export function safe(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
