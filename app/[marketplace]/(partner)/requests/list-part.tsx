import { getTranslations } from 'next-intl/server'
import { Legend } from '@/components/tickets/legend'
import { ListFilters } from '@/components/tickets/list-filters'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { PartnerList } from '@/components/tickets/partner-list'
import { ScopeChoice } from '@/components/tickets/scope-choice'
import { buttonClasses } from '@/components/ui/button-classes'
import { DownloadIcon } from '@/components/ui/icons'
import { Pagination } from '@/components/ui/pagination'
import { TabLinks } from '@/components/ui/tabs'
import type { PartnerActor } from '@/lib/authz'
import { topicTree } from '@/lib/catalog'
import { machineNow } from '@/lib/foundation/clock'
import { formatsFor } from '@/lib/i18n'
import { listTickets } from '@/lib/tickets'
import { LIST_PLACES, LIST_TABS, type PartnerList as List, MOST_COUNTED, MOST_FOUND } from '@/lib/tickets/schema'
import type { Viewer } from '@/lib/web'
import { exportHref, type ListAsked, listHref } from './asked'

type ListPartProps = { slug: string; actor: PartnerActor; viewer: Viewer; asked: ListAsked }

/** The newest page is asked for anew this often, in seconds, as long as somebody looks at it. */
const LOOK_EVERY = 60

/** Search and filters, tabs with their counts, the rows or the right kind of empty, and the legend. */
export async function ListPart({ slug, actor, viewer, asked }: ListPartProps) {
  const { locale, timeZone: zone } = viewer
  const list = await listTickets(actor, { ...asked, locale, zone })
  const t = await getTranslations('requests')
  const ui = await getTranslations('ui')
  const at = (change: Partial<ListAsked>) => listHref(slug, { ...asked, cursor: undefined, ...change })
  const formats = formatsFor(locale, zone)
  const total = totalOf(list)
  const isFirst = total === 0 && !list.filtered && asked.scope !== 'mine'
  const countOf = (count: number) => (count > MOST_COUNTED ? `${formats.number(MOST_COUNTED)}+` : formats.number(count))
  const tabs = list.filtered ? LIST_PLACES : LIST_TABS
  return (
    <>
      {isFirst ? null : (
        <div className="grid gap-4">
          <ListFilters
            asked={asked}
            topics={list.topics}
            action={`/${slug}/requests`}
            hrefOf={at}
            clear={listHref(slug, { scope: asked.scope })}
            formats={formats}
          />
          {list.seesCompany ? <ScopeChoice scope={list.scope} hrefOf={(scope) => at({ scope })} /> : null}
          <TabLinks
            label={t('tabs.label')}
            tabs={tabs.map((tab) => ({
              href: at({ tab }),
              label: t(`tabs.${tab}`),
              count: countOf(tab === 'all' ? total : list.counts[tab]),
              current: tab === list.tab,
            }))}
          />
        </div>
      )}
      {list.filtered ? (
        <p role="status" className="py-3 text-14 text-ink-2">
          {total > MOST_COUNTED ? t('found.many', { count: MOST_COUNTED }) : t('found.count', { count: total })}
          {list.tooMany ? <span className="block">{t('found.newest', { count: MOST_FOUND })}</span> : null}
        </p>
      ) : null}
      <PartnerList
        list={list}
        slug={slug}
        first={isFirst ? { topics: await oftenAsked(actor, viewer) } : undefined}
        elsewhere={total > 0}
        hrefs={{
          company: at({ scope: 'company' }),
          clear: listHref(slug, { scope: asked.scope }),
          all: at({ tab: 'all' }),
        }}
        formats={formats}
        now={machineNow()}
      />
      <Pagination
        words={{ label: ui('pages.label'), previous: ui('pages.previous'), next: ui('pages.next') }}
        previous={asked.cursor ? at({}) : undefined}
        next={list.nextCursor ? at({ cursor: list.nextCursor }) : undefined}
      />
      {total > 0 ? (
        <p className="-ml-3.5 pt-4">
          <a href={exportHref(slug, actor.membershipId, asked)} download className={buttonClasses('quiet')}>
            <DownloadIcon className="size-4" /> {t('export')}
          </a>
        </p>
      ) : null}
      {list.seesCompany ? null : <p className="pt-4 text-14 text-ink-2">{t('scope.onlyYours')}</p>}
      <Legend />
      {asked.cursor ? null : <LiveRefresh seconds={LOOK_EVERY} />}
    </>
  )
}

function totalOf({ counts }: List): number {
  return LIST_TABS.reduce((sum, tab) => sum + counts[tab], 0)
}

/** Three topics to begin with, for a company that has never asked anything. */
async function oftenAsked(actor: PartnerActor, { locale }: Viewer) {
  const topics = (await topicTree(actor, locale)).flatMap((branch) => branch.topics)
  return topics
    .filter(({ suggested, urgent }) => suggested !== null && !urgent)
    .sort((a, b) => (a.suggested ?? 0) - (b.suggested ?? 0))
    .slice(0, 3)
    .map(({ key, name }) => ({ key, name }))
}
