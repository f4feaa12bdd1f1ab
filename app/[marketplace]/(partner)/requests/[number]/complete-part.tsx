import { getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/form/confirm-dialog'
import type { PartnerTicket } from '@/lib/tickets/schema'
import { cancelAction } from '../actions'

/** The way out of a request: before our answer it is a cancellation, after it "solved". */
export async function CompletePart({ ticket, hidden }: { ticket: PartnerTicket; hidden: Record<string, string> }) {
  const solved = ticket.state === 'answered'
  const all = await getTranslations('requests')
  const t = await getTranslations(solved ? 'requests.solved' : 'requests.cancel')
  const ui = await getTranslations('ui')
  const claimed = ticket.claim?.state === 'claimed' || ticket.claim?.state === 'confirmed'
  return (
    <div className={solved ? 'print:hidden' : '-ml-3.5 print:hidden'}>
      <ConfirmDialog
        id="complete"
        action={cancelAction}
        hidden={hidden}
        look={solved ? 'secondary' : 'quiet'}
        danger={!solved}
        words={{
          button: t('button'),
          title: t('title'),
          text: claimed && !solved ? `${t('text')} ${all('cancel.claim')}` : t('text'),
          confirm: t('confirm'),
          keep: t('keep'),
          working: t('working'),
          close: ui('close'),
          lost: all('lost'),
        }}
      />
    </div>
  )
}
