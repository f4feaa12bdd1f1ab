import { getLocale, getTranslations } from 'next-intl/server'
import { uploaderWords } from '@/components/attachments/uploader-words'
import { Composer } from '@/components/tickets/composer'
import { uploadLimits } from '@/lib/attachments'
import type { PartnerActor } from '@/lib/authz'
import { newId } from '@/lib/foundation/ids'
import type { PartnerTicket, TicketState } from '@/lib/tickets/schema'
import { replyAction } from '../actions'

const labels = {
  created: 'more',
  in_progress: 'more',
  awaiting_partner: 'answer',
  answered: 'goOn',
  completed: 'more',
} as const satisfies Record<TicketState, string>

type ReplyPartProps = { actor: PartnerActor; ticket: PartnerTicket; slug: string; hidden: Record<string, string> }

/** The box below the thread (003-24, 003-27, 003-28). */
export async function ReplyPart({ actor, ticket, slug, hidden }: ReplyPartProps) {
  const t = await getTranslations('requests')
  const ui = await getTranslations('ui')
  const limits = await uploadLimits(actor)
  return (
    <Composer
      action={replyAction}
      hidden={hidden}
      submissionKey={newId()}
      draft={`reply:${ticket.id}`}
      uploader={{
        address: `/${slug}/api/uploads?membershipId=${actor.membershipId}`,
        limits,
        locale: await getLocale(),
        words: await uploaderWords(limits),
      }}
      words={{
        label: t(`reply.${labels[ticket.state]}`),
        hint: t('reply.hint'),
        send: t('reply.send'),
        sending: t('reply.sending'),
        summary: ui('errorSummary', { count: 1 }),
        safe: t('composer.safe'),
        lost: t('lost'),
        filesBusy: t('composer.filesBusy'),
        filesFailed: t('composer.filesFailed'),
      }}
    />
  )
}
