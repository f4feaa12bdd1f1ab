import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/frame/sign-in-frame'
import { DeadLink } from '@/components/identity/dead-link'
import { LinkForm } from '@/components/identity/link-form'
import { checkLink } from '@/lib/identity'
import { PASSWORD_SHORTEST } from '@/lib/identity/schema'
import { publicContext } from '@/lib/web'
import { resetAction } from '@/lib/web/sign-in-actions'

type PageProps = { params: Promise<{ marketplace: string; token: string }> }

// The address is a secret: no other site is told it. `no-referrer` would also hide the origin of our own form.
export const metadata: Metadata = { referrer: 'same-origin' }

/** Choosing a new password with a link from a mail. */
export default async function Reset({ params }: PageProps) {
  const { marketplace: slug, token } = await params
  const { marketplace } = await publicContext(slug)
  const link = await checkLink({ marketplaceId: marketplace.id, purpose: 'password_reset', token })
  const t = await getTranslations('signIn')
  const ui = await getTranslations('ui')
  if (link.state !== 'good')
    return (
      <SignInFrame marketplace={marketplace} title={t(`dead.${link.state}`)}>
        <DeadLink slug={slug} again={`/${slug}/reset`} />
      </SignInFrame>
    )
  return (
    <SignInFrame marketplace={marketplace} title={t('reset.title')} lead={t('reset.text', { email: link.email })}>
      <LinkForm
        action={resetAction}
        hidden={{ marketplace: slug, token }}
        email={link.email}
        password={{ label: t('reset.password'), hint: t('hint', { shortest: PASSWORD_SHORTEST }) }}
        words={{ button: t('reset.button'), working: ui('working') }}
      />
    </SignInFrame>
  )
}
