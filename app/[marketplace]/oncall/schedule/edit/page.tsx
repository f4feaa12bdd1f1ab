import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/components/ui/page-head'
import { authorize } from '@/lib/authz'
import { usesOfSchedule } from '@/lib/escalation'
import { zoneCity } from '@/lib/i18n'
import { scheduleEditPage } from '@/lib/oncall'
import { pageContext } from '@/lib/web'
import { EditPanel } from './edit-panel'
import { NewSchedule } from './new-schedule-part'
import { Overview } from './overview-part'

type Asked = Record<'schedule' | 'do' | 'id', string | string[] | undefined>
type PageProps = { params: Promise<{ marketplace: string }>; searchParams: Promise<Partial<Asked>> }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('schedule'), getTranslations('frame')])
  return { title: frame('title', { page: t('edit.title'), marketplace: marketplace.name }) }
}

/** How a schedule turns: its layers, hours and overrides; each edit tells its effect before it is saved. */
export default async function EditSchedule({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const asked = await searchParams
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/schedule/edit`)
  if (!authorize(actor, 'schedule.edit')) notFound()
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
  const wanted = one(asked.schedule)
  const chosen = wanted && uuid.test(wanted) ? wanted : undefined
  const page = await scheduleEditPage(actor, { scheduleId: chosen }, usesOfSchedule)
  const hidden = { marketplace: slug, membershipId: actor.membershipId }
  const t = await getTranslations('schedule')
  const place = `/${slug}/oncall/schedule`
  const act = one(asked.do)
  if (!page && wanted) notFound()
  if (!page || act === 'new')
    return (
      <div className="w-full max-w-form">
        <PageHead title={t('new.title')} back={{ href: place, label: t('title') }} below={t('new.lead')} />
        <NewSchedule hidden={hidden} timeZone={viewer.timeZone} />
      </div>
    )
  const here = `${place}/edit?schedule=${page.scheduleId}`
  const zone = t('zone.edit', { city: zoneCity(page.timeZone) })
  if (act)
    return (
      <div className="w-full max-w-form">
        <EditPanel page={page} act={act} id={one(asked.id)} hidden={hidden} back={here} zone={zone} viewer={viewer} />
      </div>
    )
  return (
    <div className="grid gap-8">
      <PageHead
        title={t('edit.title')}
        back={{ href: `${place}?schedule=${page.scheduleId}`, label: page.name }}
        below={zone}
      />
      <Overview page={page} hidden={hidden} here={here} viewer={viewer} />
    </div>
  )
}
