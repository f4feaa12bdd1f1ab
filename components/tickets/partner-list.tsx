import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { RailList, RailRow } from '@/components/ui/rail-row'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { PartnerList as List, PartnerRow } from '@/lib/tickets/schema'
import { toneOf } from './ticket-tone'
import { topicPath } from './topic-path'

type PartnerListProps = {
  list: List
  slug: string
  /** Nobody in this company has ever asked anything. */
  isFirst: boolean
  /** The same tab for the whole company. */
  companyHref: string
  formats: Formats
  now: Date
}

/** The rows of a partner's list, or which kind of empty it is. */
export function PartnerList(props: PartnerListProps) {
  const t = useTranslations('requests')
  const { list, slug } = props
  if (list.rows.length === 0) return <NoRows {...props} />
  return (
    <RailList label={t(`tabs.${list.tab}`)}>
      {list.rows.map((row) => (
        <RailRow
          key={row.id}
          href={`/${slug}/requests/${row.number}`}
          tone={toneOf(row.state, row.completedReason)}
          status={t(`state.${row.state}`)}
          number={row.number}
          title={row.subject}
          about={<About row={row} />}
          when={<When row={row} {...props} />}
          late={isLate(row, props.now)}
          files={row.hasFiles ? t('row.files') : undefined}
        />
      ))}
    </RailList>
  )
}

function isLate({ dueAt }: PartnerRow, now: Date): boolean {
  return dueAt !== null && dueAt < now
}

function About({ row }: { row: PartnerRow }) {
  const t = useTranslations('requests.row')
  const urgent = row.claim === 'claimed' || row.claim === 'confirmed'
  return (
    <>
      {urgent ? <b className="text-status-urgent">{t('urgent')} · </b> : null}
      {topicPath(row.topic)}
      {row.openedBy.mine ? null : ` · ${row.openedBy.name}`}
    </>
  )
}

function When({ row, formats, now }: { row: PartnerRow; formats: Formats; now: Date }) {
  const t = useTranslations('requests.row')
  const at = row.dueAt ?? row.updatedAt
  const time = <Time plain at={at} formats={formats} as="short" now={now} />
  if (!row.dueAt) return time
  return t.rich(isLate(row, now) ? 'late' : 'due', { when: () => time })
}

function NoRows({ list, slug, isFirst, companyHref }: PartnerListProps) {
  const t = useTranslations('requests')
  const first = (
    <ButtonLink look="primary" href={`/${slug}/new`}>
      {t('new')}
    </ButtonLink>
  )
  if (isFirst)
    return (
      <Empty kind="nothing-yet" title={t('empty.first.title')} action={first}>
        {t('empty.first.text')}
      </Empty>
    )
  if (list.scope === 'mine' && list.seesCompany)
    return (
      <Empty
        kind="no-match"
        title={t('empty.mine.title')}
        action={<ButtonLink href={companyHref}>{t('empty.mine.action')}</ButtonLink>}
      >
        {t('empty.mine.text')}
      </Empty>
    )
  return (
    <Empty kind={list.tab === 'closed' ? 'nothing-yet' : 'all-done'} title={t(`empty.${list.tab}.title`)}>
      {t(`empty.${list.tab}.text`)}
    </Empty>
  )
}
