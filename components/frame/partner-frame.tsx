import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { classes } from '@/components/ui/classes'
import { CompanyIcon, DownIcon, InboxIcon, OnCallIcon, PlusIcon } from '@/components/ui/icons'
import { Menu } from '@/components/ui/menu'
import { Bell } from './bell'
import { FrameExtras, SkipLink } from './frame-parts'
import { HelpMenu } from './help-menu'
import { Mark } from './mark'
import { MeMenu } from './me-menu'
import { PlaceLink } from './place-link'
import { type Choose, LanguageMenu } from './preferences'

export type PartnerPlace = 'requests' | 'newRequest' | 'calls' | 'company'

export type PartnerFrameProps = {
  marketplace: { name: string; slug: string }
  /** The company the reader acts for; every page names it. */
  company: { name: string }
  /** What the company's name opens, where a person has several: links or forms to the others. */
  switcher?: ReactNode
  person: { name: string }
  /** Which part this page belongs to; in a layout, which cannot know, it is left out and the address tells. */
  current?: PartnerPlace
  /** Addresses; a part without one is not shown. */
  hrefs: Partial<Record<PartnerPlace | 'help' | 'me' | 'notices', string>>
  /** Requests that wait for the partner's answer. */
  waiting?: number
  /** Calls to the company that nobody has closed. */
  calls?: number
  /** What every page says first: a maintenance that runs, a call, a contact that is missing. */
  news?: ReactNode
  /** Notices that she has not read. */
  unread?: number
  signOut: ReactNode
  chooseLanguage?: Choose
  children: ReactNode
}

const places = [
  ['requests', InboxIcon],
  ['newRequest', PlusIcon],
  ['calls', OnCallIcon],
  ['company', CompanyIcon],
] as const

/** Around every page of a partner: one bar on a desk, two on a phone, help always in the same place (WCAG 3.2.6). */
export function PartnerFrame(frame: PartnerFrameProps) {
  return (
    <div data-density="partner" className="flex min-h-dvh flex-col bg-canvas">
      <SkipLink />
      <header className="border-hairline border-b bg-surface">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-2 px-4 lg:flex-nowrap lg:gap-x-6 lg:px-6">
          <Brand {...frame} />
          <PlaceList {...frame} />
          <div className="order-2 ml-auto flex shrink-0 items-center lg:order-3">
            {frame.hrefs.notices ? <Bell href={frame.hrefs.notices} unread={frame.unread ?? 0} /> : null}
            {frame.hrefs.help ? <HelpMenu hrefs={frame.hrefs} /> : null}
            <LanguageMenu choose={frame.chooseLanguage} />
            <MeMenu
              person={{ ...frame.person, about: frame.company.name }}
              profileHref={frame.hrefs.me}
              signOut={frame.signOut}
            />
          </div>
        </div>
      </header>
      <FrameExtras />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-4 py-6 lg:px-6 lg:py-8">
        {frame.news}
        {frame.children}
      </main>
    </div>
  )
}

function Brand({ marketplace, company, switcher, hrefs }: PartnerFrameProps) {
  const t = useTranslations('frame')
  return (
    <div className="order-1 flex min-h-16 min-w-0 flex-1 items-center gap-3 lg:flex-none">
      <AppLink
        href={hrefs.requests ?? `/${marketplace.slug}`}
        aria-label={t('home', { marketplace: marketplace.name })}
        // On the narrowest screens the names need the room more.
        className="max-[379px]:hidden"
      >
        <Mark className="size-8 text-brand" />
      </AppLink>
      {switcher ? (
        <Menu
          id="company-menu"
          buttonClass="-ml-2 flex min-h-16 min-w-0 items-center gap-2 px-2 text-left hover:bg-sunken"
          button={
            <>
              <Names top={marketplace.name} below={company.name} />
              <span className="sr-only">{t('company.change')}</span>
              <DownIcon className="size-4 text-ink-2" />
            </>
          }
        >
          {switcher}
        </Menu>
      ) : (
        <Names top={marketplace.name} below={company.name} />
      )}
    </div>
  )
}

function Names({ top, below }: { top: string; below: string }) {
  return (
    <span className="grid min-w-0 leading-5">
      <span className="truncate font-strong">{top}</span>
      <span className="truncate text-14 text-ink-2">{below}</span>
    </span>
  )
}

function PlaceList({ current, hrefs, waiting, calls }: PartnerFrameProps) {
  const t = useTranslations('frame.nav')
  return (
    <nav
      aria-label={t('label')}
      className="order-3 -mx-4 w-[calc(100%+2rem)] border-hairline border-t px-4 lg:order-2 lg:mx-0 lg:w-auto lg:border-t-0 lg:px-0"
    >
      <ul className="flex flex-wrap gap-x-5 lg:gap-x-6">
        {places.map(([place, Icon]) => {
          const href = hrefs[place]
          if (!href) return null
          return (
            <li key={place}>
              <PlaceLink
                href={href}
                here={current && place === current}
                className={classes(
                  'inline-flex min-h-11 items-center gap-2 border-transparent border-b-2 text-14 no-underline lg:min-h-16',
                  'text-ink-2 hover:text-ink aria-[current]:border-brand aria-[current]:font-medium aria-[current]:text-brand',
                )}
              >
                <Icon className="size-4.5 max-sm:hidden" />
                {t(place)}
                {place === 'requests' && waiting ? (
                  <span className="rounded-chip bg-status-wait-soft px-1.5 font-medium text-12 text-status-wait tabular-nums">
                    <span aria-hidden="true">{waiting}</span>
                    <span className="sr-only">{t('waiting', { count: waiting })}</span>
                  </span>
                ) : null}
                {place === 'calls' && calls ? (
                  <span className="rounded-chip bg-status-urgent-soft px-1.5 font-medium text-12 text-status-urgent tabular-nums">
                    <span aria-hidden="true">{calls}</span>
                    <span className="sr-only">{t('openCalls', { count: calls })}</span>
                  </span>
                ) : null}
              </PlaceLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
