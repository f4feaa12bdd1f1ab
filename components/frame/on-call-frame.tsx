import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Bell } from './bell'
import { FrameExtras, SkipLink } from './frame-parts'
import { MeMenu } from './me-menu'
import { PlaceLink } from './place-link'
import type { Choose } from './preferences'

const places = ['queue', 'schedule', 'policies', 'alerts', 'phone', 'desk'] as const
export type OnCallPlace = (typeof places)[number]

export type OnCallFrameProps = {
  marketplace: { name: string; slug: string }
  person: { name: string }
  /** Addresses; a part without one is not shown. */
  hrefs: Partial<Record<OnCallPlace | 'me' | 'notices', string>>
  /** Whether the reader is on call now and until when, as one short line. */
  status?: ReactNode
  /** Notices that the reader has not read. */
  unread?: number
  signOut: ReactNode
  chooseLanguage?: Choose
  children: ReactNode
}

/** Around the pages of an engineer on call: dark at any hour, large targets, nothing that moves or shouts. */
export function OnCallFrame(frame: OnCallFrameProps) {
  const t = useTranslations('frame')
  const addresses = places.flatMap((place) => frame.hrefs[place] ?? [])
  return (
    <div data-theme="dark" data-density="call" className="flex min-h-dvh flex-col bg-canvas text-ink">
      <SkipLink />
      <header className="border-hairline border-b">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-5 px-4">
          <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 py-3">
            <b className="font-strong">{t('onCall.title')}</b>
            <span className="text-14 text-ink-2">{frame.status ?? frame.marketplace.name}</span>
          </div>
          {frame.hrefs.notices ? <Bell href={frame.hrefs.notices} unread={frame.unread ?? 0} /> : null}
          <MeMenu
            withLanguage
            person={{ ...frame.person, about: frame.marketplace.name }}
            profileHref={frame.hrefs.me}
            chooseLanguage={frame.chooseLanguage}
            signOut={frame.signOut}
          />
        </div>
        <nav aria-label={t('nav.label')} className="mx-auto max-w-5xl px-4">
          {/* Three to a row on a phone: every entry is there, and none is under the thumb of another. */}
          <ul className="grid grid-cols-3 gap-x-3 pb-1 sm:flex sm:flex-wrap sm:gap-x-6 sm:pb-0">
            {places.map((place) => {
              const href = frame.hrefs[place]
              if (!href) return null
              return (
                <li key={place} className="flex">
                  <PlaceLink
                    href={href}
                    others={addresses}
                    className="inline-flex min-h-11 items-center border-transparent border-b-2 text-14 text-ink-2 no-underline hover:text-ink aria-[current]:border-brand aria-[current]:font-medium aria-[current]:text-brand sm:min-h-control sm:text-16"
                  >
                    {t(`onCall.${place}`)}
                  </PlaceLink>
                </li>
              )
            })}
          </ul>
        </nav>
      </header>
      <FrameExtras />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-5xl flex-1 px-4 py-6">
        {frame.children}
      </main>
    </div>
  )
}
