import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { topicTree } from '@/lib/catalog'
import { ticketForPartner } from '@/lib/tickets'
import { pageContext } from '@/lib/web'
import { askedIn, type NewParams } from './asked'
import { DetailsStep } from './details-step'
import { findTopic } from './find-topic'
import { TopicStep } from './topic-step'

type PageProps = {
  params: Promise<{ marketplace: string }>
  searchParams: Promise<NewParams>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('newRequest'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** P3 and P4: choose a topic, then say what happened. The topic is in the address, so each step can be kept. */
export default async function NewRequest({ params, searchParams }: PageProps) {
  const { marketplace: slug } = await params
  const asked = askedIn(await searchParams)
  const { actor, viewer } = await pageContext(slug, 'partner', `/${slug}/new`)
  const followed = asked.follows ? await ticketForPartner(actor, asked.follows, viewer.locale) : null
  // What is still open is gone on with in its own thread (003-29).
  if (followed && followed.state !== 'completed') redirect(`/${slug}/requests/${followed.number}`)
  const branches = await topicTree(actor, viewer.locale)
  const chosen = findTopic(branches, asked.topic || followed?.topic.id)
  if (!chosen) return <TopicStep slug={slug} actor={actor} viewer={viewer} branches={branches} asked={asked} />
  return (
    <DetailsStep
      slug={slug}
      actor={actor}
      viewer={viewer}
      chosen={chosen}
      followed={followed}
      asked={asked}
      from={findTopic(branches, asked.from)?.topic}
    />
  )
}
