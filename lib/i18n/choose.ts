'use server'

import { cookies } from 'next/headers'
import { isLocale } from './locales'
import { localeCookie, themeCookie } from './which-locale'

const year = 365 * 24 * 60 * 60

/** Keeps the language somebody picked in a menu, signed in or not. Form field: `locale`. Anything else is ignored. */
export async function chooseLocale(form: FormData): Promise<void> {
  const locale = form.get('locale')
  if (isLocale(locale)) await keep(localeCookie, locale)
}

/** Keeps light or dark; `auto` forgets the choice and follows the device. Form field: `theme`. */
export async function chooseTheme(form: FormData): Promise<void> {
  const theme = form.get('theme')
  if (theme === 'light' || theme === 'dark') await keep(themeCookie, theme)
  if (theme === 'auto') (await cookies()).delete(themeCookie)
}

async function keep(name: string, value: string): Promise<void> {
  ;(await cookies()).set(name, value, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true })
}
