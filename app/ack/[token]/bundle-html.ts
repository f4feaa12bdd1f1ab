import type { Bundle, BundledRun } from '@/lib/escalation'
import { formatsFor, translatorFor } from '@/lib/i18n'
import { LOOK_AGAIN, type NightDocument, nightDocument, safe, shortened, triangle } from './night-document'
import { bundleStyle, nightStyle } from './night-style'

/** Enough to know which it is; a page of twenty-five stays below 14 kB. */
const SUBJECT_LENGTH = 64

/**
 * The page behind the link of a message that named several runs: each with its own button, and one for all that still wait.
 * One form: which line was pressed is its button's value.
 */
export function bundleHtml({ actor, now, locale, timeZone, runs }: Bundle): NightDocument {
  const t = translatorFor(locale, 'night')
  const waiting = runs.filter(({ canTake }) => canTake).length
  const partner = actor.side === 'partner'
  const all = partner ? t('bundle.takeAllOut', { count: waiting }) : t('bundle.takeAll', { count: waiting })
  const formats = formatsFor(locale, timeZone)
  const item = (run: BundledRun) => {
    const when = formats.short(run.since, now)
    const { severity } = run
    const line = run.partner
      ? t('bundle.line', { severity, partner: run.partner, when })
      : t('bundle.lineBare', { severity, when })
    const number = run.number ? `<b>${safe(run.number)}</b> ` : ''
    const subject = safe(shortened(run.subject, SUBJECT_LENGTH))
    return `<li><p>${number}${subject}<br><small>${safe(line)}</small></p>${endOf(run, partner, t)}</li>`
  }
  const footer =
    waiting > 0 ? `<footer><button class="take" name="act" value="take">${safe(all)}</button></footer>` : ''
  return nightDocument(locale, {
    title: t('bundle.title', { count: runs.length }),
    refresh: waiting > 0 ? LOOK_AGAIN : null,
    style: nightStyle + bundleStyle,
    body: `<header><b>${safe(partner ? t('call.title') : t('title'))}</b></header>
<form method="post"><main><p class="chip ${waiting > 0 ? 'urgent' : 'over'}">${triangle}${safe(t('bundle.waiting', { count: waiting }))}</p>
<h1>${safe(t('bundle.title', { count: runs.length }))}</h1>
<ul>${runs.map(item).join('\n')}</ul></main>
${footer}</form>`,
  })
}

type Translator = ReturnType<typeof translatorFor<'night'>>

/** Its button, or who has it. */
function endOf(run: BundledRun, partner: boolean, t: Translator): string {
  const name = run.number ?? shortened(run.subject, SUBJECT_LENGTH)
  if (run.canTake) {
    const label = partner ? t('bundle.takeOneOut', { name }) : t('bundle.takeOne', { name })
    const words = partner ? t('call.take') : t('take')
    return `<button name="run" value="${run.escalationId}" aria-label="${safe(label)}">${safe(words)}</button>`
  }
  if (run.mine) return `<span>${safe(t('bundle.yours'))}</span>`
  return `<span>${safe(run.owner ? t('bundle.taken', { name: run.owner.name }) : t('bundle.closed'))}</span>`
}
