import type { Locale as WaybillLocale } from './locales'
import type { Messages as WaybillMessages } from './messages'

declare module 'use-intl' {
  interface AppConfig {
    Locale: WaybillLocale
    Messages: WaybillMessages
  }
}

declare module 'next-intl' {
  interface AppConfig {
    Locale: WaybillLocale
    Messages: WaybillMessages
  }
}
