import { createHash } from 'node:crypto'
import type { NightPage } from '@/lib/escalation'
import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { countdownStyle, nightStyle } from './night-style'

/**
 * A whole document, the hash that lets its one style through the content policy, and after how many seconds the browser
 * shall look again (a header, so that the document itself stays still for whoever reads it aloud); null: it is over.
 */
export type NightDocument = { body: string; styleHash: string; refresh: number | null }

/** Longest between two looks of the page at how things stand, in seconds. */
const LOOK_AGAIN = 30
/** The quote is there to recognise the problem; all of it is on the desk. */
const QUOTE_LENGTH = 280

/** The page behind an acknowledge link; pure. */
export function nightHtml(page: NightPage): NightDocument {
  const t = translatorFor(page.locale, 'night')
  const open = page.allowed.take || page.mine
  const left = page.next ? secondsUntil(page.now, page.next.at) : null
  const refresh = open ? Math.min(LOOK_AGAIN, (left ?? LOOK_AGAIN) + 2) : null
  const countdown = left !== null && page.next && page.waitSeconds ? countdownStyle(left, page.waitSeconds) : ''
  const main = [
    `<p class="chip ${toneOf(page)}">${chipOf(page)}</p>`,
    `<h1>${safe(page.subject)}</h1>`,
    `<p class="about">${safe(page.partner)} · ${safe(page.topic)}<br>${sinceOf(page)}${conditionOf(page)}</p>`,
    page.quote && `<blockquote lang="${safe(page.quote.locale)}">${lines(shortened(page.quote.text))}</blockquote>`,
    page.passedOnAt &&
      page.allowed.take &&
      `<p class="about gap">${safe(t('passedOn', { when: timeOf(page, page.passedOnAt) }))}</p>`,
    settledOf(page),
    nextOf(page, left),
  ]
  return document(page.locale, {
    title: `${page.number} ${page.subject}`,
    refresh,
    style: nightStyle + countdown,
    body: `<header><b>${safe(t('title'))}</b><span>${safe(page.number)}</span></header>
<main>${main.filter(Boolean).join('\n')}</main>
${buttonsOf(page)}`,
  })
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
  return document(locale, {
    title: page.title,
    refresh: page.refresh ?? null,
    style: nightStyle,
    body: `<header><b>${safe(t('title'))}</b></header><main><h1>${safe(page.title)}</h1><p class="about">${safe(page.text)}</p>${quote}</main>`,
  })
}

function document(
  locale: Locale,
  page: { title: string; refresh: number | null; style: string; body: string },
): NightDocument {
  return {
    body: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="dark"><meta name="theme-color" content="#0a1215"><title>${safe(page.title)}</title><style>${page.style}</style></head><body>${page.body}</body></html>`,
    styleHash: createHash('sha256').update(page.style).digest('base64'),
    refresh: page.refresh,
  }
}

const triangle =
  '<svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true"><path d="M8 1.5 15.5 15H.5zM7.2 6v4.4h1.6V6zm0 5.6v1.7h1.6v-1.7z" fill="currentColor" fill-rule="evenodd"/></svg>'
const tick =
  '<svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true"><path d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM6.9 11.6l5.3-5.4-1.4-1.4-3.9 4-1.7-1.7-1.4 1.4z" fill="currentColor" fill-rule="evenodd"/></svg>'

function toneOf({ allowed, state }: NightPage): string {
  if (!allowed.take) return 'over'
  return state === 'ASSESSING' ? 'calm' : 'urgent'
}

function chipOf({ locale, state }: NightPage): string {
  const t = translatorFor(locale, 'night')
  const word = state === 'ASSESSING' ? t('assessing') : state === 'UNANSWERED' ? t('unanswered') : t('urgent')
  return `${triangle}${safe(word)}`
}

function sinceOf(page: NightPage): string {
  const t = translatorFor(page.locale, 'night')
  const minutes = Math.max(0, Math.floor((page.now.getTime() - page.since.getTime()) / 60_000))
  return safe(t('since', { when: timeOf(page, page.since), minutes }))
}

function conditionOf({ locale, condition }: NightPage): string {
  return condition ? `<br>${safe(translatorFor(locale, 'escalation')(`condition.${condition}`))}` : ''
}

/** Somebody has it, or it is over: by whom and when, in green. */
function settledOf(page: NightPage): string {
  const t = translatorFor(page.locale, 'night')
  const { state, owner, ownedSince, closedAt, mine } = page
  const panel = (title: string, text: string) =>
    `<div class="settled" role="status">${tick}<div><b>${safe(title)}</b><br>${safe(text)}</div></div>`
  if (state === 'ACKED' && ownedSince) {
    const when = timeOf(page, ownedSince)
    return mine
      ? panel(t('yours', { when }), t('yoursText'))
      : panel(t('taken', { name: owner?.name ?? '', when }), t('takenText'))
  }
  if (!closedAt) return ''
  const when = timeOf(page, closedAt)
  return panel(state === 'DECLINED' ? t('declined', { when }) : t('resolved', { when }), t('closedText'))
}

function nextOf(page: NightPage, left: number | null): string {
  const t = translatorFor(page.locale, 'night')
  if (!page.next || left === null) return ''
  const people = formatsFor(page.locale, page.timeZone).list(page.next.people.map(({ name }) => safe(name)))
  const time =
    left > 0 ? `<b class="t" role="timer"><span>${minutesAndSeconds(left)}</span></b>` : `<b>${safe(t('now'))}</b>`
  const words = { people, t: () => time }
  const sentence =
    page.next.move === 'assess_ends'
      ? t.markup('assessEnds', words)
      : page.next.move === 'ack_expires'
        ? t.markup('expires', words)
        : page.next.move === 'repages' || page.next.people.length === 0
          ? t.markup('repages', words)
          : t.markup('goesTo', words)
  return `<div class="next"><p>${sentence}</p><i><i></i></i></div>`
}

/** Forms post to the page's own address: no address stands in the document, so none can leak from it. */
function buttonsOf({ locale, allowed, place, deskPath }: NightPage): string {
  const t = translatorFor(locale, 'night')
  const take = allowed.take
    ? `<form method="post"><button class="take" name="act" value="take">${safe(t('take'))}</button></form>`
    : ''
  const where = `${place.epoch}.${place.loop}.${place.step}`
  const pass = allowed.pass
    ? `<form method="post"><input type="hidden" name="place" value="${where}"><button class="pass" name="act" value="pass">${safe(t('pass'))}</button></form>`
    : ''
  return `<footer>${take}${pass}<a href="${safe(deskPath)}">${safe(t('desk'))}</a></footer>`
}

function timeOf({ locale, timeZone, now }: NightPage, at: Date): string {
  return formatsFor(locale, timeZone).short(at, now)
}

function secondsUntil(now: Date, at: Date): number {
  return Math.max(0, Math.round((at.getTime() - now.getTime()) / 1000))
}

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

function shortened(text: string): string {
  return text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH).trimEnd()}…`
}

function lines(text: string): string {
  return safe(text).replace(/\r?\n/g, '<br>')
}

function safe(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
