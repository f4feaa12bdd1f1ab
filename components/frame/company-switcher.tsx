import { useTranslations } from 'next-intl'
import { TickIcon } from '@/components/ui/icons'
import { menuItemClasses } from '@/components/ui/menu'
import { membershipField, type SwitcherEntry } from '@/lib/web/schema'

type CompanySwitcherProps = {
  entries: readonly SwitcherEntry[]
  /** The membership that is acted through now. */
  current: string
  choose: (form: FormData) => Promise<void>
}

/** Everything a person may act for, each a button: one press, no script, and every page then names the new company. */
export function CompanySwitcher({ entries, current, choose }: CompanySwitcherProps) {
  const t = useTranslations('signIn.switcher')
  return (
    <form action={choose}>
      <p className="px-3 py-1 text-13 text-ink-2">{t('title')}</p>
      {entries.map(({ membershipId, companyName, marketplaceName }) => (
        <button
          key={membershipId}
          type="submit"
          name={membershipField}
          value={membershipId}
          aria-current={membershipId === current || undefined}
          className={menuItemClasses}
        >
          <TickIcon className={`size-4 text-brand ${membershipId === current ? '' : 'invisible'}`} />
          <span className="grid leading-5">
            <span>{companyName ?? t('staff', { marketplace: marketplaceName })}</span>
            {companyName ? <span className="text-13 text-ink-2">{marketplaceName}</span> : null}
          </span>
        </button>
      ))}
    </form>
  )
}
