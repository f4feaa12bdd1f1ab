import { getTranslations } from 'next-intl/server'
import { uploaderWords } from '@/components/attachments/uploader-words'
import { ReplyPromise } from '@/components/tickets/reply-promise'
import { RequestForm } from '@/components/tickets/request-form'
import { topicPath } from '@/components/tickets/topic-path'
import { Banner } from '@/components/ui/banner'
import { TextLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { uploadLimits } from '@/lib/attachments'
import type { PartnerActor } from '@/lib/authz'
import type { FoundTopic } from '@/lib/catalog/schema'
import { newId } from '@/lib/foundation/ids'
import { formatsFor } from '@/lib/i18n'
import { promiseBefore } from '@/lib/tickets'
import { CONDITIONS } from '@/lib/tickets/schema'
import type { Viewer } from '@/lib/web'
import { openTicketAction } from './actions'
import { formWords } from './form-words'

type DetailsStepProps = {
  slug: string
  actor: PartnerActor
  viewer: Viewer
  chosen: FoundTopic
}

/** Minutes within which somebody assesses a claim before the engineer on call is alerted anyway (words.md, Decided). */
const ASSESSMENT_MINUTES = 15

/** P4 and P5, and for an urgent topic the gate of P7 before them. */
export async function DetailsStep({ slug, actor, viewer, chosen: { topic, category } }: DetailsStepProps) {
  const t = await getTranslations('newRequest')
  const limits = await uploadLimits(actor)
  const due = await promiseBefore(actor, topic.id)
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  return (
    <div className="mx-auto max-w-form">
      <PageHead
        above={t('step', { step: 2, steps: 2 })}
        title={t('details.title')}
        below={
          <>
            <span>{topicPath({ categoryName: category.name, name: topic.name })}</span>
            <TextLink href={`/${slug}/new`}>{t('topic.change')}</TextLink>
          </>
        }
      />
      <p className="mb-6 text-ink-2">{t.rich('details.oneIssue', { b })}</p>
      <RequestForm
        action={openTicketAction}
        hidden={{ marketplace: slug, membershipId: actor.membershipId, topicId: topic.id }}
        submissionKey={newId()}
        draft={`new:${topic.id}`}
        conditions={
          topic.urgent
            ? CONDITIONS.map((value) => ({
                value,
                label: t(`claim.condition.${value}`),
                example: t(`claim.example.${value}`),
              }))
            : undefined
        }
        uploader={{
          address: `/${slug}/api/uploads?membershipId=${actor.membershipId}`,
          limits,
          locale: viewer.locale,
          words: await uploaderWords(limits),
        }}
        words={await formWords(topic.urgent)}
        gate={topic.urgent ? <Gate slug={slug} /> : null}
      >
        <ReplyPromise due={due} formats={formatsFor(viewer.locale, viewer.timeZone)} />
      </RequestForm>
    </div>
  )
}

/** What claiming sets in motion, said before it is done. */
async function Gate({ slug }: { slug: string }) {
  const t = await getTranslations('newRequest.claim')
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  return (
    <>
      <TextLink href={`/${slug}/new`}>{t('none')}</TextLink>
      <Banner tone="wait" title={t('nextTitle')}>
        <ul className="grid gap-1.5">
          <li>{t.rich('nextDay', { b, minutes: ASSESSMENT_MINUTES })}</li>
          <li>{t.rich('nextNight', { b })}</li>
          <li>{t('nextEnd')}</li>
        </ul>
      </Banner>
    </>
  )
}
