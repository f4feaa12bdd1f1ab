import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InviteDialog } from '@/components/identity/invite-dialog'
import { MemberList } from '@/components/identity/member-list'
import { DialogButton } from '@/components/ui/dialog-button'
import { PlusIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/page-head'
import { authorize, staffRoles } from '@/lib/authz'
import { formatsFor } from '@/lib/i18n'
import { listMembers } from '@/lib/identity'
import { pageContext } from '@/lib/web'
import {
  changeMemberRoleAction,
  disableMemberAction,
  enableMemberAction,
  inviteMemberAction,
} from '@/lib/web/member-actions'

type PageProps = { params: Promise<{ marketplace: string }> }

const acts = {
  invite: inviteMemberAction,
  disable: disableMemberAction,
  enable: enableMemberAction,
  changeRole: changeMemberRoleAction,
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('members'), getTranslations('frame')])
  return { title: frame('title', { page: t('staffTitle'), marketplace: marketplace.name }) }
}

/** D7: who works in support here; an administrator invites, changes and disables, everybody else reads. */
export default async function People({ params }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/admin/people`)
  const members = await listMembers(actor, { partnerId: null })
  const t = await getTranslations('members')
  const hidden = { marketplace: slug, membershipId: actor.membershipId }
  const mayInvite = authorize(actor, 'member.invite', { partnerId: null })
  const list = members.ok ? members.value : []
  return (
    <div className="max-w-4xl p-5">
      <PageHead
        title={t('staffTitle')}
        below={t('staffLead')}
        actions={
          mayInvite ? (
            <DialogButton opens="invite" look="primary">
              <PlusIcon className="size-4" /> {t('invite.open')}
            </DialogButton>
          ) : undefined
        }
      />
      <p className="pb-2 text-13 text-ink-2">{t('count', { count: list.length })}</p>
      <MemberList
        members={list}
        roles={staffRoles}
        hidden={hidden}
        acts={acts}
        formats={formatsFor(viewer.locale, viewer.timeZone)}
      />
      {mayInvite ? (
        <InviteDialog action={inviteMemberAction} hidden={hidden} roles={staffRoles} />
      ) : (
        <p className="pt-3 text-14 text-ink-2">{(await getTranslations('people'))('readOnly')}</p>
      )}
    </div>
  )
}
