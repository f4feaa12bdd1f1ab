import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/lib/web'
import { MePart } from '../../me-part'

type PageProps = { params: Promise<{ marketplace: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('me'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

export default async function DeskMe({ params }: PageProps) {
  const { marketplace: slug } = await params
  const context = await pageContext(slug, 'staff', `/${slug}/desk/me`)
  return (
    <div className="p-4 md:p-6">
      <MePart context={context} company={context.marketplace.name} />
    </div>
  )
}
