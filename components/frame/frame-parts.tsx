import { useTranslations } from 'next-intl'
import { OfflineBar } from '@/components/ui/offline-bar'
import { TipKeys } from '@/components/ui/tip-keys'
import { ToastRegion } from '@/components/ui/toast'

/** First stop of the Tab key on every page (WCAG 2.4.1). */
export function SkipLink() {
  const t = useTranslations('frame')
  return (
    <a
      href="#content"
      className="sr-only z-50 rounded-control bg-brand text-on-brand focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
    >
      {t('skip')}
    </a>
  )
}

/** What every frame brings along: the offline line, Escape for tips, the place for toasts. */
export function FrameExtras() {
  const t = useTranslations('ui')
  return (
    <>
      <OfflineBar />
      <TipKeys />
      <ToastRegion dismiss={t('close')} />
    </>
  )
}
