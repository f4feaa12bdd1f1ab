import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/form/act-form'
import { CopyButton } from '@/components/ui/copy-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { env } from '@/lib/foundation/env'
import type { Formats } from '@/lib/i18n'
import type { OwnFeed } from '@/lib/oncall/schema'
import { renewFeedAction } from './actions'

type FeedPartProps = { feed: OwnFeed | null; hidden: Record<string, string>; formats: Formats }

/** The shifts in one's own calendar: two secret addresses, to be copied, and made anew when somebody else has seen them. */
export async function FeedPart({ feed, hidden, formats }: FeedPartProps) {
  const t = await getTranslations('schedule')
  return (
    <section aria-labelledby="feed" className="grid gap-4 border-hairline border-t pt-6">
      <div className="grid max-w-prose gap-1">
        <h2 id="feed" className="text-20">
          {t('feed.title')}
        </h2>
        <p className="text-14 text-ink-2">{t('feed.text')}</p>
      </div>
      {feed
        ? (['mine', 'whole'] as const).map((which) => (
            <div key={which} className="grid gap-1">
              <label htmlFor={`feed-${which}`} className="font-medium text-14">
                {t(`feed.${which}`)}
              </label>
              <div className="flex flex-wrap items-center gap-2">
                <input
                  id={`feed-${which}`}
                  readOnly
                  value={`${env().WAYBILL_URL}${feed[which]}`}
                  className="min-h-control min-w-0 flex-1 rounded-control border border-control bg-sunken px-3 font-mono text-13 text-ink-2"
                />
                <CopyButton
                  text={`${env().WAYBILL_URL}${feed[which]}`}
                  label={t('feed.copy', { what: t(`feed.${which}`) })}
                  done={t('feed.copied')}
                />
              </div>
            </div>
          ))
        : null}
      <ActForm action={renewFeedAction} hidden={hidden} lost={t('lost')} className="justify-items-start">
        <SubmitButton look="secondary" pending={t('working')}>
          {feed ? t('feed.renew') : t('feed.make')}
        </SubmitButton>
      </ActForm>
      {feed ? <p className="text-13 text-ink-2">{t('feed.since', { when: formats.promise(feed.createdAt) })}</p> : null}
    </section>
  )
}
