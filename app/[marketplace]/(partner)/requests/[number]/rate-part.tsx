import { getTranslations } from 'next-intl/server'
import { RateForm } from '@/components/tickets/rate-form'
import { type PartnerTicket, RATING_COMMENT } from '@/lib/tickets/schema'
import { rateAction } from '../actions'
import { CompletePart } from './complete-part'

/** Solved: stars, a comment and why they matter (003-23, 003-26); also for some days after it was completed. */
export async function RatePart({ ticket, hidden }: { ticket: PartnerTicket; hidden: Record<string, string> }) {
  const t = await getTranslations('requests')
  const ui = await getTranslations('ui')
  const stars = await getTranslations('ui.stars')
  const open = ticket.state !== 'completed'
  return (
    <section
      aria-labelledby="rate"
      className="grid gap-4 rounded-card border border-hairline bg-surface p-4 print:hidden"
    >
      <div className="grid gap-1">
        <h2 id="rate" className="text-20">
          {t('rate.title')}
        </h2>
        <p className="max-w-prose text-14 text-ink-2">
          {t('rate.why')} {open ? t('rate.closes') : null}
        </p>
      </div>
      <RateForm
        action={rateAction}
        hidden={hidden}
        most={RATING_COMMENT.most}
        words={{
          stars: { label: t('rate.stars'), stars: [stars('1'), stars('2'), stars('3'), stars('4'), stars('5')] },
          comment: t('rate.comment'),
          optional: ui('optional'),
          hint: t('rate.hint'),
          send: open ? t('rate.send') : t('rate.sendLater'),
          sending: t('rate.sending'),
          lost: t('lost'),
        }}
      />
      {ticket.allowed.solve ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-hairline border-t pt-3 text-14">
          <span>{t('rate.solved')}</span>
          <CompletePart ticket={ticket} hidden={hidden} />
        </div>
      ) : null}
    </section>
  )
}
