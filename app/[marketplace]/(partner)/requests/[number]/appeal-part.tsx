import { getTranslations } from 'next-intl/server'
import { NoteForm } from '@/components/escalation/note-form'
import { Card } from '@/components/ui/card'
import type { PartnerTicket } from '@/lib/tickets/schema'
import { appealAction } from '../actions'

type AppealPartProps = { ticket: PartnerTicket; hidden: Record<string, string> }

/** The one objection to a decline (000-06); once it is decided, that it stands. */
export async function AppealPart({ ticket, hidden }: AppealPartProps) {
  const { claim } = ticket
  if (claim?.state !== 'declined' || ticket.state === 'completed' || !ticket.allowed.reply) return null
  const t = await getTranslations('integration.appeal')
  if (claim.appealedAt) return <p className="text-14 text-ink-2">{t('used')}</p>
  const words = await getTranslations('calls.act')
  return (
    <Card title={t('title')}>
      <p className="pb-4 text-14 text-ink-2">{t('text')}</p>
      <NoteForm
        plain
        action={appealAction}
        hidden={hidden}
        draft={`appeal:${ticket.id}`}
        words={{
          label: t('label'),
          hint: t('hint'),
          send: t('send'),
          working: words('working'),
          lost: words('lost'),
        }}
      />
    </Card>
  )
}
