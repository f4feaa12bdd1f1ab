import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { BellIcon } from '@/components/ui/icons'
import { menuButtonClasses } from '@/components/ui/menu'

/** From here on the number itself says no more. */
const MOST_SHOWN = 99

/** What somebody was told and has not read: a link with a number, on every page of a frame. */
export function Bell({ href, unread }: { href: string; unread: number }) {
  const t = useTranslations('frame.notices')
  const label = unread > 0 ? `${t('label')}, ${t('unread', { count: unread })}` : t('label')
  return (
    <AppLink href={href} aria-label={label} title={label} className={`${menuButtonClasses} relative`}>
      <BellIcon />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute top-1 right-0 min-w-4 rounded-full bg-brand px-1 text-center font-strong text-12 text-on-brand leading-4 ring-2 ring-surface"
        >
          {shownCount(unread)}
        </span>
      ) : null}
    </AppLink>
  )
}

function shownCount(unread: number): string {
  return unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread)
}
