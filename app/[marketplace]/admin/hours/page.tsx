import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EditForm } from '@/components/sla/edit-form'
import { WeekGrid } from '@/components/sla/week-grid'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PlusIcon } from '@/components/ui/icons'
import { PageHead } from '@/components/ui/page-head'
import { TabLinks } from '@/components/ui/tabs'
import { authorize } from '@/lib/authz'
import { formatsFor } from '@/lib/i18n'
import { hoursPage } from '@/lib/sla'
import { pageContext } from '@/lib/web'
import { saveCalendarAction } from './actions'
import { hoursFields } from './fields'
import { YearPart } from './year-part'

type PageProps = {
  params: Promise<{ marketplace: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('hours'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** D4: when support is at work: the week, the holidays of the year with their source, and days of our own. */
export default async function Hours({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const { calendar, year, saved } = await searchParams
  const home = `/${slug}/admin/hours`
  const { actor, viewer } = await pageContext(slug, 'staff', home)
  const page = await hoursPage(actor, {
    calendarId: typeof calendar === 'string' ? calendar : null,
    year: Number(year) || null,
    locale: viewer.locale,
  })
  if (!page) notFound()
  const t = await getTranslations('hours')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const hidden = { marketplace: slug, membershipId: actor.membershipId }
  const mayEdit = authorize(actor, 'hours.edit')
  const shown = page.calendar
  const intervals = shown?.intervals ?? [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }))
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-5 p-5">
      <PageHead
        title={t('title')}
        below={mayEdit ? t('lead') : `${t('lead')} ${t('readOnly')}`}
        actions={
          mayEdit ? (
            <ButtonLink href={`${home}?calendar=new`}>
              <PlusIcon className="size-4" /> {t('new')}
            </ButtonLink>
          ) : undefined
        }
      />
      {saved ? (
        <div role="status">
          <Banner>{t('saved')}</Banner>
        </div>
      ) : null}
      <TabLinks
        label={t('calendars')}
        tabs={[
          ...page.calendars.map(({ id, name, isDefault }) => ({
            href: `${home}?calendar=${id}`,
            label: isDefault ? t('standard', { name }) : name,
            current: shown?.id === id,
          })),
          ...(shown ? [] : [{ href: `${home}?calendar=new`, label: t('new'), current: true }]),
        ]}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Card title={t('week')}>
          <p className="pb-4 text-13 text-ink-2">{t('weekHint')}</p>
          {mayEdit ? (
            <EditForm
              key={JSON.stringify(shown)}
              action={saveCalendarAction}
              hidden={shown ? { ...hidden, calendarId: shown.id } : hidden}
              fields={hoursFields(page, { t, formats, intervals })}
              save={t('form.save')}
              working={t('form.working')}
            />
          ) : (
            <WeekGrid intervals={intervals} formats={formats} />
          )}
        </Card>
        <aside className="grid gap-3">
          {mayEdit ? (
            <Card>
              <WeekGrid intervals={intervals} formats={formats} />
            </Card>
          ) : null}
          {shown ? <p className="text-13 text-ink-2">{t('promises', { count: page.promises })}</p> : null}
        </aside>
      </div>
      {shown ? (
        <YearPart page={page} calendar={shown} home={home} hidden={hidden} formats={formats} mayEdit={mayEdit} />
      ) : null}
    </div>
  )
}
