import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Legend } from '@/components/tickets/legend'
import { PartnerList } from '@/components/tickets/partner-list'
import { ScopeChoice } from '@/components/tickets/scope-choice'
import { ButtonLink } from '@/components/ui/button'
import { PlusIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { TabLinks } from '@/components/ui/tabs'
import { machineNow } from '@/lib/foundation/clock'
import { formatsFor } from '@/lib/i18n'
import { listTickets } from '@/lib/tickets'
import { LIST_TABS } from '@/lib/tickets/schema'
import { pageContext } from '@/lib/web'
import { type Asked, listHref, readAsked } from './asked'

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
  const list = await listTickets(actor, { ...asked, locale: viewer.locale })
  const t = await getTranslations('requests')
  const ui = await getTranslations('ui')
  const at = (change: Partial<Asked>) => listHref(slug, { ...asked, cursor: undefined, ...change })
  const isFirst = Object.values(list.counts).every((count) => count === 0) && asked.scope !== 'mine'
  return (
    <>
      <PageHead
        title={t('title')}
        below={
          list.seesCompany && !isFirst ? (
            <ScopeChoice scope={list.scope} hrefOf={(scope) => at({ scope })} />
          ) : undefined
        }
        actions={
          <ButtonLink look="primary" href={`/${slug}/new`}>
            <PlusIcon className="size-4" /> {t('new')}
          </ButtonLink>
        }
      />
      {isFirst ? null : (
        <TabLinks
          label={t('tabs.label')}
          tabs={LIST_TABS.map((tab) => ({
            href: at({ tab }),
            label: t(`tabs.${tab}`),
            count: list.counts[tab],
            current: tab === list.tab,
          }))}
        />
      )}
      <PartnerList
        list={list}
        slug={slug}
        isFirst={isFirst}
        companyHref={at({ scope: 'company' })}
        formats={formatsFor(viewer.locale, viewer.timeZone)}
        now={machineNow()}
      />
      <Pagination
        words={{ label: ui('pages.label'), previous: ui('pages.previous'), next: ui('pages.next') }}
        previous={asked.cursor ? at({}) : undefined}
        next={list.nextCursor ? at({ cursor: list.nextCursor }) : undefined}
      />
      {list.seesCompany ? null : <p className="pt-4 text-14 text-ink-2">{t('scope.onlyYours')}</p>}
      <Legend />
    </>
  )
}
