'use client'

import { useSyncExternalStore } from 'react'
import { fontVariables } from '@/components/frame/fonts'
import { Crash } from '@/components/ui/crash'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'
import crash from '@/lib/i18n/messages/crash'
import { whichLocale } from '@/lib/i18n/which-locale'
import './globals.css'

/** The layout itself failed, so nothing can be handed down: this page brings its few words in all languages. */
export default function EverythingFailed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const locale = useSyncExternalStore(never, pageLocale, () => undefined)
  return (
    <html lang={locale} className={fontVariables}>
      <body>
        <Crash words={crash[locale ?? defaultLocale]} digest={error.digest} retry={reset} />
      </body>
    </html>
  )
}

const never = () => () => undefined

/** What the failed page was in; where not even that is known, what the browser prefers. */
function pageLocale(): Locale {
  const { lang } = document.documentElement
  return isLocale(lang) ? lang : whichLocale(undefined, navigator.languages.join(','))
}
