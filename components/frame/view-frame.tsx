import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FrameExtras, SkipLink } from './frame-parts'
import { Mark } from './mark'

type ViewFrameProps = {
  marketplace: { name: string }
  /** Beside the marketplace's name: the way to sign in. */
  action: ReactNode
  children: ReactNode
}

/** Around a page that only shows: nothing in it is a form, not even a menu. */
export function ViewFrame({ marketplace, action, children }: ViewFrameProps) {
  const t = useTranslations('frame')
  return (
    <div data-density="partner" className="flex min-h-dvh flex-col bg-canvas">
      <SkipLink />
      <header className="border-hairline border-b bg-surface">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3 lg:px-6">
          <p className="flex min-w-0 items-center gap-3">
            <Mark className="size-8 text-brand" />
            <span className="grid min-w-0 leading-5">
              <span className="truncate font-strong">{marketplace.name}</span>
              <span className="truncate text-14 text-ink-2">{t('support')}</span>
            </span>
          </p>
          {action}
        </div>
      </header>
      <FrameExtras />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 py-6 lg:px-6 lg:py-8">
        {children}
      </main>
    </div>
  )
}
