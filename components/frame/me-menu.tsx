import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { PersonIcon } from '@/components/ui/icons'
import { Menu, menuItemClasses } from '@/components/ui/menu'
import { themeCookie } from '@/lib/i18n'
import { type Choose, LanguageChoice, ThemeChoice } from './preferences'

export type MeMenuProps = {
  person: { name: string; about?: string }
  /** The `SignOutForm`. */
  signOut: ReactNode
  /** "My settings", where there is such a page. */
  profileHref?: string
  /** Given on the desk, whose rail has no language menu of its own. */
  chooseLanguage?: Choose
  withLanguage?: boolean
  buttonClass?: string
  side?: boolean
}

/** The person's own menu: who she is, her settings, appearance, and the way out. */
export async function MeMenu(props: MeMenuProps) {
  const t = await getTranslations('frame')
  const theme = (await cookies()).get(themeCookie)?.value
  const known = theme === 'light' || theme === 'dark' ? theme : undefined
  const group = 'border-hairline border-t pt-1.5 mt-1.5'
  return (
    <Menu
      key={`${theme}`}
      id="me-menu"
      side={props.side}
      label={t('me.label', { name: props.person.name })}
      buttonClass={props.buttonClass}
      button={<PersonIcon />}
    >
      <p className="px-3 py-2">
        <b className="block font-strong">{props.person.name}</b>
        {props.person.about ? <span className="text-13 text-ink-2">{props.person.about}</span> : null}
      </p>
      {props.profileHref ? (
        <AppLink href={props.profileHref} className={menuItemClasses}>
          {t('me.profile')}
        </AppLink>
      ) : null}
      {props.withLanguage ? (
        <div className={group}>
          <p className="px-3 py-1 text-13 text-ink-2">{t('language.label')}</p>
          <LanguageChoice choose={props.chooseLanguage} />
        </div>
      ) : null}
      <div className={group}>
        <p className="px-3 py-1 text-13 text-ink-2">{t('theme.label')}</p>
        <ThemeChoice current={known} />
      </div>
      <div className={group}>{props.signOut}</div>
    </Menu>
  )
}
