import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { ButtonLink, TextLink } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { IntegrationNews } from '@/lib/integration/schema'

type PartnerNewsProps = {
  news: IntegrationNews
  /** The company is being integrated: this is the first thing it does. */
  onboarding: boolean
  /** The company's page. */
  href: string
  formats: Formats
}

/** What every page of a partner says first of its integration: a maintenance (000-08), nobody to call (000-10). */
export function PartnerNews({ news, onboarding, href, formats }: PartnerNewsProps) {
  const t = useTranslations('integration')
  const { pausedUntil, contactMissing } = news
  if (!pausedUntil && !contactMissing) return null
  return (
    <section aria-label={t('news.label')} className="grid gap-3 pb-6">
      {pausedUntil ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-14">
          <Chip tone="wait">
            {t.rich('news.paused', { when: () => <Time plain at={pausedUntil} formats={formats} /> })}
          </Chip>
          <TextLink href={`${href}#integration`}>{t('news.pausedLink')}</TextLink>
        </p>
      ) : null}
      {contactMissing ? (
        <Banner
          tone="wait"
          title={t(onboarding ? 'nag.titleOnboarding' : 'nag.title')}
          action={<ButtonLink href={`${href}#contacts`}>{t('nag.action')}</ButtonLink>}
        >
          {t(onboarding ? 'nag.textOnboarding' : 'nag.text')}
        </Banner>
      ) : null}
    </section>
  )
}
