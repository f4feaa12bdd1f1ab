import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/form/hidden-fields'
import { LeaveIcon } from '@/components/ui/icons'
import { menuItemClasses } from '@/components/ui/menu'

type SignOutFormProps = { action: (form: FormData) => Promise<void>; marketplace: string }

/** The way out that a page hands to its frame's menu; `marketplace` (its slug) is where one signs in again. */
export function SignOutForm({ action, marketplace }: SignOutFormProps) {
  const t = useTranslations('frame.me')
  return (
    <form action={action}>
      <HiddenFields fields={{ marketplace }} />
      <button type="submit" className={menuItemClasses}>
        <LeaveIcon className="size-4" />
        {t('signOut')}
      </button>
    </form>
  )
}
