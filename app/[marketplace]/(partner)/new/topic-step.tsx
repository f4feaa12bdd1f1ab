import { getTranslations } from 'next-intl/server'
import { FraudTip, LookFirst } from '@/components/help/tips'
import { YourConsultant } from '@/components/integration/your-consultant'
import { TopicPicker } from '@/components/tickets/topic-picker'
import { Banner } from '@/components/ui/banner'
import { Empty } from '@/components/ui/empty'
import { PageHead } from '@/components/ui/page-head'
import type { PartnerActor } from '@/lib/authz'
import type { CategoryBranch } from '@/lib/catalog/schema'
import { companyOf, myConsultant } from '@/lib/partners'
import { answerTimes, recentTopics } from '@/lib/tickets'
import type { Viewer } from '@/lib/web'
import { timeWords } from './answer-times'
import { type Asked, carried } from './asked'
import { findTopic } from './find-topic'

type TopicStepProps = {
  slug: string
  actor: PartnerActor
  viewer: Viewer
  branches: readonly CategoryBranch[]
  asked: Asked
}

/** The topic that takes what fits nowhere else. */
const GENERAL = 'general-question'

/** P3: which topic (003-06 to 003-08, 004-07), searched for on a phone's first screen; below it one issue per request (000-03). */
export async function TopicStep({ slug, actor, viewer, branches, asked }: TopicStepProps) {
  const t = await getTranslations('newRequest')
  const [times, recent, company] = await Promise.all([answerTimes(actor), recentTopics(actor), companyOf(actor)])
  // Whoever is live has technical support instead (000-02, 000-09).
  const consultant = company.lifecycle === 'onboarding' ? await myConsultant(actor) : null
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  return (
    <div className="mx-auto max-w-form">
      <PageHead above={t('step', { step: 1, steps: 2 })} title={t('topic.title')} />
      <div className="mb-6 grid gap-3">
        <p className="text-ink-2">
          {t('topic.why')} {t('topic.example')}
        </p>
        {consultant ? <YourConsultant consultant={consultant} /> : null}
        <LookFirst slug={slug} />
        {asked.follows ? <Banner>{t('topic.following', { number: asked.follows })}</Banner> : null}
        {asked.from ? <Banner>{t('topic.textKept')}</Banner> : null}
      </div>
      {branches.length === 0 ? (
        <Empty kind="nothing-yet" title={t('topic.empty')}>
          {t('topic.emptyText')}
        </Empty>
      ) : (
        <TopicPicker
          branches={branches}
          locale={viewer.locale}
          query={asked.query}
          path={`/${slug}/new`}
          carry={carried(asked)}
          recent={recent}
          general={findTopic(branches, GENERAL)?.topic}
          marks={{ urgent: t('topic.urgent'), liveOnly: t('topic.liveOnly'), times: await timeWords(times) }}
          words={{
            label: t('topic.search'),
            hint: t('topic.searchHint'),
            find: t('topic.find'),
            results: t('topic.results'),
            all: t('topic.all'),
            none: t('topic.none'),
            noneText: t('topic.noneText'),
            suggested: t('topic.suggested'),
            recent: t('topic.recent'),
            unsure: t('topic.unsure'),
            unsureText: t('topic.unsureText'),
          }}
        />
      )}
      <div className="mt-8 grid gap-3">
        <p className="text-ink-2">{t.rich('topic.oneIssue', { b })}</p>
        <FraudTip slug={slug} />
      </div>
    </div>
  )
}
