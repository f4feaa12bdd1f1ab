import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { BackIcon } from './icons'

type PageHeadProps = {
  title: ReactNode
  /** Where this page belongs. */
  back?: { href: string; label: string }
  /** Stamped number, topic, chips: what stands above the title. */
  above?: ReactNode
  below?: ReactNode
  actions?: ReactNode
}

/** The one h1 of a page with what identifies it. */
export function PageHead({ title, back, above, below, actions }: PageHeadProps) {
  return (
    <header className="grid gap-1.5 pb-5">
      {back ? (
        <AppLink
          href={back.href}
          className="-ml-1 inline-flex min-h-8 items-center gap-1 justify-self-start text-14 text-ink-2 no-underline hover:text-ink"
        >
          <BackIcon className="size-4" />
          {back.label}
        </AppLink>
      ) : null}
      {above ? <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-14 text-ink-2">{above}</div> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0 text-26 desk:text-20">{title}</h1>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
      {below ? <div className="flex flex-wrap items-center gap-2 text-ink-2">{below}</div> : null}
    </header>
  )
}
