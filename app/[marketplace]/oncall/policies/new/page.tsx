import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { policyForm } from '@/lib/escalation'
import { SEVERITIES } from '@/lib/escalation/schema'
import { pageContext } from '@/lib/web'
import { EditPart } from '../edit-part'

type PageProps = { params: Promise<{ marketplace: string }>; searchParams: Promise<{ severity?: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('policies.form'), getTranslations('frame')])
  return { title: frame('title', { page: t('newTitle'), marketplace: marketplace.name }) }
}

/** A new policy; with a severity in the address, one by which partners are called. */
export default async function NewPolicy({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/policies/new`)
  const asked = (await searchParams).severity
  const severity = SEVERITIES.find((one) => one === asked) ?? null
  const key = { direction: severity ? ('OUT' as const) : ('IN' as const), severity }
  const form = await policyForm(actor, { key, locale: viewer.locale })
  if (!form) notFound()
  return <EditPart slug={slug} membershipId={actor.membershipId} form={form} />
}
