import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import type { PartnerActor } from '@/lib/authz'
import { readDraft } from '@/lib/drafts'
import type { PartnerTicket } from '@/lib/tickets/schema'

/** The end of a request: how it goes on from here (003-29), and what was being written when it was completed. */
export async function CompletedPart({
  actor,
  ticket,
  slug,
}: {
  actor: PartnerActor
  ticket: PartnerTicket
  slug: string
}) {
  const t = await getTranslations('requests')
  const ui = await getTranslations('ui')
  const unsent = [(await readDraft(actor, `reply:${ticket.id}`))?.written.body ?? ''].flat().join('\n').trim()
  return (
    <div className="grid gap-5 print:hidden">
      {unsent === '' ? null : (
        <Card title={t('unsent.title')}>
          <div className="grid gap-2">
            <p className="text-14 text-ink-2">{t('unsent.text')}</p>
            <p className="max-h-64 overflow-auto whitespace-pre-wrap break-words border-brand border-l-2 pl-3.5">
              {unsent}
            </p>
            <span>
              <CopyButton text={unsent} label={ui('copy', { what: t('unsent.what') })} done={ui('copied')} />
            </span>
          </div>
        </Card>
      )}
      {ticket.allowed.followUp ? (
        <Card title={t('completed.title')}>
          <p className="mb-3 text-ink-2">{t('completed.text')}</p>
          <ButtonLink href={`/${slug}/new?follows=${ticket.number}`}>{t('completed.followUp')}</ButtonLink>
        </Card>
      ) : null}
    </div>
  )
}
