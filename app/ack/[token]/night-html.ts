import type { NightPage } from '@/lib/escalation'
import { formatsFor, translatorFor } from '@/lib/i18n'
import { LOOK_AGAIN, lines, type NightDocument, nightDocument, safe, shortened, tick, triangle } from './night-document'
import { countdownStyle, nightStyle } from './night-style'

/** The quote is there to recognise the problem; all of it is on the desk. */
const QUOTE_LENGTH = 280
/** In seconds. */
const HOUR = 3_600

/** The page behind an acknowledge link; pure. A partner's technical contact reads the same in words of her own. */
export function nightHtml(page: NightPage): NightDocument {
  const t = translatorFor(page.locale, 'night')
  const open = page.allowed.take || page.mine
  const left = page.next ? secondsUntil(page.now, page.next.at) : null
  const refresh = open ? Math.min(LOOK_AGAIN, (left ?? LOOK_AGAIN) + 2) : null
  const countdown = left !== null && page.next && page.waitSeconds ? countdownStyle(left, page.waitSeconds) : ''
  const main = [
    `<p class="chip ${toneOf(page)}">${chipOf(page)}</p>`,
    `<h1>${safe(page.subject)}</h1>`,
    aboutOf(page),
    page.quote &&
      `<blockquote${languageOf(page.quote)}>${lines(shortened(page.quote.text, QUOTE_LENGTH))}</blockquote>`,
    page.passedOnAt &&
      page.allowed.take &&
      `<p class="about gap">${safe(t('passedOn', { when: timeOf(page, page.passedOnAt) }))}</p>`,
    settledOf(page),
    nextOf(page, left),
  ]
  const title = page.side === 'partner' ? t('call.title') : t('title')
  return nightDocument(page.locale, {
    title: [page.number, page.subject].filter(Boolean).join(' '),
    refresh,
    style: nightStyle + countdown,
    body: `<header><b>${safe(title)}</b><span>${safe(page.number ?? page.severity)}</span></header>
<main>${main.filter(Boolean).join('\n')}</main>
${buttonsOf(page)}`,
  })
}

function toneOf({ allowed, state }: NightPage): string {
  if (!allowed.take) return 'over'
  return state === 'ASSESSING' ? 'calm' : 'urgent'
}

function chipOf(page: NightPage): string {
  const t = translatorFor(page.locale, 'night')
  return `${triangle}${safe(wordOf(page, t))}`
}

function wordOf({ side, direction, state }: NightPage, t: ReturnType<typeof translatorFor<'night'>>): string {
  if (side === 'partner') return t('call.urgent')
  if (direction === 'OUT') return t('call.silent')
  return state === 'ASSESSING' ? t('assessing') : state === 'UNANSWERED' ? t('unanswered') : t('urgent')
}

/** Whose, what, since when and why. */
function aboutOf(page: NightPage): string {
  const { locale, partner, topic, condition, source, now, since, side } = page
  const t = translatorFor(locale, 'night')
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000))
  const why = condition
    ? translatorFor(locale, 'escalation')(`condition.${condition}`)
    : source !== 'claim' && side === 'staff' && page.direction === 'IN'
      ? translatorFor(locale, 'mailOncall')(`source.${source}`)
      : null
  const told = [
    [partner, topic].filter(Boolean).join(' · '),
    t('since', { when: timeOf(page, since), minutes }),
    why,
    deadlineOf(page),
  ]
  return `<p class="about">${told
    .filter((line) => line !== null && line !== '')
    .map((line) => safe(line as string))
    .join('<br>')}</p>`
}

/** Until when a called company is expected to answer; nothing once somebody has it. */
function deadlineOf(page: NightPage): string | null {
  const { deadlineAt, now, state, closedAt } = page
  if (!deadlineAt || state === 'ACKED' || closedAt) return null
  const t = translatorFor(page.locale, 'night')
  const when = timeOf(page, deadlineAt)
  return deadlineAt > now ? t('call.answerBy', { when }) : t('call.answerLate', { when })
}

function languageOf({ locale }: { locale: string }): string {
  return locale ? ` lang="${safe(locale)}"` : ''
}

/** Somebody has it, or it is over: by whom and when, in green. */
function settledOf(page: NightPage): string {
  const t = translatorFor(page.locale, 'night')
  const { state, owner, ownedSince, closedAt, mine } = page
  const partner = page.side === 'partner'
  const panel = (title: string, text: string) =>
    `<div class="settled" role="status">${tick}<div><b>${safe(title)}</b><br>${safe(text)}</div></div>`
  if (state === 'ACKED' && ownedSince) {
    const taken = { name: owner?.name ?? '', when: timeOf(page, ownedSince) }
    if (partner)
      return mine
        ? panel(t('call.yours', taken), t('call.yoursText'))
        : panel(t('call.taken', taken), t('call.takenText'))
    return mine ? panel(t('yours', taken), t('yoursText')) : panel(t('taken', taken), t('takenText'))
  }
  if (!closedAt) return ''
  const when = timeOf(page, closedAt)
  if (partner) return panel(t('call.resolved', { when }), t('call.closedText'))
  return panel(state === 'DECLINED' ? t('declined', { when }) : t('resolved', { when }), t('closedText'))
}

function nextOf(page: NightPage, left: number | null): string {
  if (!page.next || left === null) return ''
  return `<div class="next"><p>${nextSentence(page, page.next, countdownOf(page, left))}</p><i><i></i></i></div>`
}

/** The stylesheet counts it down within the hour; what takes longer is no matter of seconds. */
function countdownOf({ locale, timeZone }: NightPage, left: number): string {
  if (left <= 0) return `<b>${safe(translatorFor(locale, 'night')('now'))}</b>`
  if (left >= HOUR) return `<b>${safe(formatsFor(locale, timeZone).duration(left * 1000))}</b>`
  return `<b class="t" role="timer"><span>${minutesAndSeconds(left)}</span></b>`
}

function nextSentence(page: NightPage, next: NonNullable<NightPage['next']>, time: string): string {
  const t = translatorFor(page.locale, 'night')
  const people = formatsFor(page.locale, page.timeZone).list(next.people.map(({ name }) => safe(name)))
  const words = { people, t: () => time }
  if (page.side === 'partner') return t.markup('call.again', words)
  if (next.move === 'assess_ends') return t.markup('assessEnds', words)
  if (next.move === 'ack_expires') return t.markup('expires', words)
  if (next.move === 'hold_ends') return t.markup('holdEnds', words)
  return next.move === 'repages' || next.people.length === 0 ? t.markup('repages', words) : t.markup('goesTo', words)
}

/** Forms post to the page's own address: no address stands in the document, so none can leak from it. */
function buttonsOf({ locale, side, allowed, place, deskPath }: NightPage): string {
  const t = translatorFor(locale, 'night')
  const words =
    side === 'partner' ? { take: t('call.take'), desk: t('call.desk') } : { take: t('take'), desk: t('desk') }
  const take = allowed.take
    ? `<form method="post"><button class="take" name="act" value="take">${safe(words.take)}</button></form>`
    : ''
  const where = `${place.epoch}.${place.loop}.${place.step}`
  const pass = allowed.pass
    ? `<form method="post"><input type="hidden" name="place" value="${where}"><button class="pass" name="act" value="pass">${safe(t('pass'))}</button></form>`
    : ''
  return `<footer>${take}${pass}<a href="${safe(deskPath)}">${safe(words.desk)}</a></footer>`
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
