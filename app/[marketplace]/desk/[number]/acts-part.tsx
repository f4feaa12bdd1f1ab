import { getTranslations } from 'next-intl/server'
import { ReasonDialog } from '@/components/desk/reason-dialog'
import { ActForm } from '@/components/form/act-form'
import { ButtonLink } from '@/components/ui/button'
import { buttonClasses } from '@/components/ui/button-classes'
import { Select } from '@/components/ui/field'
import { OnCallIcon } from '@/components/ui/icons'
import { SubmitButton } from '@/components/ui/submit-button'
import { CLOSE_REASON, type StaffTicket } from '@/lib/tickets/schema'
import { assignAction, closeAction, takeAction } from './actions'

type ActsProps = { ticket: StaffTicket; hidden: Record<string, string> }
type HeadActsProps = ActsProps & {
  /** Where the engineer on call is paged. */
  page: string
}

/** Beside the subject: to the box below a long thread, take it, close it. */
export async function HeadActs({ ticket, hidden, page }: HeadActsProps) {
  const t = await getTranslations('desk')
  const oncall = await getTranslations('oncall.page')
  const ui = await getTranslations('ui')
  const { allowed, assignee, partner, version } = ticket
  return (
    <>
      {allowed.answer ? (
        <a href="#write-body" className={buttonClasses('primary')}>
          {t('write.jump')}
        </a>
      ) : null}
      {allowed.take && !assignee?.mine ? (
        <ActForm action={takeAction} hidden={hidden} lost={t('write.lost')}>
          <SubmitButton look="secondary" pending={t('take.working')} data-desk-take="">
            {t('take.button')}
          </SubmitButton>
        </ActForm>
      ) : null}
      {ticket.state === 'completed' ? null : (
        <ButtonLink href={page}>
          <OnCallIcon className="size-4" /> {oncall('button')}
        </ButtonLink>
      )}
      {allowed.close ? (
        <ReasonDialog
          id="close"
          action={closeAction}
          hidden={{ ...hidden, version: `${version}` }}
          most={CLOSE_REASON.most}
          words={{
            button: t('close.button'),
            title: t('close.title'),
            text: t('close.text', { partner: partner.name }),
            reason: t('close.reason'),
            reasonHint: t('close.reasonHint', { partner: partner.name }),
            confirm: t('close.confirm'),
            keep: t('close.keep'),
            working: t('close.working'),
            close: ui('close'),
            lost: t('write.lost'),
          }}
        />
      ) : null}
    </>
  )
}

/** In the side panel: whose it is, and handing it over. */
export async function AssignPart({ ticket, hidden }: ActsProps) {
  const t = await getTranslations('desk.assign')
  if (!ticket.allowed.assign) return null
  const { assignable, assignee, team } = ticket
  // Whoever has it stands in the list even after leaving the staff.
  const known = !assignee || assignable.some(({ id }) => id === assignee.id)
  const groups = [
    { label: team.name, people: assignable.filter(({ ofTeam }) => ofTeam) },
    { label: t('others'), people: [...(known ? [] : [assignee]), ...assignable.filter(({ ofTeam }) => !ofTeam)] },
  ]
  return (
    <ActForm action={assignAction} hidden={hidden} lost={(await getTranslations('desk.write'))('lost')}>
      <Select key={assignee?.id ?? ''} name="assigneeId" label={t('label')} defaultValue={assignee?.id ?? ''}>
        <option value="">{t('nobody', { team: team.name })}</option>
        {groups.map(({ label, people }) =>
          people.length === 0 ? null : (
            <optgroup key={label} label={label}>
              {people.map(({ id, name, mine }) => (
                <option key={id} value={id}>
                  {mine ? t('you', { name }) : name}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </Select>
      <SubmitButton look="secondary" pending={t('working')}>
        {t('button')}
      </SubmitButton>
    </ActForm>
  )
}
