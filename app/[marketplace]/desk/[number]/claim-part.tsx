import { getTranslations } from 'next-intl/server'
import { isUrgentNow } from '@/components/desk/desk-tone'
import { ReasonDialog } from '@/components/desk/reason-dialog'
import { declineWords } from '@/components/escalation/act-words'
import { askWords } from '@/components/escalation/ask-words'
import { ClaimBanner } from '@/components/escalation/claim-banner'
import { DeclinedClaim } from '@/components/escalation/declined-claim'
import { ActForm } from '@/components/form/act-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { StaffActor } from '@/lib/authz'
import { escalationPage, onCallQueue } from '@/lib/escalation'
import { DECLINE_REASON } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import type { StaffTicket } from '@/lib/tickets/schema'
import { askClaimAction, confirmClaimAction, declineClaimAction } from '../../oncall/actions'

type ClaimPartProps = { actor: StaffActor; ticket: StaffTicket; slug: string; formats: Formats }

/** A8: the ticket's open urgent claim with what may be decided here. */
export async function ClaimPart({ actor, ticket, slug, formats }: ClaimPartProps) {
  if (!ticket.claim) return null
  if (ticket.claim.state === 'declined') return <DeclinedClaim claim={ticket.claim} formats={formats} />
  if (!isUrgentNow(ticket.claim.state)) return null
  const { items } = await onCallQueue(actor)
  const item = items.find(({ ticketId }) => ticketId === ticket.id)
  const run = item && (await escalationPage(actor, item.id))
  if (!run) return null
  const t = await getTranslations('oncall')
  const hidden = { marketplace: slug, membershipId: actor.membershipId, escalationId: run.id }
  return (
    <ClaimBanner
      claim={ticket.claim}
      run={run}
      href={`/${slug}/oncall/escalation/${run.id}`}
      formats={formats}
      assess={
        run.allowed.confirm ? (
          <>
            <ActForm action={confirmClaimAction} hidden={hidden} lost={t('act.lost')}>
              <SubmitButton pending={t('act.working')}>{t('act.confirm')}</SubmitButton>
            </ActForm>
            <ReasonDialog
              id="ask"
              action={askClaimAction}
              hidden={hidden}
              words={await askWords(ticket.partner.name)}
              most={DECLINE_REASON.most}
              required
            />
            <ReasonDialog
              id="decline"
              action={declineClaimAction}
              hidden={hidden}
              words={await declineWords(ticket.partner.name)}
              most={DECLINE_REASON.most}
              required
            />
          </>
        ) : undefined
      }
    />
  )
}
