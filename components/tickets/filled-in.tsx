import { useTranslations } from 'next-intl'
import { type Filled, FilledLines, isFilled } from './filled-lines'

/** What was told beside the message, on the partner's page (002-01, 002-04). */
export function FilledIn({ ticket }: { ticket: Filled }) {
  const t = useTranslations('requests.filled')
  if (!isFilled(ticket)) return null
  return (
    <section aria-labelledby="filled" className="grid gap-3 rounded-card border border-hairline bg-surface p-4">
      <h2 id="filled" className="font-strong text-14">
        {t('title')}
      </h2>
      <FilledLines ticket={ticket} tried={t('preflight')} />
    </section>
  )
}
