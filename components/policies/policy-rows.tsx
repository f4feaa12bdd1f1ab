import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Tag } from '@/components/ui/chip'
import { NextIcon } from '@/components/ui/icons'
import type { PolicyListItem } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { Sentences } from './sentences'

type PolicyRowsProps = { policies: readonly PolicyListItem[]; hrefOf: (id: string) => string; formats: Formats }

/** Policies as sheets of paper, each with what it does. Server only. */
export function PolicyRows({ policies, hrefOf, formats }: PolicyRowsProps) {
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {policies.map((policy) => (
        <li key={policy.id} className="grid lg:only:col-span-2">
          <PolicyCard policy={policy} href={hrefOf(policy.id)} formats={formats} />
        </li>
      ))}
    </ul>
  )
}

function PolicyCard({ policy, href, formats }: { policy: PolicyListItem; href: string; formats: Formats }) {
  const t = useTranslations('policies')
  return (
    <article className="grid content-start gap-3 rounded-card border border-hairline bg-surface p-4">
      <header className="grid gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {policy.severity ? <Tag brand>{policy.severity}</Tag> : null}
          <h3 className="min-w-0 text-16">{policy.name}</h3>
          {policy.isDefault ? <Tag brand>{t('default')}</Tag> : null}
          {policy.archivedAt ? <Tag>{t('archivedOn', { date: formats.date(policy.archivedAt) })}</Tag> : null}
        </div>
        <p className="text-14 text-ink-2">
          {t('version', { number: policy.version })} · <Use policy={policy} formats={formats} />
        </p>
      </header>
      <div className="text-14">
        <Sentences sentences={policy.sentences} />
      </div>
      <AppLink
        href={href}
        className="inline-flex min-h-control items-center gap-1 justify-self-start font-medium text-brand no-underline hover:underline"
      >
        {t('open', { name: policy.name })} <NextIcon className="size-4" />
      </AppLink>
    </article>
  )
}

/** What it is for. */
export function Use({ policy, formats }: { policy: PolicyListItem; formats: Formats }) {
  const t = useTranslations('policies')
  const words = useTranslations('escalation.severity')
  if (policy.severity) return words(policy.severity)
  if (policy.topics.length > 0) return t('topics', { topics: formats.list(policy.topics) })
  return t(policy.isDefault ? 'topicsDefault' : 'topicsNone')
}
