import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/frame/sign-in-frame'
import { DeadLink } from '@/components/identity/dead-link'
import { LinkForm } from '@/components/identity/link-form'
import { checkLink } from '@/lib/identity'
import { PASSWORD_SHORTEST } from '@/lib/identity/schema'
import { publicContext } from '@/lib/web'
import { invitationAction } from '@/lib/web/sign-in-actions'

type PageProps = { params: Promise<{ marketplace: string; token: string }> }

// The address is a secret: no other site is told it. `no-referrer` would also hide the origin of our own form.
export const metadata: Metadata = { referrer: 'same-origin' }

/** An invitation: somebody new says who she is and chooses a password; who has one only joins. */
export default async function Invitation({ params }: PageProps) {
  const { marketplace: slug, token } = await params
  const { marketplace } = await publicContext(slug)
  const link = await checkLink({ marketplaceId: marketplace.id, purpose: 'invitation', token })
  const t = await getTranslations('signIn')
  const ui = await getTranslations('ui')
  if (link.state !== 'good')
    return (
      <SignInFrame marketplace={marketplace} title={t(`dead.${link.state}`)}>
        <DeadLink slug={slug} />
      </SignInFrame>
    )
  const { email, name, needsPassword } = link
  return (
    <SignInFrame
      marketplace={marketplace}
      title={t('invitation.title', { marketplace: marketplace.name })}
      lead={
        <>
          {t('invitation.text', { email })} {needsPassword ? null : t('invitation.known')}
        </>
      }
    >
      <LinkForm
        action={invitationAction}
        hidden={{ marketplace: slug, token }}
        email={email}
        name={needsPassword ? { label: t('invitation.name'), hint: t('invitation.nameHint'), value: name } : undefined}
        password={
          needsPassword
            ? { label: t('invitation.password'), hint: t('hint', { shortest: PASSWORD_SHORTEST }) }
            : undefined
        }
        words={{ button: t('invitation.button'), working: ui('working') }}
      />
    </SignInFrame>
  )
}
