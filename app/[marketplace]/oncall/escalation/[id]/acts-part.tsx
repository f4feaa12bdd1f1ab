import { getTranslations } from 'next-intl/server'
import { ReasonDialog } from '@/components/desk/reason-dialog'
import { declineWords } from '@/components/escalation/act-words'
import { askWords } from '@/components/escalation/ask-words'
import { Wakes } from '@/components/escalation/wakes'
import { ActForm } from '@/components/form/act-form'
import { ConfirmDialog } from '@/components/form/confirm-dialog'
import { SubmitButton } from '@/components/ui/submit-button'
import { DECLINE_REASON, type EscalationPage } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import {
  acknowledgeAction,
  askClaimAction,
  confirmClaimAction,
  declineClaimAction,
  passOnAction,
  resolveAction,
} from '../../actions'

type ActsPartProps = { page: EscalationPage; mine: boolean; hidden: Record<string, string>; formats: Formats }

/** What the reader may do and what can be done now, the likeliest first; large enough for a thumb at night. */
export async function ActsPart({ page, mine, hidden, formats }: ActsPartProps) {
  const { allowed, place } = page
  const t = await getTranslations('oncall')
  const ui = await getTranslations('ui')
  if (!(allowed.acknowledge || allowed.passOn || allowed.confirm || allowed.decline || allowed.resolve)) return null
  const words = { working: t('act.working'), lost: t('act.lost') }
  const seen = { epoch: `${place.epoch}`, loop: `${place.loop}`, step: `${place.step}` }
  return (
    <div className="grid gap-3">
      {allowed.acknowledge ? (
        <ActForm action={acknowledgeAction} hidden={hidden} lost={words.lost}>
          <SubmitButton wide pending={words.working} className="min-h-19 text-20">
            {t('act.acknowledge')}
          </SubmitButton>
        </ActForm>
      ) : null}
      {allowed.confirm ? (
        <div className="grid gap-2">
          <p className="text-14 text-ink-2">
            <Wakes next={page.next} formats={formats} now={page.now} />
          </p>
          <ActForm action={confirmClaimAction} hidden={hidden} lost={words.lost}>
            <SubmitButton wide look={allowed.acknowledge ? 'secondary' : 'primary'} pending={words.working}>
              {t('act.confirm')}
            </SubmitButton>
          </ActForm>
        </div>
      ) : null}
      {allowed.decline && page.ticket ? (
        <ReasonDialog
          id="ask"
          wide
          action={askClaimAction}
          hidden={hidden}
          words={await askWords(page.partner?.name ?? '')}
          most={DECLINE_REASON.most}
          required
        />
      ) : null}
      {allowed.decline ? (
        <ReasonDialog
          id="decline"
          wide
          action={declineClaimAction}
          hidden={hidden}
          words={await declineWords(page.partner?.name ?? '')}
          most={DECLINE_REASON.most}
          required
        />
      ) : null}
      {allowed.passOn ? (
        <ActForm action={passOnAction} hidden={{ ...hidden, ...seen }} lost={words.lost}>
          <SubmitButton wide look="secondary" pending={words.working}>
            {t(mine ? 'act.letGo' : 'act.passOn')}
          </SubmitButton>
        </ActForm>
      ) : null}
      {allowed.resolve ? (
        <ConfirmDialog
          id="resolve"
          wide
          action={resolveAction}
          hidden={hidden}
          look={mine ? 'primary' : 'secondary'}
          words={{
            ...words,
            button: t('act.resolve'),
            title: t('resolve.title'),
            text:
              page.source === 'claim' ? t('resolve.text', { partner: page.partner?.name ?? '' }) : t('resolve.textOwn'),
            confirm: t('resolve.confirm'),
            keep: t('resolve.keep'),
            close: ui('close'),
          }}
        />
      ) : null}
    </div>
  )
}
