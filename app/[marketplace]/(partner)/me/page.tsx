import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { companyOf } from '@/lib/partners'
import { pageContext } from '@/lib/web'
import { MePart } from '../../me-part'

type PageProps = { params: Promise<{ marketplace: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('me'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

export default async function Me({ params }: PageProps) {
  const { marketplace: slug } = await params
  const context = await pageContext(slug, 'partner', `/${slug}/me`)
  return <MePart context={context} company={(await companyOf(context.actor)).name} />
}
