import { AppLink } from '@/components/ui/app-link'
import { NextIcon } from '@/components/ui/icons'
import { StatusIcon } from '@/components/ui/status-icon'
import type { TopicChoice } from '@/lib/catalog/schema'

/** What is said beside every topic; `times` by the topic's id, as "answered within 8 working hours" (002-10). */
export type TopicMarks = { urgent: string; liveOnly: string; times: Readonly<Record<string, string>> }

type TopicLinkProps = {
  topic: TopicChoice
  about?: string
  href: (topic: TopicChoice) => string
  marks: TopicMarks
  /** Without the help line: for lists of what is known or often chosen. */
  brief?: boolean
}

/** One topic to choose: its name, what it is for, when it is answered, and a sign where people are woken for it. */
export function TopicLink({ topic, about, href, marks, brief }: TopicLinkProps) {
  // Who is woken at night does not count in working hours.
  const time = topic.urgent ? '' : marks.times[topic.id]
  return (
    <AppLink
      href={href(topic)}
      className="flex min-h-control items-center gap-3 rounded-card border border-control bg-surface px-3.5 py-2.5 no-underline hover:border-brand hover:bg-brand-soft"
    >
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{topic.name}</span>
          {about ? <span className="text-13 text-ink-2">{about}</span> : null}
          {topic.urgent ? (
            <span className="inline-flex items-center gap-1 font-medium text-13 text-status-urgent">
              <StatusIcon tone="urgent" /> {marks.urgent}
            </span>
          ) : null}
        </span>
        {topic.help && !brief ? <span className="block text-14 text-ink-2">{topic.help}</span> : null}
        {time || topic.liveOnly ? (
          <span className="block text-13 text-ink-2">
            {[time, topic.liveOnly ? marks.liveOnly : ''].filter(Boolean).join(' · ')}
          </span>
        ) : null}
      </span>
      <NextIcon className="size-4 shrink-0 text-ink-2" />
    </AppLink>
  )
}
