import { getTranslations } from 'next-intl/server'
import { DoneForm } from '@/components/form/done-form'
import { LanguageChoice } from '@/components/frame/preferences'
import { PasswordForm } from '@/components/identity/password-form'
import { ButtonLink, TextLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Time } from '@/components/ui/time'
import type { Actor } from '@/lib/authz'
import { machineNow } from '@/lib/foundation/clock'
import { formatsFor } from '@/lib/i18n'
import { mySessions } from '@/lib/identity'
import { PASSWORD_SHORTEST } from '@/lib/identity/schema'
import type { PageContext } from '@/lib/web'
import { changePasswordAction, chooseLanguageAction } from '@/lib/web/sign-in-actions'
import { endOtherSessionsAction, saveTimeZoneAction } from './(partner)/me/actions'
import { ZoneField } from './(partner)/me/zone-field'
import { MailsPart } from './mails-part'

type MePartProps = {
  context: PageContext<'partner'> | PageContext<'staff'>
  /** As what she gets the mails: her company, or the marketplace whose staff she is. */
  company: string
}

/** P8: a person's own language, zone, mails, password and sessions; the same for partners and staff. */
export async function MePart({ context, company }: MePartProps) {
  const { marketplace, session, viewer } = context
  const { slug } = marketplace
  const actor: Actor = context.actor
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
        <DoneForm action={saveTimeZoneAction} hidden={hidden} button={save} working={working} done={t('zone.saved')}>
          <p className="text-14 text-ink-2">{t('zone.text', { time: formats.time(machineNow()) })}</p>
          <ZoneField marketplace={marketplace} chosen={session.timeZone} />
        </DoneForm>
      </Card>
      <PhoneCard href={actor.side === 'staff' ? `/${slug}/oncall/phone` : `/${slug}/me/phone`} />
      <MailsPart actor={actor} slug={slug} company={company} working={working} save={save} />
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
          <DoneForm
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

/** How she is reached when it is urgent has a page of its own. */
async function PhoneCard({ href }: { href: string }) {
  const t = await getTranslations('phone')
  return (
    <Card title={t('title')}>
      <p className="mb-3 text-14 text-ink-2">{t('intro')}</p>
      <ButtonLink href={href}>{t('open')}</ButtonLink>
    </Card>
  )
}
