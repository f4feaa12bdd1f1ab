import { useTranslations } from 'next-intl'
import { ButtonLink, TextLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { RailList, RailRow } from '@/components/ui/rail-row'
import { StarsGiven } from '@/components/ui/stars'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { PartnerList as List, PartnerRow } from '@/lib/tickets/schema'
import { MarkedText } from './marked-text'
import { toneOf } from './ticket-tone'
import { topicPath } from './topic-path'

type PartnerListProps = {
  list: List
  slug: string
  /** Nobody in this company has ever asked anything: what others often begin with. */
  first: { topics: readonly { key: string; name: string }[] } | undefined
  /** Another tab holds what this one lacks. */
  elsewhere: boolean
  hrefs: { company: string; clear: string; all: string }
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
          title={row.found ? <MarkedText pieces={row.found.subject} /> : row.subject}
          about={<About row={row} />}
          when={<When row={row} {...props} />}
          late={isLate(row, props.now)}
          unread={row.unread ? t('row.unread') : undefined}
          files={row.hasFiles ? t('row.files') : undefined}
          below={<Below row={row} />}
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

/** Whose turn it is, and until when; of what is closed, since when. */
function When({ row, formats, now }: { row: PartnerRow; formats: Formats; now: Date }) {
  const t = useTranslations('requests')
  const at = row.dueAt ?? row.updatedAt
  const time = <Time plain at={at} formats={formats} as="short" now={now} />
  if (row.turn === 'nobody') return time
  return (
    <>
      {t(`turn.${row.turn}`)} ·{' '}
      {row.dueAt ? t.rich(isLate(row, now) ? 'row.late' : 'row.due', { when: () => time }) : time}
    </>
  )
}

/** What a search met, else what the support said last and how it was rated (004-12). */
function Below({ row }: { row: PartnerRow }) {
  const t = useTranslations('requests')
  if (row.found?.excerpt) {
    return (
      <>
        {t('found.excerpt')} <MarkedText pieces={row.found.excerpt} />
      </>
    )
  }
  if (row.lastWords === null && row.stars === null) return null
  return (
    <>
      {row.stars === null ? null : (
        <span className="mr-2 inline-block align-middle">
          <StarsGiven count={row.stars} label={t('row.stars', { stars: row.stars })} />
        </span>
      )}
      {row.lastWords === null ? null : `${t('row.lastWords')} ${row.lastWords}`}
    </>
  )
}

function NoRows({ list, slug, first, elsewhere, hrefs }: PartnerListProps) {
  const t = useTranslations('requests')
  if (first) return <NothingYet slug={slug} topics={first.topics} />
  if (list.filtered) {
    const here = elsewhere ? 'here' : 'match'
    return (
      <Empty
        kind="no-match"
        title={t(`empty.${here}.title`)}
        action={
          <>
            {elsewhere ? <ButtonLink href={hrefs.all}>{t('empty.here.all')}</ButtonLink> : null}
            <ButtonLink href={hrefs.clear}>{t('empty.match.clear')}</ButtonLink>
          </>
        }
      >
        {t(`empty.${here}.text`)}
      </Empty>
    )
  }
  if (list.scope === 'mine' && list.seesCompany)
    return (
      <Empty
        kind="no-match"
        title={t('empty.mine.title')}
        action={<ButtonLink href={hrefs.company}>{t('empty.mine.action')}</ButtonLink>}
      >
        {t('empty.mine.text')}
      </Empty>
    )
  const tab = list.tab === 'all' ? 'closed' : list.tab
  return (
    <Empty kind={tab === 'closed' ? 'nothing-yet' : 'all-done'} title={t(`empty.${tab}.title`)}>
      {t(`empty.${tab}.text`)}
    </Empty>
  )
}

function NothingYet({ slug, topics }: { slug: string; topics: readonly { key: string; name: string }[] }) {
  const t = useTranslations('requests')
  return (
    <Empty
      kind="nothing-yet"
      title={t('empty.first.title')}
      action={
        <ButtonLink look="primary" href={`/${slug}/new`}>
          {t('new')}
        </ButtonLink>
      }
    >
      <p>{t('empty.first.text')}</p>
      {topics.length > 0 ? (
        <div className="mt-3">
          <h3 className="font-medium">{t('empty.first.topics')}</h3>
          <ul>
            {topics.map(({ key, name }) => (
              <li key={key}>
                <TextLink
                  href={`/${slug}/new?topic=${encodeURIComponent(key)}`}
                  className="inline-flex min-h-8 items-center"
                >
                  {name}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Empty>
  )
}
