import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { messagesFor } from './messages'
import { localeCookie, whichLocale } from './which-locale'

/** What next-intl knows of a request. There is no locale in the path: one address is the same page for everybody. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = whichLocale(
    asked ?? (await cookies()).get(localeCookie)?.value,
    (await headers()).get('accept-language'),
  )
  return { locale, messages: messagesFor(locale), timeZone: 'UTC' }
})
