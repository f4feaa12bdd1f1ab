import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'

type CallsNewsProps = { untaken: number; marketplace: string; href: string }

/** On every page of a company that is called, until somebody has taken it (000-16). Server only. */
export function CallsNews({ untaken, marketplace, href }: CallsNewsProps) {
  const t = useTranslations('calls.news')
  if (untaken === 0) return null
  return (
    <div className="pb-6">
      <Banner
        tone="urgent"
        title={t('title', { marketplace })}
        action={
          <ButtonLink href={href} look="primary">
            {t('action')}
          </ButtonLink>
        }
      >
        {t('many', { count: untaken })}
      </Banner>
    </div>
  )
}
