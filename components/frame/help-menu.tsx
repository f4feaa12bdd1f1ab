import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { BookIcon, HelpIcon, InboxIcon, PlusIcon } from '@/components/ui/icons'
import { Menu, menuItemClasses } from '@/components/ui/menu'
import { OpensOnHover } from '@/components/ui/opens-on-hover'

const ID = 'help-menu'

/** Help at the top right of every page: an icon, under it support, a new request and the instructions (003-04). */
export function HelpMenu({ hrefs }: { hrefs: { requests?: string; newRequest?: string; help?: string } }) {
  const t = useTranslations('help.menu')
  const entries = [
    [hrefs.requests, 'support', InboxIcon],
    [hrefs.newRequest, 'newRequest', PlusIcon],
    [hrefs.help, 'instructions', BookIcon],
  ] as const
  return (
    <OpensOnHover menu={ID}>
      <Menu id={ID} label={t('label')} button={<HelpIcon />}>
        {entries.map(([href, name, Icon]) =>
          href ? (
            <AppLink key={name} href={href} className={menuItemClasses}>
              <Icon className="size-4.5 text-ink-2" />
              {t(name)}
            </AppLink>
          ) : null,
        )}
      </Menu>
    </OpensOnHover>
  )
}
