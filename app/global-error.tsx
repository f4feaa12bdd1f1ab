'use client'

import { useSyncExternalStore } from 'react'
import { fontVariables } from '@/components/frame/fonts'
import { Crash } from '@/components/ui/crash'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'
import crash from '@/lib/i18n/messages/crash'
import './globals.css'

/** The layout itself failed, so nothing can be handed down: this page brings its few words in all languages. */
export default function EverythingFailed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const locale = useSyncExternalStore(never, pageLocale, () => defaultLocale)
  return (
    <html lang={locale} className={fontVariables}>
      <body>
        <Crash words={crash[locale]} digest={error.digest} retry={reset} />
      </body>
    </html>
  )
}

const never = () => () => undefined

/** What the failed page was in, or else what the browser prefers. */
function pageLocale(): Locale {
  const wanted = [document.documentElement.lang, navigator.language]
  return wanted.find(isLocale) ?? defaultLocale
}
