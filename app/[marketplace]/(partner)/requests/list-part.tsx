import { getTranslations } from 'next-intl/server'
import { Legend } from '@/components/tickets/legend'
import { PartnerList } from '@/components/tickets/partner-list'
import { ScopeChoice } from '@/components/tickets/scope-choice'
import { Pagination } from '@/components/ui/pagination'
import { TabLinks } from '@/components/ui/tabs'
import type { PartnerActor } from '@/lib/authz'
import { machineNow } from '@/lib/foundation/clock'
import { formatsFor } from '@/lib/i18n'
import { listTickets } from '@/lib/tickets'
import { LIST_TABS } from '@/lib/tickets/schema'
import type { Viewer } from '@/lib/web'
import { type Asked, type ListAsked, listHref } from './asked'

type ListPartProps = { slug: string; actor: PartnerActor; viewer: Viewer; asked: ListAsked }

/** Tabs with their counts, the rows or the right kind of empty, and the legend. */
export async function ListPart({ slug, actor, viewer, asked }: ListPartProps) {
  const list = await listTickets(actor, { ...asked, locale: viewer.locale })
  const t = await getTranslations('requests')
  const ui = await getTranslations('ui')
  const at = (change: Partial<Asked>) => listHref(slug, { ...asked, cursor: undefined, ...change })
  const isFirst = Object.values(list.counts).every((count) => count === 0) && asked.scope !== 'mine'
  return (
    <>
      {isFirst ? null : (
        <div className="grid gap-4">
          {list.seesCompany ? <ScopeChoice scope={list.scope} hrefOf={(scope) => at({ scope })} /> : null}
          <TabLinks
            label={t('tabs.label')}
            tabs={LIST_TABS.map((tab) => ({
              href: at({ tab }),
              label: t(`tabs.${tab}`),
              count: list.counts[tab],
              current: tab === list.tab,
            }))}
          />
        </div>
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
