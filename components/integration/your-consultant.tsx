import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { buttonClasses } from '@/components/ui/button-classes'

type YourConsultantProps = { consultant: { name: string; email: string } }

/** A company that is being integrated asks its consultant by name, not technical support (000-09). Server only. */
export function YourConsultant({ consultant: { name, email } }: YourConsultantProps) {
  const t = useTranslations('integration.consultant')
  return (
    <Banner
      title={t('title')}
      action={
        <a href={`mailto:${email}`} className={buttonClasses()}>
          {t('write', { name })}
        </a>
      }
    >
      {t('text', { name })}
    </Banner>
  )
}
