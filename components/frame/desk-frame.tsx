import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { classes } from '@/components/ui/classes'
import {
  BellIcon,
  HelpIcon,
  InboxIcon,
  OnCallIcon,
  PeopleIcon,
  ReportsIcon,
  SearchIcon,
  SettingsIcon,
  UrgentIcon,
  ViewsIcon,
} from '@/components/ui/icons'
import { jetBrainsMono } from './fonts-mono'
import { FrameExtras, SkipLink } from './frame-parts'
import { Mark } from './mark'
import { MeMenu } from './me-menu'
import { PlaceLink } from './place-link'
import type { Choose } from './preferences'

export type DeskPlace = 'inbox' | 'urgent' | 'search' | 'views' | 'onCall' | 'reports' | 'people' | 'settings'

export type DeskFrameProps = {
  marketplace: { name: string; slug: string }
  person: { name: string; about?: string }
  current?: DeskPlace
  /** Addresses; a part without one is not shown. */
  hrefs: Partial<Record<DeskPlace | 'help' | 'me' | 'notices', string>>
  /** How many are open there; 0 shows nothing. */
  counts?: Partial<Record<DeskPlace, number>>
  /** Notices that she has not read. */
  unread?: number
  signOut: ReactNode
  chooseLanguage?: Choose
  /** In the rail above the person's menu: the list of keys. */
  extra?: ReactNode
  children: ReactNode
}

const places = [
  ['inbox', InboxIcon],
  ['urgent', UrgentIcon],
  ['search', SearchIcon],
  ['views', ViewsIcon],
  ['onCall', OnCallIcon],
  ['reports', ReportsIcon],
  ['people', PeopleIcon],
  ['settings', SettingsIcon],
] as const

const button =
  'group/rail relative grid size-10 place-items-center rounded-control text-on-rail hover:bg-on-rail/15 ' +
  'aria-[current]:bg-rail-active aria-[current]:text-on-urgent focus-visible:outline-on-rail md:size-9'

/** Around every page of an agent: a dark rail of 52 px at the left, on a narrow screen along the top. */
export function DeskFrame(frame: DeskFrameProps) {
  const t = useTranslations('frame')
  return (
    <div
      data-density="desk"
      className={classes(
        jetBrainsMono.variable,
        'flex min-h-dvh flex-col bg-canvas md:grid md:grid-cols-[52px_minmax(0,1fr)]',
      )}
    >
      <SkipLink />
      <nav
        aria-label={t('nav.label')}
        className="sticky top-0 z-30 flex items-center gap-0.5 bg-rail px-1.5 py-1.5 md:h-dvh md:flex-col md:gap-1.5 md:px-2 md:py-3"
      >
        <span className="hidden pb-2 text-on-rail md:block">
          <Mark className="size-6" />
          <span className="sr-only">{frame.marketplace.name}</span>
        </span>
        <ul className="flex gap-0.5 md:flex-col md:gap-1.5">
          {places.map(([place, Icon]) => {
            const href = frame.hrefs[place]
            const count = frame.counts?.[place] ?? 0
            if (!href) return null
            return (
              <li key={place}>
                <PlaceLink
                  href={href}
                  others={Object.values(frame.hrefs)}
                  also={place === 'people' ? parentOf(href) : undefined}
                  className={button}
                >
                  <Icon />
                  <RailWord word={t(`desk.${place}`)} count={count > 0 ? t('desk.open', { count }) : undefined} />
                  {count > 0 ? <Badge count={count} urgent={place === 'urgent' || place === 'onCall'} /> : null}
                </PlaceLink>
              </li>
            )
          })}
        </ul>
        <div className="ml-auto flex items-center gap-0.5 md:mt-auto md:ml-0 md:flex-col md:gap-1.5">
          {frame.hrefs.notices ? (
            <AppLink href={frame.hrefs.notices} className={button}>
              <BellIcon />
              <RailWord
                word={t('notices.label')}
                count={frame.unread ? t('notices.unread', { count: frame.unread }) : undefined}
              />
              {frame.unread ? <Badge count={frame.unread} urgent={false} /> : null}
            </AppLink>
          ) : null}
          {frame.hrefs.help ? (
            <AppLink href={frame.hrefs.help} className={button}>
              <HelpIcon />
              <RailWord word={t('nav.help')} />
            </AppLink>
          ) : null}
          {frame.extra}
          <MeMenu
            side
            withLanguage
            person={{ ...frame.person, about: frame.person.about ?? frame.marketplace.name }}
            profileHref={frame.hrefs.me}
            chooseLanguage={frame.chooseLanguage}
            signOut={frame.signOut}
            buttonClass={button}
          />
        </div>
      </nav>
      <div className="flex min-w-0 flex-1 flex-col">
        <FrameExtras />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1">
          {frame.children}
        </main>
      </div>
    </div>
  )
}

/** People are one of the administration's pages: all of them are that place. */
function parentOf(href: string): string {
  return href.slice(0, href.lastIndexOf('/'))
}

/** The word of an icon: always there for a screen reader, beside it for everybody else on hover and focus. */
function RailWord({ word, count }: { word: string; count?: string }) {
  return <span className="rail-word">{count ? `${word}, ${count}` : word}</span>
}

function Badge({ count, urgent }: { count: number; urgent: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes(
        'absolute -top-1 -right-1 min-w-4 rounded-full px-1 text-center font-strong text-12 leading-4 ring-2 ring-rail md:-top-1.5 md:-right-1.5',
        urgent ? 'bg-urgent-solid text-on-urgent' : 'bg-on-rail text-rail',
      )}
    >
      {count > 99 ? '99+' : count}
    </span>
  )
}
