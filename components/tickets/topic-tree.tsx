import { DownIcon } from '@/components/ui/icons'
import { StatusIcon } from '@/components/ui/status-icon'
import type { CategoryBranch, TopicChoice } from '@/lib/catalog/schema'
import { TopicLink, type TopicMarks } from './topic-link'

type TopicTreeProps = {
  branches: readonly CategoryBranch[]
  label: string
  href: (topic: TopicChoice) => string
  marks: TopicMarks
}

/** Categories and their topics, both in the order of the reader's alphabet (003-06, 003-07). Needs no script. */
export function TopicTree({ branches, label, href, marks }: TopicTreeProps) {
  return (
    <section aria-label={label} className="grid gap-2">
      <h2 className="font-medium">{label}</h2>
      <div className="border-hairline border-t">
        {branches.map(({ id, name, topics }) => (
          <details key={id} name="topics" className="group border-hairline border-b">
            <summary className="flex min-h-12 items-center gap-3 px-1 py-2 hover:bg-surface">
              <DownIcon className="size-4 -rotate-90 text-ink-2 transition-transform duration-state group-open:rotate-0" />
              <span className="min-w-0 flex-1 group-open:font-medium">{name}</span>
              {topics.some((topic) => topic.urgent) ? (
                <StatusIcon tone="urgent" className="size-4 text-status-urgent" />
              ) : null}
            </summary>
            <ul className="grid gap-2 pt-1 pb-4 pl-8">
              {topics.map((topic) => (
                <li key={topic.id}>
                  <TopicLink topic={topic} href={href} marks={marks} />
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  )
}
