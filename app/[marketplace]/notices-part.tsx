import { getTranslations } from 'next-intl/server'
import { DoneForm } from '@/components/form/done-form'
import { NoticeList } from '@/components/notices/notice-list'
import { TextLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Time } from '@/components/ui/time'
import { formatsFor } from '@/lib/i18n'
import { noticeLine, noticesOf } from '@/lib/notifications'
import { ticketTitles } from '@/lib/tickets'
import type { PageContext } from '@/lib/web'
import { readNoticesAction } from './notice-actions'

type NoticesPartProps = {
  context: PageContext<'partner'> | PageContext<'staff'>
  cursor: string | undefined
}

/** What somebody was told, on whichever side; each leads to its request. */
export async function NoticesPart({ context, cursor }: NoticesPartProps) {
  const { actor, marketplace, viewer } = context
  const { notices, nextCursor } = await noticesOf(actor, { cursor })
  const titles = await ticketTitles(
    actor,
    notices.map(({ ticketId }) => ticketId),
  )
  const t = await getTranslations('notices')
  const ui = await getTranslations('ui')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const side = actor.side === 'staff' ? `/${marketplace.slug}/desk` : `/${marketplace.slug}`
  const place = actor.side === 'staff' ? side : `${side}/requests`
  const hidden = { marketplace: marketplace.slug, membershipId: actor.membershipId }
  const act = {
    action: readNoticesAction,
    small: true,
    working: ui('working'),
    done: t('readDone'),
  } as const
  const about = (ticketId: string) => {
    const title = titles.get(ticketId)
    return title
      ? { href: `${place}/${title.number}`, number: title.number, subject: title.subject, lang: title.locale }
      : null
  }
  return (
    <>
      <PageHead
        title={t('title')}
        below={
          <>
            <span>{t('text')}</span>
            <TextLink href={`${side}/me#mails`}>{t('choose')}</TextLink>
          </>
        }
        actions={
          notices.some(({ read }) => !read) ? (
            <DoneForm {...act} look="secondary" hidden={hidden} button={t('readAll')} />
          ) : undefined
        }
      />
      {notices.length === 0 ? (
        <Empty kind="nothing-yet" title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </Empty>
      ) : (
        <NoticeList
          label={t('label')}
          gone={t('gone')}
          items={notices.map((notice) => ({
            id: notice.id,
            line: noticeLine(viewer.locale, formats, notice),
            about: about(notice.ticketId),
            when: <Time at={notice.at} formats={formats} />,
            unread: notice.read ? null : t('unread'),
            act: notice.read ? null : (
              <DoneForm {...act} look="quiet" hidden={{ ...hidden, id: notice.id }} button={t('read')} />
            ),
          }))}
        />
      )}
      <Pagination
        words={{ label: t('pages.label'), previous: t('pages.previous'), next: t('pages.next') }}
        previous={cursor ? `${side}/notices` : undefined}
        next={nextCursor ? `${side}/notices?after=${nextCursor}` : undefined}
      />
    </>
  )
}
