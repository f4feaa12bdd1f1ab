import { useTranslations } from 'next-intl'
import { Mark } from '@/components/frame/mark'
import { TextLink } from '@/components/ui/button'

/** Foreign, absent and mistyped look the same: one page says so. */
export default function NotFound() {
  const t = useTranslations('errors.notFound')
  return (
    <main id="content" className="mx-auto grid min-h-dvh max-w-form content-center gap-4 px-4 py-10">
      <Mark className="size-10 text-brand" />
      <h1 className="text-26">{t('title')}</h1>
      <p className="text-ink-2">{t('text')}</p>
      <p>
        <TextLink href="/">{t('home')}</TextLink>
      </p>
    </main>
  )
}
