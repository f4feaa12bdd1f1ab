import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CompanySwitcher } from '@/components/frame/company-switcher'
import { SignInFrame } from '@/components/frame/sign-in-frame'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { currentSession } from '@/lib/identity'
import { allMarketplaces } from '@/lib/marketplace'
import { switcher } from '@/lib/web'
import { switchCompanyAction } from '@/lib/web/sign-in-actions'

/** The front door: home for a person who belongs in one place, a choice for everybody else. */
export default async function FrontDoor() {
  const session = await currentSession()
  const entries = session ? await switcher(session) : []
  const [only, ...others] = entries
  if (only && others.length === 0) redirect(only.home)
  const t = await getTranslations('doors')
  if (only)
    return (
      <SignInFrame title={t('title')}>
        <CompanySwitcher entries={entries} current="" choose={switchCompanyAction} />
      </SignInFrame>
    )
  const marketplaces = await allMarketplaces()
  return (
    <SignInFrame title={t('title')} lead={marketplaces.length > 0 ? t('which') : undefined}>
      {marketplaces.length === 0 ? (
        <Empty kind="nothing-yet" title={t('none')}>
          {t('noneText')}
        </Empty>
      ) : null}
      {marketplaces.map(({ id, slug, name }) => (
        <ButtonLink key={id} wide href={`/${slug}`}>
          {name}
        </ButtonLink>
      ))}
    </SignInFrame>
  )
}
