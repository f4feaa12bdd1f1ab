import { getTranslations } from 'next-intl/server'
import { cache, type ReactNode } from 'react'
import { OnCallFrame } from '@/components/frame/on-call-frame'
import { SignOutForm } from '@/components/frame/sign-out-form'
import { onCallHome } from '@/lib/escalation'
import { formatsFor } from '@/lib/i18n'
import { unreadNotices } from '@/lib/notifications'
import type { DutyNow } from '@/lib/oncall/schema'
import { pageContext, publicContext } from '@/lib/web'
import { chooseLanguageAction, signOutAction } from '@/lib/web/sign-in-actions'

/** Read once a request: the frame and the home both tell from it. */
export const homeOfOnCall = cache(onCallHome)

type OnCallSideProps = { slug: string; children: ReactNode }

/** The frame of the on-call pages, with who is on call. Signed out it stands back: the page knows where to come back to. */
export async function OnCallSide({ slug, children }: OnCallSideProps) {
  if (!(await publicContext(slug)).session) return children
  const { actor, marketplace, session, viewer } = await pageContext(slug, 'staff')
  const [home, unread] = await Promise.all([homeOfOnCall(actor), unreadNotices(actor)])
  const place = `/${slug}`
  return (
    <OnCallFrame
      marketplace={marketplace}
      person={session}
      hrefs={{
        queue: `${place}/oncall`,
        schedule: `${place}/oncall/schedule`,
        policies: `${place}/oncall/policies`,
        alerts: `${place}/oncall/alerts`,
        phone: `${place}/oncall/phone`,
        desk: `${place}/desk`,
        notices: `${place}/desk/notices`,
        me: `${place}/desk/me`,
      }}
      unread={unread}
      status={await statusOf(home, formatsFor(viewer.locale, viewer.timeZone).promise)}
      chooseLanguage={chooseLanguageAction}
      signOut={<SignOutForm action={signOutAction} marketplace={slug} />}
    >
      {children}
    </OnCallFrame>
  )
}

/** "you, until Mon 23 Nov, 09:00" */
async function statusOf({ schedule, you }: DutyNow, write: (at: Date) => string): Promise<string | undefined> {
  const t = await getTranslations('oncall.status')
  if (!schedule) return undefined
  if (you.onNow) return you.current?.to ? t('you', { when: write(you.current.to) }) : t('youOpen')
  if (!schedule.primary) return t('nobody')
  const { name } = schedule.primary
  return schedule.until ? t('other', { name, when: write(schedule.until) }) : t('otherOpen', { name })
}
