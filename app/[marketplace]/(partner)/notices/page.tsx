import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/lib/web'
import { NoticesPart } from '../../notices-part'

type PageProps = {
  params: Promise<{ marketplace: string }>
  searchParams: Promise<{ after?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('notices'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

export default async function Notices({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const { after } = await searchParams
  const context = await pageContext(slug, 'partner', `/${slug}/notices`)
  return <NoticesPart context={context} cursor={typeof after === 'string' ? after : undefined} />
}
