import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/frame/sign-in-frame'
import { MailLinkForm } from '@/components/identity/mail-link-form'
import { SignInForm } from '@/components/identity/sign-in-form'
import { TextLink } from '@/components/ui/button'
import { publicContext } from '@/lib/web'
import { magicLinkAction, signInAction } from '@/lib/web/sign-in-actions'
import { mailLinkWords } from '../mail-link-words'

type PageProps = {
  params: Promise<{ marketplace: string }>
  searchParams: Promise<{ next?: string | string[]; way?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await publicContext((await params).marketplace)
  const [t, frame] = await Promise.all([getTranslations('signIn'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** P1: a password, or a link by mail. Two addresses, so that neither needs a script. */
export default async function SignIn({ params, searchParams }: PageProps) {
  const { marketplace } = await publicContext((await params).marketplace)
  const { next, way } = await searchParams
  const t = await getTranslations('signIn')
  const ui = await getTranslations('ui')
  const home = `/${marketplace.slug}`
  const going = typeof next === 'string' ? next : ''
  const kept = going ? `next=${encodeURIComponent(going)}` : ''
  const byLink = way === 'link'
  return (
    <SignInFrame
      marketplace={marketplace}
      title={t('title')}
      lead={byLink ? t('linkExplained') : t('lead', { marketplace: marketplace.name })}
    >
      {byLink ? (
        <MailLinkForm
          action={magicLinkAction}
          marketplace={marketplace.slug}
          words={{ ...(await mailLinkWords('magic_link')), button: t('withLink') }}
        />
      ) : (
        <SignInForm
          action={signInAction}
          hidden={{ marketplace: marketplace.slug, next: going }}
          words={{ email: t('email'), password: t('password'), submit: t('submit'), working: ui('working') }}
        />
      )}
      <p className="flex flex-wrap gap-x-5 gap-y-2">
        <TextLink href={`${home}/sign-in?${byLink ? kept : ['way=link', kept].filter(Boolean).join('&')}`}>
          {t(byLink ? 'withPassword' : 'withLink')}
        </TextLink>
        <TextLink href={`${home}/reset`}>{t('forgot')}</TextLink>
      </p>
    </SignInFrame>
  )
}
