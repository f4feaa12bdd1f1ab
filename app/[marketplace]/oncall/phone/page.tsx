import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/lib/web'
import { PhonePart } from '../../phone-part'

type PageProps = { params: Promise<{ marketplace: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('phone'), getTranslations('frame')])
  return {
    title: frame('title', { page: t('title'), marketplace: marketplace.name }),
    // An iPhone takes push only from what its Home Screen keeps as an app.
    manifest: `/${marketplace.slug}/manifest.webmanifest?for=oncall`,
    appleWebApp: { capable: true, title: marketplace.name, statusBarStyle: 'black' },
    icons: { apple: '/icon-192.png' },
  }
}

/** O5 of the marketplace's staff. */
export default async function Phone({ params }: PageProps) {
  const { marketplace: slug } = await params
  return <PhonePart context={await pageContext(slug, 'staff', `/${slug}/oncall/phone`)} />
}
