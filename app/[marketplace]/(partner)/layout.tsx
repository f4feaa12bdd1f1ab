import type { ReactNode } from 'react'
import { CallsNews } from '@/components/calls/calls-news'
import { CompanySwitcher } from '@/components/frame/company-switcher'
import { PartnerFrame } from '@/components/frame/partner-frame'
import { SignOutForm } from '@/components/frame/sign-out-form'
import { PartnerNews } from '@/components/integration/partner-news'
import { openCalls } from '@/lib/escalation'
import { formatsFor } from '@/lib/i18n'
import { integrationNews } from '@/lib/integration'
import { unreadNotices } from '@/lib/notifications'
import { companyOf } from '@/lib/partners'
import { countNeedsYou } from '@/lib/tickets'
import { pageContext, publicContext, switcher } from '@/lib/web'
import { chooseLanguageAction, signOutAction, switchCompanyAction } from '@/lib/web/sign-in-actions'

type LayoutProps = { children: ReactNode; params: Promise<{ marketplace: string }> }

/** The frame of a partner's pages. Signed out it stands back: the page itself knows where to come back to. */
export default async function PartnerLayout({ children, params }: LayoutProps) {
  const { marketplace: slug } = await params
  if (!(await publicContext(slug)).session) return children
  const { actor, marketplace, session, viewer } = await pageContext(slug, 'partner')
  const [company, waiting, unread, entries, news, calls] = await Promise.all([
    companyOf(actor),
    countNeedsYou(actor),
    unreadNotices(actor),
    switcher(session),
    integrationNews(actor),
    openCalls(actor),
  ])
  const home = `/${slug}`
  return (
    <PartnerFrame
      marketplace={marketplace}
      company={company}
      switcher={
        entries.length > 1 ? (
          <CompanySwitcher entries={entries} current={actor.membershipId} choose={switchCompanyAction} />
        ) : undefined
      }
      person={session}
      hrefs={{
        requests: `${home}/requests`,
        newRequest: `${home}/new`,
        calls: `${home}/calls`,
        company: `${home}/company`,
        me: `${home}/me`,
        notices: `${home}/notices`,
        help: `${home}/help`,
      }}
      waiting={waiting}
      unread={unread}
      calls={calls.open}
      news={
        <>
          <CallsNews untaken={calls.untaken} marketplace={marketplace.name} href={`${home}/calls`} />
          <PartnerNews
            news={news}
            onboarding={company.lifecycle === 'onboarding'}
            href={`${home}/company`}
            formats={formatsFor(viewer.locale, viewer.timeZone)}
          />
        </>
      }
      chooseLanguage={chooseLanguageAction}
      signOut={<SignOutForm action={signOutAction} marketplace={slug} />}
    >
      {children}
    </PartnerFrame>
  )
}
