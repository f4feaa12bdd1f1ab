import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FraudTip } from '@/components/help/tips'
import { ButtonLink } from '@/components/ui/button'
import { PlusIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/page-head'
import { SkeletonRows } from '@/components/ui/skeleton'
import { WhileWaiting } from '@/components/ui/while-waiting'
import { pageContext } from '@/lib/web'
import { type Asked, readAsked } from './asked'
import { ListPart } from './list-part'

type PageProps = { params: Promise<{ marketplace: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('requests'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** P2: a partner's requests by whose turn it is, with what the statuses mean. */
export default async function Requests({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const { actor, viewer } = await pageContext(slug, 'partner', `/${slug}/requests`)
  const asked = readAsked(await searchParams)
  const t = await getTranslations('requests')
  const working = (await getTranslations('ui'))('working')
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <ButtonLink look="primary" href={`/${slug}/new`}>
            <PlusIcon className="size-4" /> {t('new')}
          </ButtonLink>
        }
      />
      <WhileWaiting skeleton={<SkeletonRows count={5} label={working} />}>
        <ListPart slug={slug} actor={actor} viewer={viewer} asked={asked} />
      </WhileWaiting>
      <div className="pt-6">
        <FraudTip slug={slug} />
      </div>
    </>
  )
}
