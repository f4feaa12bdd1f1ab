import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import type { Scope } from '@/lib/tickets/schema'

/** Everybody's in the company, or the reader's own: two addresses. */
export function ScopeChoice({ scope, hrefOf }: { scope: Scope; hrefOf: (scope: Scope) => string }) {
  const t = useTranslations('requests.scope')
  return (
    <nav aria-label={t('label')}>
      <ul className="inline-flex rounded-control border border-control">
        {(['company', 'mine'] as const).map((each) => (
          <li key={each}>
            <AppLink
              href={hrefOf(each)}
              aria-current={each === scope ? 'true' : undefined}
              className="flex min-h-9 items-center rounded-control px-3 text-14 text-ink-2 no-underline hover:text-ink aria-[current]:bg-brand-soft aria-[current]:font-medium aria-[current]:text-brand"
            >
              {t(each)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
