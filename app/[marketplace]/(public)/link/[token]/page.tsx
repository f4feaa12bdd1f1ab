import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/frame/sign-in-frame'
import { DeadLink } from '@/components/identity/dead-link'
import { LinkForm } from '@/components/identity/link-form'
import { checkLink } from '@/lib/identity'
import { publicContext } from '@/lib/web'
import { linkSignInAction } from '@/lib/web/sign-in-actions'

type PageProps = { params: Promise<{ marketplace: string; token: string }> }

// The address is a secret: no other site is told it. `no-referrer` would also hide the origin of our own form.
export const metadata: Metadata = { referrer: 'same-origin' }

/** A sign-in link: looking at it changes nothing, because mail scanners look too; the button signs in. */
export default async function SignInLink({ params }: PageProps) {
  const { marketplace: slug, token } = await params
  const { marketplace } = await publicContext(slug)
  const link = await checkLink({ marketplaceId: marketplace.id, purpose: 'magic_link', token })
  const t = await getTranslations('signIn')
  const ui = await getTranslations('ui')
  if (link.state !== 'good')
    return (
      <SignInFrame marketplace={marketplace} title={t(`dead.${link.state}`)}>
        <DeadLink slug={slug} again={`/${slug}/sign-in?way=link`} />
      </SignInFrame>
    )
  return (
    <SignInFrame
      marketplace={marketplace}
      title={t('link.title', { marketplace: marketplace.name })}
      lead={t('link.text', { email: link.email })}
    >
      <LinkForm
        action={linkSignInAction}
        hidden={{ marketplace: slug, token }}
        email={link.email}
        words={{ button: t('link.button'), working: ui('working') }}
      />
    </SignInFrame>
  )
}
