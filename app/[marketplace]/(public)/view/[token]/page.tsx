import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DoneForm } from '@/components/form/done-form'
import { SignInFrame } from '@/components/frame/sign-in-frame'
import { TextLink } from '@/components/ui/button'
import { fullPageOf, publicContext, viewedRequest } from '@/lib/web'
import { membershipCookie } from '@/lib/web/schema'
import { renewViewLinkAction } from './actions'
import { ReadOnly } from './read-only'

type PageProps = { params: Promise<{ marketplace: string; token: string }> }

/** Read once a request: the head and the page both depend on it. */
const viewedAt = cache(async (slug: string, token: string) => {
  const { marketplace, viewer } = await publicContext(slug)
  return viewedRequest(marketplace, token, viewer.locale)
})

/**
 * The address is a secret: no other site is told it, and the page that only shows tells nobody at all. The page of a
 * dead link has a form, whose own origin `no-referrer` would hide.
 */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace: slug, token } = await params
  const { marketplace } = await publicContext(slug)
  const viewed = await viewedAt(slug, token)
  const [t, frame] = await Promise.all([getTranslations('view'), getTranslations('frame')])
  const good = viewed?.state === 'good'
  const page = good ? t('title', { number: viewed.ticket.number }) : t('expired.title')
  return {
    title: frame('title', { page, marketplace: marketplace.name }),
    referrer: good ? 'no-referrer' : 'same-origin',
    robots: { index: false, follow: false, nocache: true },
  }
}

/** P0: a request as its mail's reader may read it now, without signing in. Nothing here acts. */
export default async function View({ params }: PageProps) {
  const { marketplace: slug, token } = await params
  const { marketplace, session, viewer } = await publicContext(slug)
  const preferred = (await cookies()).get(membershipCookie)?.value ?? null
  const full = session && (await fullPageOf(marketplace, { session, preferred }, token))
  if (full) redirect(full)
  const viewed = await viewedAt(slug, token)
  if (!viewed) notFound()
  if (viewed.state === 'good') {
    const reader = session ? viewer : { ...viewer, timeZone: viewed.timeZone }
    return <ReadOnly ticket={viewed.ticket} marketplace={marketplace} viewer={reader} />
  }
  const t = await getTranslations('view')
  const ui = await getTranslations('ui')
  return (
    <SignInFrame marketplace={marketplace} title={t('expired.title')} lead={t('expired.text')}>
      <DoneForm
        action={renewViewLinkAction}
        hidden={{ marketplace: slug, token }}
        button={t('expired.button')}
        working={ui('working')}
        done={t('expired.sent')}
      />
      <p>
        <TextLink href={`/${slug}/sign-in`}>{(await getTranslations('signIn.dead'))('signIn')}</TextLink>
      </p>
    </SignInFrame>
  )
}
