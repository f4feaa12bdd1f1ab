import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Chip } from '@/components/ui/chip'
import type { Tone } from '@/components/ui/tone'
import type { Formats } from '@/lib/i18n'
import type { ContactReach, TechnicalContact } from '@/lib/integration/schema'
import { hoursValues } from './hours-line'

const tones: Record<ContactReach, Tone> = { verified: 'done', account: 'wait', gone: 'closed' }

type ContactListProps = {
  contacts: readonly TechnicalContact[]
  /** The hours as they were asked for, by membership. */
  asked: ReadonlyMap<string, { days: number[]; from: string; to: string }>
  formats: Formats
  /** What may be changed about one. */
  actsOf?: (contact: TechnicalContact, place: number) => ReactNode
  /** Said below one: what she can do herself. */
  hintOf?: (contact: TechnicalContact) => ReactNode
}

/** Whom the company's calls go to, in their order, and what reaches each (000-11). Server only. */
export function ContactList({ contacts, asked, formats, actsOf, hintOf }: ContactListProps) {
  const t = useTranslations('integration.contacts')
  return (
    <ol aria-label={t('order')}>
      {contacts.map((contact, place) => (
        <li
          key={contact.membershipId}
          className="grid gap-x-6 gap-y-2 border-hairline border-b px-4 py-3.5 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
        >
          <div className="grid min-w-0 gap-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <b className="break-all">{contact.name}</b>
              <Chip tone={tones[contact.reach]}>{t(`reach.${contact.reach}`)}</Chip>
            </p>
            <p className="text-14 text-ink-2">
              {t(`severities.${contact.minSeverity}`)}
              {' · '}
              <Hours contact={contact} asked={asked} formats={formats} />
            </p>
            {hintOf?.(contact)}
          </div>
          {actsOf ? <div className="-ml-3.5 flex flex-wrap sm:ml-0">{actsOf(contact, place)}</div> : null}
        </li>
      ))}
    </ol>
  )
}

function Hours({
  contact,
  asked,
  formats,
}: Pick<ContactListProps, 'asked' | 'formats'> & { contact: TechnicalContact }) {
  const t = useTranslations('integration.contacts')
  const { hours, membershipId } = contact
  const shown = asked.get(membershipId)
  if (!hours || !shown) return t('alwaysLine')
  return (
    <>
      {t('hoursLine', hoursValues(hours, shown, formats))}
      {', '}
      {t(contact.now ? 'nowLine' : 'notNowLine')}
    </>
  )
}
