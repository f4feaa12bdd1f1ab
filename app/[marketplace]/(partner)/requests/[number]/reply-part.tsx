import { getLocale, getTranslations } from 'next-intl/server'
import { uploaderWords } from '@/components/attachments/uploader-words'
import { draftWords } from '@/components/form/draft-words'
import { Composer } from '@/components/tickets/composer'
import { uploadLimits } from '@/lib/attachments'
import type { PartnerActor } from '@/lib/authz'
import { readDraft } from '@/lib/drafts'
import { newId } from '@/lib/foundation/ids'
import { BODY, type PartnerTicket, type TicketState } from '@/lib/tickets/schema'
import { replyAction } from '../actions'

const labels = {
  created: 'more',
  in_progress: 'more',
  awaiting_partner: 'answer',
  answered: 'goOn',
  completed: 'more',
} as const satisfies Record<TicketState, string>

type ReplyPartProps = { actor: PartnerActor; ticket: PartnerTicket; slug: string; hidden: Record<string, string> }

/** The box below the thread: to add something, to answer, to say whether a fix works (002-08, 003-24, 003-27, 003-28). */
export async function ReplyPart({ actor, ticket, slug, hidden }: ReplyPartProps) {
  const t = await getTranslations('requests')
  const ui = await getTranslations('ui')
  const limits = await uploadLimits(actor)
  const draft = `reply:${ticket.id}`
  const { membershipId } = actor
  const { canTry, state } = ticket
  return (
    <div className="grid gap-3 print:hidden">
      {canTry ? <h2 className="text-20">{t('try.title')}</h2> : null}
      <Composer
        action={replyAction}
        hidden={hidden}
        submissionKey={newId()}
        draft={draft}
        server={{ slug, membershipId, brought: await readDraft(actor, draft) }}
        draftWords={await draftWords()}
        most={BODY.most}
        verdict={canTry ? { works: t('verdict.works'), doesNot: t('verdict.does_not') } : undefined}
        uploader={{
          address: `/${slug}/api/uploads?membershipId=${membershipId}`,
          limits,
          locale: await getLocale(),
          words: await uploaderWords(limits),
        }}
        words={{
          label: canTry ? t('try.label') : t(`reply.${labels[state]}`),
          hint: canTry ? t('try.hint') : t('reply.hint'),
          send: canTry ? t('try.send') : t('reply.send'),
          sending: t('reply.sending'),
          summary: ui('errorSummary', { count: 1 }),
          safe: t('composer.safe'),
          lost: t('lost'),
          filesBusy: t('composer.filesBusy'),
          filesFailed: t('composer.filesFailed'),
        }}
      />
      <p className="max-w-prose text-13 text-ink-2">{t('rule')}</p>
    </div>
  )
}
