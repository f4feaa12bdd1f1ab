import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FrameExtras, SkipLink } from './frame-parts'
import { Mark } from './mark'
import { LanguageMenu } from './preferences'
import { Specimen } from './specimen'

export type SignInFrameProps = {
  /** Absent on pages outside a marketplace. */
  marketplace?: { name: string; slug: string }
  title: ReactNode
  /** A sentence under the title. */
  lead?: ReactNode
  children: ReactNode
}

/** Around sign-in, invitations and resets: the form, and beside it what the portal promises. */
export function SignInFrame({ marketplace, title, lead, children }: SignInFrameProps) {
  const t = useTranslations('frame')
  return (
    <div data-density="partner" className="grid min-h-dvh bg-canvas lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <SkipLink />
      <aside className="hidden bg-rail p-12 lg:flex lg:flex-col lg:items-center lg:justify-center lg:gap-10">
        <div data-theme="dark" className="grid w-full max-w-md gap-3 text-ink">
          <p className="font-strong text-26">{t('signIn.promise')}</p>
          <p className="text-ink-2">{t('signIn.explain')}</p>
        </div>
        <Specimen />
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="flex items-center justify-between gap-3 px-4 py-3 lg:px-8">
          <p className="flex min-w-0 items-center gap-3">
            <Mark className="size-8 text-brand" />
            <span className="grid min-w-0 leading-5">
              <span className="truncate font-strong">{marketplace?.name}</span>
              <span className="truncate text-14 text-ink-2">{t('support')}</span>
            </span>
          </p>
          <LanguageMenu wordy />
        </header>
        <FrameExtras />
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-md flex-1 px-4 py-8 lg:pt-[18dvh]">
          <h1 className="text-26">{title}</h1>
          {lead ? <p className="mt-2 text-ink-2">{lead}</p> : null}
          <div className="mt-6 grid gap-5">{children}</div>
        </main>
        <footer className="px-4 pb-6 text-center text-14 text-ink-2 lg:hidden">{t('signIn.promise')}</footer>
      </div>
    </div>
  )
}
