import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { InviteDialog } from '@/components/identity/invite-dialog'
import { MemberList } from '@/components/identity/member-list'
import { DialogButton } from '@/components/ui/dialog-button'
import { PlusIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/page-head'
import { authorize, partnerRoles } from '@/lib/authz'
import { formatsFor } from '@/lib/i18n'
import { listMembers } from '@/lib/identity'
import { integrationPage } from '@/lib/integration'
import { companyOf } from '@/lib/partners'
import { pageContext } from '@/lib/web'
import {
  changeMemberRoleAction,
  disableMemberAction,
  enableMemberAction,
  inviteMemberAction,
} from '@/lib/web/member-actions'
import { ContactsPart } from './contacts-part'
import { IntegrationPart } from './integration-part'
import { SeesPart } from './sees-part'

type PageProps = { params: Promise<{ marketplace: string }> }

const acts = {
  invite: inviteMemberAction,
  disable: disableMemberAction,
  enable: enableMemberAction,
  changeRole: changeMemberRoleAction,
}
/** Asked for first: most who join open requests. */
const roles = partnerRoles.toSorted((a, b) => Number(a === 'owner') - Number(b === 'owner'))

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('company'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/**
 * P9, "Account and users": who belongs to the company, whether its integration is in maintenance (000-08), whom to call
 * in an emergency (000-11), and who sees what; an owner changes it, everybody else reads it.
 */
export default async function Company({ params }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'partner', `/${slug}/company`)
  const company = await companyOf(actor)
  const members = await listMembers(actor, { partnerId: actor.partnerId })
  const integration = await integrationPage(actor)
  const t = await getTranslations('members')
  const words = await getTranslations('integration.page')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const hidden = { marketplace: slug, membershipId: actor.membershipId }
  const mayInvite = authorize(actor, 'member.invite', { partnerId: actor.partnerId })
  const list = members.ok ? members.value : []
  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <div>
        <PageHead
          above={words('above')}
          title={company.name}
          below={t('companyLead', { company: company.name })}
          actions={
            mayInvite ? (
              <DialogButton opens="invite" look="primary">
                <PlusIcon className="size-4" /> {t('invite.open')}
              </DialogButton>
            ) : undefined
          }
        />
        <p className="pb-2 text-14 text-ink-2">{t('count', { count: list.length })}</p>
        <MemberList members={list} roles={roles} hidden={hidden} acts={acts} formats={formats} />
        {mayInvite ? null : <p className="pt-3 text-14 text-ink-2">{t('readOnly')}</p>}
      </div>
      <IntegrationPart page={integration} hidden={hidden} formats={formats} />
      <ContactsPart actor={actor} page={integration} hidden={hidden} formats={formats} slug={slug} />
      <SeesPart actor={actor} company={company} hidden={hidden} />
      {mayInvite ? <InviteDialog action={inviteMemberAction} hidden={hidden} roles={roles} /> : null}
    </div>
  )
}
