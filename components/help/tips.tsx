import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { TextLink } from '@/components/ui/button'

/** The article that the tip below leads to; a marketplace starts with it (prisma/seeds/articles). */
const FRAUD_ARTICLE = 'protect-yourself-from-fraud'

/** The anti-fraud tip with its instruction (003-02): on the list of requests and where a new one begins. */
export function FraudTip({ slug }: { slug: string }) {
  const t = useTranslations('help.fraud')
  const link = (chunks: ReactNode) => <TextLink href={`/${slug}/help/${FRAUD_ARTICLE}`}>{chunks}</TextLink>
  return (
    <Banner>
      <b className="font-strong">{t('title')}</b> {t.rich('text', { link })}
    </Banner>
  )
}

/** The advice to look into the instructions before asking (003-03). */
export function LookFirst({ slug }: { slug: string }) {
  const t = useTranslations('help')
  const link = (chunks: ReactNode) => <TextLink href={`/${slug}/help`}>{chunks}</TextLink>
  return <p className="text-ink-2">{t.rich('first', { link })}</p>
}
