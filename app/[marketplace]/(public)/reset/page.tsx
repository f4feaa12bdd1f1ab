import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/frame/sign-in-frame'
import { MailLinkForm } from '@/components/identity/mail-link-form'
import { TextLink } from '@/components/ui/button'
import { publicContext } from '@/lib/web'
import { resetRequestAction } from '@/lib/web/sign-in-actions'
import { mailLinkWords } from '../mail-link-words'

type PageProps = { params: Promise<{ marketplace: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await publicContext((await params).marketplace)
  const [t, frame] = await Promise.all([getTranslations('signIn.reset'), getTranslations('frame')])
  return { title: frame('title', { page: t('askTitle'), marketplace: marketplace.name }) }
}

/** Forgotten password: asks for a link. */
export default async function AskReset({ params }: PageProps) {
  const { marketplace } = await publicContext((await params).marketplace)
  const t = await getTranslations('signIn')
  return (
    <SignInFrame marketplace={marketplace} title={t('reset.askTitle')} lead={t('reset.askText')}>
      <MailLinkForm
        action={resetRequestAction}
        marketplace={marketplace.slug}
        words={{ ...(await mailLinkWords('password_reset')), button: t('reset.askButton') }}
      />
      <p>
        <TextLink href={`/${marketplace.slug}/sign-in`}>{t('withPassword')}</TextLink>
      </p>
    </SignInFrame>
  )
}
