import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { InviteForm } from './invite-form'
import type { MemberRole } from './member-list'

type InviteDialogProps = {
  /** One of a kind on the page. */
  id?: string
  action: ComponentProps<typeof InviteForm>['action']
  hidden: Record<string, string>
  /** Roles that may be given here, the likeliest first. */
  roles: readonly MemberRole[]
}

/** The dialog in which one person is invited; a `DialogButton` opens it by its id, `invite`. Server only. */
export function InviteDialog({ id = 'invite', action, hidden, roles }: InviteDialogProps) {
  const t = useTranslations('members')
  const ui = useTranslations('ui')
  return (
    <Dialog id={id} title={t('invite.title')} close={ui('close')}>
      <InviteForm
        id={id}
        action={action}
        hidden={hidden}
        roles={roles.map((value) => ({ value, label: t(`roles.${value}`), hint: t(`roleHelp.${value}`) }))}
        words={{
          text: t('invite.text'),
          name: t('name'),
          email: t('email'),
          role: t('role'),
          submit: t('invite.submit'),
          working: ui('working'),
          done: t.raw('invite.done'),
        }}
      />
    </Dialog>
  )
}
