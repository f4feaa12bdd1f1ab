import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LanguageChoice } from '@/components/frame/preferences'
import { ActForm } from '@/components/identity/act-form'
import { PasswordForm } from '@/components/identity/password-form'
import { TextLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Time } from '@/components/ui/time'
import { machineNow } from '@/lib/foundation/clock'
import { formatsFor } from '@/lib/i18n'
import { mySessions } from '@/lib/identity'
import { PASSWORD_SHORTEST } from '@/lib/identity/schema'
import { pageContext } from '@/lib/web'
import { changePasswordAction, chooseLanguageAction } from '@/lib/web/sign-in-actions'
import { endOtherSessionsAction, saveTimeZoneAction } from './actions'
import { ZoneField } from './zone-field'

type PageProps = { params: Promise<{ marketplace: string }> }

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { marketplace } = await pageContext((await params).marketplace, 'partner')
  const [t, frame] = await Promise.all([getTranslations('me'), getTranslations('frame')])
  return { title: frame('title', { page: t('title'), marketplace: marketplace.name }) }
}

/** P8: a person's own language, zone, password and sessions. */
export default async function Me({ params }: PageProps) {
  const { marketplace: slug } = await params
  const { marketplace, session, viewer } = await pageContext(slug, 'partner', `/${slug}/me`)
  const sessions = await mySessions(session)
  const t = await getTranslations('me')
  const hint = (await getTranslations('signIn'))('hint', { shortest: PASSWORD_SHORTEST })
  const working = (await getTranslations('ui'))('working')
  const save = (await getTranslations('ui'))('save')
  const formats = formatsFor(viewer.locale, viewer.timeZone)
  const hidden = { marketplace: slug }
  return (
    <div className="mx-auto grid max-w-form gap-6">
      <PageHead title={t('title')} below={`${session.name} · ${session.email}`} />
      <Card title={t('language.title')}>
        <p className="mb-2 text-14 text-ink-2">{t('language.text')}</p>
        <LanguageChoice choose={chooseLanguageAction} />
      </Card>
      <Card title={t('zone.title')}>
        <ActForm action={saveTimeZoneAction} hidden={hidden} button={save} working={working} done={t('zone.saved')}>
          <p className="text-14 text-ink-2">{t('zone.text', { time: formats.time(machineNow()) })}</p>
          <ZoneField marketplace={marketplace} chosen={session.timeZone} />
        </ActForm>
      </Card>
      <Card title={t('password.title')}>
        <PasswordForm
          action={changePasswordAction}
          hidden={hidden}
          email={session.email}
          words={{
            text: t('password.text'),
            current: t('password.current'),
            fresh: t('password.fresh'),
            hint,
            button: t('password.button'),
            working,
            saved: t('password.saved'),
          }}
        />
        <p className="mt-3 text-14">
          <TextLink href={`/${slug}/reset`}>{t('password.forgot')}</TextLink>
        </p>
      </Card>
      <Card title={t('sessions.title')}>
        <ul className="mb-4 grid gap-2.5">
          {sessions.map(({ id, device, since, here }) => (
            <li key={id} className="grid">
              <span className="font-medium">{device ?? t('sessions.unknown')}</span>
              <span className="text-14 text-ink-2">
                {t.rich('sessions.since', { when: () => <Time at={since} formats={formats} as="exact" /> })}
                {here ? ` · ${t('sessions.here')}` : ''}
              </span>
            </li>
          ))}
        </ul>
        {sessions.length > 1 ? (
          <ActForm
            look="secondary"
            action={endOtherSessionsAction}
            hidden={hidden}
            button={t('sessions.end')}
            working={working}
            done={t('sessions.ended')}
          />
        ) : null}
      </Card>
    </div>
  )
}
