import { getTranslations } from 'next-intl/server'
import { DoneForm } from '@/components/form/done-form'
import { InviteDialog } from '@/components/identity/invite-dialog'
import { ContactForm } from '@/components/integration/contact-form'
import { ContactList } from '@/components/integration/contact-list'
import { weekdayName } from '@/components/integration/hours-line'
import { TextLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import { PlusIcon } from '@/components/ui/icons'
import type { PartnerActor } from '@/lib/authz'
import type { Formats } from '@/lib/i18n'
import { askedOf, type IntegrationPage, SEVERITIES, type TechnicalContact } from '@/lib/integration'
import { inviteMemberAction } from '@/lib/web/member-actions'
import { moveContactAction, removeContactAction, saveContactAction } from './actions'

type ContactsPartProps = {
  actor: PartnerActor
  page: IntegrationPage
  hidden: Record<string, string>
  formats: Formats
  slug: string
}

/** The company's technical contacts (000-10, 000-11): an owner sets them, everybody reads whom a call goes to. */
export async function ContactsPart({ actor, page, hidden, formats, slug }: ContactsPartProps) {
  const t = await getTranslations('integration.contacts')
  const { contacts, allowed } = page
  const asked = new Map(contacts.flatMap(({ membershipId, hours }) => (hours ? [[membershipId, askedOf(hours)]] : [])))
  return (
    <div id="contacts" className="scroll-mt-4">
      <Card title={t('title')} flush>
        <p className="border-hairline border-b p-4 text-14 text-ink-2">{t('lead')}</p>
        {contacts.length === 0 ? (
          <div className="border-hairline border-b p-4">
            <p className="font-medium">{t('none')}</p>
            <p className="text-14 text-ink-2">{t('noneText')}</p>
          </div>
        ) : (
          <div className="border-hairline border-b">
            <ContactList
              contacts={contacts}
              asked={asked}
              formats={formats}
              hintOf={(contact) => <PhoneHint contact={contact} actor={actor} slug={slug} />}
              {...(allowed.edit && {
                actsOf: (contact: TechnicalContact, place: number) => (
                  <Acts contact={contact} place={place} page={page} hidden={hidden} formats={formats} />
                ),
              })}
            />
          </div>
        )}
        <div className="p-4">
          {allowed.edit ? (
            <Adding page={page} hidden={hidden} formats={formats} />
          ) : (
            <p className="text-14 text-ink-2">{t('readOnly')}</p>
          )}
        </div>
      </Card>
    </div>
  )
}

/** Only mail reaches her: she can change that herself, and nobody for her. */
async function PhoneHint({ contact, actor, slug }: { contact: TechnicalContact; actor: PartnerActor; slug: string }) {
  const t = await getTranslations('integration.contacts')
  const mine = contact.membershipId === actor.membershipId
  if (mine)
    return (
      <p className="text-14">
        <TextLink href={`/${slug}/me/phone`}>{t('phone')}</TextLink>
      </p>
    )
  if (contact.reach !== 'account') return null
  return <p className="text-14 text-ink-2">{t('phoneHint', { name: contact.name })}</p>
}

type ChangeProps = Pick<ContactsPartProps, 'page' | 'hidden' | 'formats'>

async function Adding({ page: { candidates }, hidden, formats }: ChangeProps) {
  const t = await getTranslations('integration.contacts')
  const ui = await getTranslations('ui')
  const members = await getTranslations('members.roles')
  const people = candidates.map(({ membershipId, name, role }) => ({
    value: membershipId,
    label: `${name} (${members(role as 'owner')})`,
  }))
  return (
    <div className="flex flex-wrap items-center gap-2">
      {people.length > 0 ? (
        <>
          <DialogButton opens="add-contact">
            <PlusIcon className="size-4" /> {t('add')}
          </DialogButton>
          <Dialog id="add-contact" title={t('addTitle')} close={ui('close')}>
            <ContactForm
              id="new-contact"
              action={saveContactAction}
              hidden={hidden}
              people={people}
              {...(await choices(formats, null))}
            />
          </Dialog>
        </>
      ) : (
        <p className="text-14 text-ink-2">{t('nobodyLeft')}</p>
      )}
      <DialogButton opens="invite-technical" look="quiet">
        {t('invite')}
      </DialogButton>
      <InviteDialog id="invite-technical" action={inviteMemberAction} hidden={hidden} roles={['technical']} />
      <datalist id="contact-zones">
        {Intl.supportedValuesOf('timeZone')
          .filter((zone) => zone.includes('/'))
          .map((zone) => (
            <option key={zone} value={zone} />
          ))}
      </datalist>
    </div>
  )
}

type ActsProps = ChangeProps & { contact: TechnicalContact; place: number }

async function Acts({ contact, place, page, hidden, formats }: ActsProps) {
  const t = await getTranslations('integration.contacts')
  const ui = await getTranslations('ui')
  const { membershipId, name } = contact
  const about = { ...hidden, member: membershipId }
  const last = page.contacts.length - 1
  const move = (way: 'up' | 'down') => (
    <DoneForm
      small
      look="quiet"
      action={moveContactAction}
      hidden={{ ...about, way }}
      button={t(way)}
      about={t(`${way}Of`, { name })}
      working={ui('working')}
      done={t('moved')}
    />
  )
  return (
    <>
      {place > 0 ? move('up') : null}
      {place < last ? move('down') : null}
      <DialogButton opens={`contact-${membershipId}`} look="quiet" aria-label={t('editOf', { name })}>
        {t('edit')}
      </DialogButton>
      <Dialog id={`contact-${membershipId}`} title={t('editTitle', { name })} close={ui('close')}>
        <ContactForm
          key={JSON.stringify(contact)}
          id={`contact-${place}`}
          action={saveContactAction}
          hidden={about}
          {...(await choices(formats, contact))}
        />
      </Dialog>
      <DoneForm
        small
        look="quiet"
        action={removeContactAction}
        hidden={about}
        button={t('remove')}
        about={t('removeOf', { name })}
        working={ui('working')}
        done={t('removed')}
      />
    </>
  )
}

const WEEK = ['1', '2', '3', '4', '5', '6', '7'] as const

/** What may be chosen, and what is: her present hours, else a working week. */
async function choices(formats: Formats, contact: TechnicalContact | null) {
  const t = await getTranslations('integration.contacts')
  const ui = await getTranslations('ui')
  const asked = contact?.hours ? askedOf(contact.hours) : { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }
  return {
    severities: SEVERITIES.toReversed().map((value) => ({
      value,
      label: t(`severities.${value}`),
      hint: t(`severityHints.${value}`),
    })),
    whens: [
      { value: 'always', label: t('always'), hint: t('alwaysHint') },
      { value: 'hours', label: t('hours'), hint: t('hoursHint') },
    ],
    days: WEEK.map((value) => ({ value, label: weekdayName(formats.locale, Number(value)) })),
    chosen: {
      minSeverity: contact?.minSeverity ?? 'P2',
      when: contact?.hours ? 'hours' : 'always',
      ...asked,
      days: asked.days.map(String),
      timeZone: contact?.hours?.timeZone ?? formats.zone,
    },
    words: {
      person: t('person'),
      choose: t('choose'),
      severity: t('severity'),
      when: t('when'),
      days: t('days'),
      from: t('from'),
      to: t('to'),
      toHint: t('toHint'),
      zone: t('zone'),
      zoneHint: t('zoneHint'),
      submit: t('save'),
      working: ui('working'),
      done: t('saved'),
    },
  }
}
