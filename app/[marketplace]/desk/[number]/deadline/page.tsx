import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ExplainWay } from '@/components/sla/explain-way'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { StampedNumber } from '@/components/ui/stamped-number'
import { formatsFor, zoneCity } from '@/lib/i18n'
import type { ExplainedClock } from '@/lib/sla'
import { deadlinesForStaff } from '@/lib/tickets'
import { pageContext } from '@/lib/web'

type PageProps = { params: Promise<{ marketplace: string; number: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace: slug, number } = await params
  const { marketplace } = await pageContext(slug, 'staff')
  const [t, frame] = await Promise.all([getTranslations('promises.explain'), getTranslations('frame')])
  return { title: frame('title', { page: `${number} · ${t('title')}`, marketplace: marketplace.name }) }
}

/** Why the deadlines of a request lie where they lie: each stretch of time, counted or not, and why. */
export default async function Deadline({ params }: PageProps) {
  const { marketplace: slug, number } = await params
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/desk/${number}/deadline`)
  const page = await deadlinesForStaff(actor, number)
  if (!page) notFound()
  const t = await getTranslations('promises.explain')
  const clocks = await getTranslations('desk.clocks')
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-5 p-5">
      <PageHead
        title={t('title')}
        back={{ href: `/${slug}/desk/${page.number}`, label: t('back', { number: page.number }) }}
        above={
          <>
            <StampedNumber>{page.number}</StampedNumber>
            <span lang={page.locale}>{page.subject}</span>
          </>
        }
        below={t('lead')}
      />
      {page.clocks.length === 0 ? <Empty kind="nothing-yet" title={t('none')} /> : null}
      {page.clocks.map((clock) => {
        const formats = formatsFor(viewer.locale, clock.timeZone)
        return (
          <Card key={clock.kind} title={clocks(clock.kind)}>
            <p className="pb-4 text-16">
              {t.rich(standing(clock), {
                when: clock.dueAt ? formats.promise(clock.dueAt) : '',
                b: (chunks) => <b className="font-strong">{chunks}</b>,
              })}
            </p>
            <ExplainWay way={clock} formats={formats} label={clocks(clock.kind)} />
            <p className="pt-3 text-13 text-ink-2">{t('zone', { place: zoneCity(clock.timeZone) })}</p>
          </Card>
        )
      })}
    </div>
  )
}

function standing({ view }: ExplainedClock) {
  if (view.state === 'running') return 'running'
  if (view.state === 'breached') return 'overdue'
  if (view.kept === false) return view.state === 'met' ? 'metLate' : 'overdue'
  return view.state === 'paused' ? 'stands' : view.state === 'met' ? 'met' : 'closed'
}
