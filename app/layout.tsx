import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { cyrillicFont } from '@/components/frame/cyrillic-font'
import { fontVariables } from '@/components/frame/fonts'
import { PageWords } from '@/components/ui/page-words'
import { themeCookie } from '@/lib/i18n'
import './globals.css'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf9f6' },
    { media: '(prefers-color-scheme: dark)', color: '#0a1215' },
  ],
}

export const metadata: Metadata = { title: 'Waybill', robots: { index: false, follow: false } }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale()
  if (locale === 'ru') preload(cyrillicFont, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  const theme = (await cookies()).get(themeCookie)?.value
  const t = await getTranslations()
  return (
    <html
      lang={locale}
      className={fontVariables}
      data-theme={theme === 'light' || theme === 'dark' ? theme : undefined}
    >
      <body>
        <PageWords
          words={{
            crashTitle: t('crash.title'),
            crashText: t('crash.text'),
            crashAgain: t('crash.again'),
            crashQuote: t('crash.quote'),
            offline: t('errors.offline.text'),
          }}
        >
          {children}
        </PageWords>
      </body>
    </html>
  )
}
