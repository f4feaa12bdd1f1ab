import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TopicPicker } from '@/components/tickets/topic-picker'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import { topicTree } from '@/lib/catalog'
import { pageContext } from '@/lib/web'
import { DetailsStep } from './details-step'
import { findTopic } from './find-topic'

type PageProps = {
  params: Promise<{ marketplace: string }>
  searchParams: Promise<{ topic?: string | string[]; q?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('newRequest'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** P3 and P4: choose a topic, then say what happened. The topic is in the address, so each step can be kept. */
export default async function NewRequest({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const { topic, q } = await searchParams
  const { actor, viewer } = await pageContext(slug, 'partner', `/${slug}/new`)
  const branches = await topicTree(actor, viewer.locale)
  const chosen = findTopic(branches, topic)
  if (chosen) return <DetailsStep slug={slug} actor={actor} viewer={viewer} chosen={chosen} />

  const t = await getTranslations('newRequest')
  const href = `/${slug}/new?topic=`
  return (
    <div className="mx-auto max-w-form">
      <PageHead above={<Step step={1} />} title={t('topic.title')} />
      <p className="text-ink-2">{t('topic.why')}</p>
      <p className="mb-6 text-ink-2">{t('topic.example')}</p>
      {branches.length === 0 ? (
        <Empty kind="nothing-yet" title={t('topic.empty')}>
          {t('topic.emptyText')}
        </Empty>
      ) : (
        <TopicPicker
          branches={branches}
          locale={viewer.locale}
          query={typeof q === 'string' ? q.slice(0, 200) : ''}
          href={href}
          words={{
            label: t('topic.search'),
            hint: t('topic.searchHint'),
            find: t('topic.find'),
            results: t('topic.results'),
            all: t('topic.all'),
            none: t('topic.none'),
            noneText: t('topic.noneText'),
            urgent: t('topic.urgent'),
          }}
        />
      )}
    </div>
  )
}

async function Step({ step }: { step: number }) {
  const t = await getTranslations('newRequest')
  return t('step', { step, steps: 2 })
}
