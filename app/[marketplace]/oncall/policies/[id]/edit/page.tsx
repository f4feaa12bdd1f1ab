import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import type { StaffActor } from '@/lib/authz'
import { policyForm } from '@/lib/escalation'
import type { Locale } from '@/lib/i18n'
import { pageContext } from '@/lib/web'
import { EditPart } from '../../edit-part'

type PageProps = { params: Promise<{ marketplace: string; id: string }> }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const read = cache(async (actor: StaffActor, policyId: string, locale: Locale) =>
  uuid.test(policyId) ? policyForm(actor, { policyId, locale }) : null,
)

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace: slug, id } = await params
  const { actor, marketplace, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/policies/${id}/edit`)
  const form = await read(actor, id, viewer.locale)
  if (!form) return {}
  const [t, frame] = await Promise.all([getTranslations('policies.form'), getTranslations('frame')])
  return {
    title: frame('title', { page: t('editTitle', { name: form.definition.name }), marketplace: marketplace.name }),
  }
}

/** Changes a policy: saving makes a new version. For those who may; it is not there for anybody else. */
export default async function EditPolicy({ params }: PageProps) {
  const { marketplace: slug, id } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/policies/${id}/edit`)
  const form = await read(actor, id, viewer.locale)
  if (!form) notFound()
  return <EditPart slug={slug} membershipId={actor.membershipId} form={form} />
}
