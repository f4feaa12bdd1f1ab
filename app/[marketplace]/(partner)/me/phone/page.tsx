import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/lib/web'
import { PhonePart } from '../../../phone-part'

type PageProps = { params: Promise<{ marketplace: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('phone'), getTranslations('frame')])
  return {
    title: frame('title', { page: t('title'), marketplace: marketplace.name }),
    manifest: `/${marketplace.slug}/manifest.webmanifest`,
    appleWebApp: { capable: true, title: marketplace.name },
    icons: { apple: '/icon-192.png' },
  }
}

/** O5 of a company's people: how the marketplace reaches them when their integration is in trouble (000-11). */
export default async function MyPhone({ params }: PageProps) {
  const { marketplace: slug } = await params
  const context = await pageContext(slug, 'partner', `/${slug}/me/phone`)
  const back = { href: `/${slug}/me`, label: (await getTranslations('phone'))('back') }
  return <PhonePart context={context} back={back} />
}
