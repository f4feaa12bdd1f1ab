import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { titleOf } from './compose-escalation'
import { finishMail } from './finish-mail'
import type { BundleData, BundledRun, Composed } from './schema'

/** More than a few pages for one person within a minute become one message that names them all. */
export function composeBundle(locale: Locale, data: BundleData): Composed {
  const t = translatorFor(locale, 'mailOncall')
  const mail = translatorFor(locale, 'mail')
  const { link, now, timeZone, marketplace } = data
  const runs = [...data.runs].sort(byUrgency)
  const formats = formatsFor(locale, timeZone)
  const count = runs.length
  const since = (run: BundledRun) => formats.short(run.since, now)
  const names = runs.map(({ number, subject }) => number ?? subject)
  const numbers = names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} …` : names.join(', ')
  const parts = {
    locale,
    urgent: true,
    sentBy: mail('sentBy', { marketplace }),
    heading: t('bundle.heading', { count }),
    before: [t('bundle.text')],
    items: runs.map((run) => {
      const { severity, partner } = run
      const line = partner
        ? t('bundle.line', { severity, partner, when: since(run) })
        : t('bundle.lineNoPartner', { severity, when: since(run) })
      return { number: run.number ?? severity, title: run.subject, titleLocale: locale, href: run.link, lines: [line] }
    }),
    button: { label: t('bundle.button'), href: link },
    small: [`${mail('openButton')} ${link}`],
  }
  return finishMail(t('bundle.subject', { count, numbers }), parts, {
    text: runs.map((run) => titleOf(locale, run)).join('\n'),
    ackUrl: link,
    severity: runs[0]?.severity ?? null,
    labels: { open: t('brief.open'), take: t('brief.takeAll') },
  })
}

/** How many a subject names; the message names them all. */
const NAMED = 4

function byUrgency(one: BundledRun, other: BundledRun): number {
  return one.severity.localeCompare(other.severity) || one.since.getTime() - other.since.getTime()
}
