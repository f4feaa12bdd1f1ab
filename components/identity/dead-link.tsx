import { useTranslations } from 'next-intl'
import { ButtonLink, TextLink } from '@/components/ui/button'

type DeadLinkProps = {
  slug: string
  /** Where a new one can be asked for; an invitation can only come from whoever invited. */
  again?: string
}

/** A link that was used, is too old or never was: what to do instead. */
export function DeadLink({ slug, again }: DeadLinkProps) {
  const t = useTranslations('signIn.dead')
  return (
    <>
      <p className="text-ink-2">{t('text')}</p>
      {again ? (
        <ButtonLink look="primary" wide href={again}>
          {t('again')}
        </ButtonLink>
      ) : (
        <p>{t('askInviter')}</p>
      )}
      <p>
        <TextLink href={`/${slug}/sign-in`}>{t('signIn')}</TextLink>
      </p>
    </>
  )
}
