import { useTranslations } from 'next-intl'
import { LeaveIcon } from '@/components/ui/icons'
import { menuItemClasses } from '@/components/ui/menu'

/** The button inside the sign-out form that a page hands to its frame: `<form action={signOut}><SignOutButton /></form>` */
export function SignOutButton() {
  const t = useTranslations('frame.me')
  return (
    <button type="submit" className={menuItemClasses}>
      <LeaveIcon className="size-4" />
      {t('signOut')}
    </button>
  )
}
