import type { ReactNode } from 'react'
import { DeskFrame, type DeskPlace } from '@/components/frame/desk-frame'
import { SignOutForm } from '@/components/frame/sign-out-form'
import { onCallQueue } from '@/lib/escalation'
import { unreadNotices } from '@/lib/notifications'
import { pageContext, publicContext } from '@/lib/web'
import { chooseLanguageAction, signOutAction } from '@/lib/web/sign-in-actions'

type StaffFrameProps = { slug: string; current: DeskPlace; extra?: ReactNode; children: ReactNode }

/** The frame of the staff's pages. Signed out it stands back: the page itself knows where to come back to. */
export async function StaffFrame({ slug, current, extra, children }: StaffFrameProps) {
  if (!(await publicContext(slug)).session) return children
  const { actor, marketplace, session } = await pageContext(slug, 'staff')
  const [{ items }, unread] = await Promise.all([onCallQueue(actor), unreadNotices(actor)])
  const home = `/${slug}`
  return (
    <DeskFrame
      marketplace={marketplace}
      person={session}
      current={current}
      hrefs={{
        inbox: `${home}/desk`,
        urgent: `${home}/desk?view=urgent`,
        onCall: `${home}/oncall`,
        reports: `${home}/desk/reports`,
        people: `${home}/admin/people`,
        notices: `${home}/desk/notices`,
        me: `${home}/desk/me`,
      }}
      unread={unread}
      counts={{ onCall: items.filter(({ owner }) => owner === null).length }}
      extra={extra}
      chooseLanguage={chooseLanguageAction}
      signOut={<SignOutForm action={signOutAction} marketplace={slug} />}
    >
      {children}
    </DeskFrame>
  )
}
