import { useTranslations } from 'next-intl'
import { DoneForm } from '@/components/form/done-form'
import { Tag } from '@/components/ui/chip'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import type { Formats } from '@/lib/i18n'
import type { MemberRow } from '@/lib/identity/schema'
import type { ActionState } from '@/lib/web/schema'

// biome-ignore lint/suspicious/noExplicitAny: each act answers something else, and none of it is looked at
type Act = (previous: any, form: FormData) => Promise<ActionState<any>>
export type MemberActs = { invite: Act; disable: Act; enable: Act; changeRole: Act }

export type MemberRole = 'agent' | 'lead' | 'oncall' | 'admin' | 'owner' | 'member' | 'technical'

type MemberListProps = {
  members: readonly MemberRow[]
  /** Roles that may be given here, as `members.roles` names them. */
  roles: readonly MemberRole[]
  /** marketplace and membershipId; partnerId where staff look after a company. */
  hidden: Record<string, string>
  acts: MemberActs
  formats: Formats
}

/** The people of a company or of the staff, with what the reader may change about each. Server only. */
export function MemberList({ members, ...rest }: MemberListProps) {
  const t = useTranslations('members')
  return (
    <ul aria-label={t('companyTitle')} className="border-hairline border-t">
      {members.map((member) => (
        <li
          key={member.membershipId}
          className="grid gap-x-6 gap-y-1 border-hairline border-b py-3.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
        >
          <Who member={member} formats={rest.formats} />
          <Acts member={member} {...rest} />
        </li>
      ))}
    </ul>
  )
}

function Who({ member, formats }: { member: MemberRow; formats: Formats }) {
  const t = useTranslations('members')
  return (
    <div className="grid min-w-0 gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <b className="break-all">{member.name ?? member.email}</b>
        {member.self ? <Tag brand>{t('you')}</Tag> : null}
        {member.status === 'active' ? null : <Tag>{t(`statuses.${member.status}`)}</Tag>}
      </p>
      <p className="text-14 text-ink-2">
        {t(`roles.${member.role as 'owner'}`)}
        {member.name ? <span className="break-all"> · {member.email}</span> : null}
        {' · '}
        {t('since')} {formats.date(member.since)}
      </p>
    </div>
  )
}

function Acts({ member, roles, hidden, acts }: Omit<MemberListProps, 'members'> & { member: MemberRow }) {
  const t = useTranslations('members')
  const ui = useTranslations('ui')
  const { allowed, membershipId, email } = member
  const name = member.name ?? email
  const working = ui('working')
  const about = { ...hidden, member: membershipId }
  return (
    <div className="flex flex-wrap gap-x-2">
      {allowed.inviteAgain ? (
        <DoneForm
          small
          look="quiet"
          action={acts.invite}
          hidden={{ ...hidden, email, name, role: member.role }}
          button={t('invite.again')}
          working={working}
          done={t('invite.done', { email })}
        />
      ) : null}
      {allowed.changeRole ? (
        <>
          <DialogButton opens={`role-${membershipId}`} look="quiet">
            {t('changeRole.open')}
          </DialogButton>
          <Dialog id={`role-${membershipId}`} title={t('changeRole.title', { name })} close={ui('close')}>
            <DoneForm
              action={acts.changeRole}
              hidden={about}
              button={ui('save')}
              working={working}
              done={t('changeRole.done', { name })}
            >
              <p className="text-14 text-ink-2">{t('changeRole.text')}</p>
              <ChoiceGroup id={`role-of-${membershipId}`} legend={t('role')}>
                {roles.map((role) => (
                  <Choice
                    key={role}
                    card
                    type="radio"
                    name="role"
                    value={role}
                    defaultChecked={role === member.role}
                    label={t(`roles.${role}`)}
                    hint={t(`roleHelp.${role}`)}
                  />
                ))}
              </ChoiceGroup>
            </DoneForm>
          </Dialog>
        </>
      ) : null}
      {allowed.disable ? (
        <>
          <DialogButton opens={`disable-${membershipId}`} look="quiet">
            {t('disable.open')}
          </DialogButton>
          <Dialog id={`disable-${membershipId}`} title={t('disable.title', { name })} close={ui('close')}>
            <DoneForm
              look="danger"
              action={acts.disable}
              hidden={about}
              button={t('disable.confirm')}
              working={working}
              done={t('disable.done', { name })}
            >
              <p>{t('disable.text')}</p>
            </DoneForm>
          </Dialog>
        </>
      ) : null}
      {allowed.enable ? (
        <DoneForm
          small
          look="quiet"
          action={acts.enable}
          hidden={about}
          button={t('enable.open')}
          working={working}
          done={t('enable.done', { name })}
        />
      ) : null}
    </div>
  )
}
