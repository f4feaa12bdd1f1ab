import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlainForm } from '@/components/oncall/plain-form'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { formatsFor, zoneCity } from '@/lib/i18n'
import { coverForm, schedulePage } from '@/lib/oncall'
import { pageContext } from '@/lib/web'
import { askCoverAction } from '../actions'
import { localText } from '../local-text'

type Asked = { schedule?: string | string[]; from?: string | string[]; to?: string | string[] }
type PageProps = { params: Promise<{ marketplace: string }>; searchParams: Promise<Asked> }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'staff')
  const [t, frame] = await Promise.all([getTranslations('schedule'), getTranslations('frame')])
  return { title: frame('title', { page: t('cover.title'), marketplace: marketplace.name }) }
}

/** "Who covers me?": a stretch of one's own shift, somebody or anybody, and why. */
export default async function AskCover({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const asked = await searchParams
  const { actor, viewer } = await pageContext(slug, 'staff', `/${slug}/oncall/schedule/cover`)
  const one = (value: Asked[keyof Asked]) => (typeof value === 'string' ? value : undefined)
  const wanted = one(asked.schedule)
  const named = wanted && uuid.test(wanted) ? wanted : (await schedulePage(actor, {}))?.scheduleId
  const form = named ? await coverForm(actor, { scheduleId: named }) : null
  if (!form) notFound()
  const t = await getTranslations('schedule')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const [next] = form.shifts
  return (
    <div className="w-full max-w-form">
      <PageHead
        title={t('cover.title')}
        back={{ href: `/${slug}/oncall/schedule?schedule=${form.scheduleId}`, label: form.name }}
        below={next ? t('cover.lead') : undefined}
      />
      {next ? (
        <PlainForm
          action={askCoverAction}
          hidden={{ marketplace: slug, membershipId: actor.membershipId, scheduleId: form.scheduleId }}
          words={{ send: t('cover.send'), working: t('working'), lost: t('lost') }}
          fields={[
            {
              kind: 'datetime-local',
              name: 'from',
              label: t('cover.from'),
              hint: t('yourTime', { city: zoneCity(viewer.timeZone) }),
              value: one(asked.from) ?? localText(viewer.timeZone, next.from),
              required: true,
              half: true,
            },
            {
              kind: 'datetime-local',
              name: 'to',
              label: t('cover.to'),
              hint: t('yourTime', { city: zoneCity(viewer.timeZone) }),
              value: one(asked.to) ?? localText(viewer.timeZone, next.to),
              required: true,
              half: true,
            },
            {
              kind: 'select',
              name: 'askedId',
              label: t('cover.who'),
              hint: t('cover.whoHint'),
              options: [
                { value: '', label: t('cover.anybody') },
                ...[...form.colleagues]
                  .sort((a, b) => formats.compare(a.name, b.name))
                  .map(({ membershipId, name }) => ({ value: membershipId, label: name })),
              ],
            },
            { kind: 'area', name: 'note', label: t('cover.note'), optional: t('optional') },
          ]}
        />
      ) : (
        <Empty kind="all-done" title={t('cover.none')}>
          {t('cover.noneText')}
        </Empty>
      )}
    </div>
  )
}
