import { useLocale, useTranslations } from 'next-intl'
import { LanguageIcon, TickIcon } from '@/components/ui/icons'
import { Menu, menuItemClasses } from '@/components/ui/menu'
import { languageNames, locales } from '@/lib/i18n'
import { chooseLocale, chooseTheme } from '@/lib/i18n/choose'

export type Choose = (form: FormData) => Promise<void>

/** The five languages as buttons, each in its own language. `choose` may also save the choice with the person. */
export function LanguageChoice({ choose = chooseLocale }: { choose?: Choose }) {
  const current = useLocale()
  return (
    <form action={choose}>
      {locales.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-current={locale === current || undefined}
          className={menuItemClasses}
        >
          <TickIcon className={`size-4 text-brand ${locale === current ? '' : 'invisible'}`} />
          {languageNames[locale]}
        </button>
      ))}
    </form>
  )
}

/** The language menu of a frame's corner; before sign-in it is the only way to be understood. */
export function LanguageMenu({ choose, wordy }: { choose?: Choose; wordy?: boolean }) {
  const t = useTranslations('frame.language')
  const locale = useLocale()
  return (
    <Menu
      key={locale}
      id="language-menu"
      label={t('current', { name: languageNames[locale] })}
      button={
        <>
          <LanguageIcon />
          {wordy ? <span lang={locale}>{languageNames[locale]}</span> : null}
        </>
      }
    >
      <LanguageChoice choose={choose} />
    </Menu>
  )
}

/** Light, dark, or as the device says. */
export function ThemeChoice({ current }: { current?: 'light' | 'dark' }) {
  const t = useTranslations('frame.theme')
  return (
    <form action={chooseTheme} aria-label={t('label')}>
      {(['auto', 'light', 'dark'] as const).map((theme) => {
        const chosen = theme === (current ?? 'auto')
        return (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-current={chosen || undefined}
            className={menuItemClasses}
          >
            <TickIcon className={`size-4 text-brand ${chosen ? '' : 'invisible'}`} />
            {t(theme)}
          </button>
        )
      })}
    </form>
  )
}
