import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { uploaderWords } from '@/components/attachments/uploader-words'
import { draftWords } from '@/components/form/draft-words'
import { ReplyPromise } from '@/components/tickets/reply-promise'
import { RequestForm } from '@/components/tickets/request-form'
import { topicPath } from '@/components/tickets/topic-path'
import { TextLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { uploadLimits, waitingUploads } from '@/lib/attachments'
import type { PartnerActor } from '@/lib/authz'
import { type FoundTopic, formOfTopic, type TopicChoice } from '@/lib/catalog'
import { newId } from '@/lib/foundation/ids'
import { formatsFor } from '@/lib/i18n'
import { companyOf } from '@/lib/partners'
import { CONDITIONS, cooldownOf, isLive, type PartnerTicket, promiseBefore, similarOpen } from '@/lib/tickets'
import type { Viewer } from '@/lib/web'
import { addToRequestAction, openTicketAction } from './actions'
import type { Asked } from './asked'
import { Follows, Gate, NotLive, Similar, Waiting } from './before-writing'
import { formWords, insteadWords } from './form-words'
import { startOf } from './start-of'

type DetailsStepProps = {
  slug: string
  actor: PartnerActor
  viewer: Viewer
  chosen: FoundTopic
  followed: PartnerTicket | null
  asked: Asked
  /** Where the text was written before the topic was changed. */
  from: TopicChoice | undefined
}

/** P4 and P5, and for an urgent topic the gate of P7 before them. */
export async function DetailsStep({ slug, actor, viewer, chosen, followed, asked, from }: DetailsStepProps) {
  const { topic, category } = chosen
  const t = await getTranslations('newRequest')
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  const change = `/${slug}/new?${new URLSearchParams({ ...(followed && { follows: followed.number }), from: topic.key })}`
  const head = (
    <PageHead
      above={t('step', { step: 2, steps: 2 })}
      title={t('details.title')}
      below={
        <>
          <span>{topicPath({ categoryName: category.name, name: topic.name })}</span>
          <TextLink href={change}>{t('topic.change')}</TextLink>
        </>
      }
    />
  )
  if (topic.liveOnly && !isLive(await companyOf(actor)))
    return (
      <div className="mx-auto max-w-form">
        {head}
        <NotLive actor={actor} href={`/${slug}/new`} />
      </div>
    )
  const place = followed ? `follow:${followed.id}` : `new:${topic.id}`
  const left = !followed && from && from.id !== topic.id ? `new:${from.id}` : undefined
  const [form, limits, due, similar, cooldown] = await Promise.all([
    formOfTopic(actor, topic.id, viewer.locale),
    uploadLimits(actor),
    promiseBefore(actor, topic.id),
    similarOpen(actor, topic.id),
    cooldownOf(actor, topic.id),
  ])
  const { brought, start, moved } = await startOf(actor, {
    place,
    moved: left,
    form,
    like: asked.like,
    subject: asked.subject || followed?.subject || '',
    userAgent: (await headers()).get('user-agent'),
  })
  const files = await waitingUploads(actor, [brought?.written.attachmentIds ?? start.attachmentIds ?? []].flat())
  const hidden = { marketplace: slug, membershipId: actor.membershipId }
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  return (
    <div className="mx-auto max-w-form">
      {head}
      <div className="mb-6 grid gap-3">
        {followed ? <Follows slug={slug} number={followed.number} subject={followed.subject} /> : null}
        <p className="text-ink-2">{t.rich('details.oneIssue', { b })}</p>
        {cooldown ? <Waiting slug={slug} cooldown={cooldown} until={formats.time(cooldown.until)} /> : null}
        <Similar slug={slug} found={similar.filter(({ number }) => number !== cooldown?.number)} formats={formats} />
      </div>
      <RequestForm
        action={openTicketAction}
        hidden={{ ...hidden, topicId: topic.id, ...(followed && { followsId: followed.id }) }}
        submissionKey={newId()}
        draft={place}
        server={{ slug, membershipId: actor.membershipId, brought }}
        moved={moved}
        start={start}
        files={files}
        form={form}
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
        draftWords={await draftWords()}
        instead={{
          action: addToRequestAction,
          hidden,
          submissionKey: newId(),
          href: `/${slug}/requests/`,
          words: await insteadWords(),
        }}
        gate={topic.urgent ? <Gate slug={slug} /> : null}
      >
        <ReplyPromise due={due} formats={formats} urgent={topic.urgent} />
      </RequestForm>
    </div>
  )
}
