import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/form/act-form'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PartnerTicket, Person } from '@/lib/tickets/schema'
import { followAction, unfollowAction } from '../actions'

type FollowPartProps = { ticket: PartnerTicket; hidden: Record<string, string>; nameOf: (person: Person) => string }

/** Who of the company is told of everything on this request, and whom else to tell. */
export async function FollowPart({ ticket, hidden, nameOf }: FollowPartProps) {
  const t = await getTranslations('requests')
  const { openedBy, followers, colleagues, allowed } = ticket
  const me = colleagues.find(({ mine }) => mine)
  const others = colleagues.filter(({ mine }) => !mine)
  const [working, lost] = [t('follow.working'), t('lost')]
  const named = (person: Person) => ({ ...hidden, colleagueId: person.id })
  return (
    <Card title={t('follow.title')}>
      <div className="grid gap-3 text-14">
        <ul className="grid gap-1">
          <li>
            {nameOf(openedBy)} <span className="text-13 text-ink-2">· {t('follow.opener')}</span>
          </li>
          {followers.map((person) => (
            <li key={person.id} className="grid">
              <span>{nameOf(person)}</span>
              {allowed.follow ? (
                <ActForm action={unfollowAction} hidden={named(person)} lost={lost} className="-ml-3.5 text-13">
                  <SubmitButton look="quiet" pending={working} className="justify-self-start">
                    {person.mine ? t('follow.stop') : t('follow.remove', { name: person.name })}
                  </SubmitButton>
                </ActForm>
              ) : null}
            </li>
          ))}
        </ul>
        <p className="text-13 text-ink-2">{t('follow.text')}</p>
        {allowed.follow && me ? (
          <ActForm action={followAction} hidden={named(me)} lost={lost}>
            <SubmitButton look="secondary" pending={working} className="justify-self-start">
              {t('follow.me')}
            </SubmitButton>
          </ActForm>
        ) : null}
        {allowed.follow && others.length > 0 ? (
          <ActForm action={followAction} hidden={hidden} lost={lost}>
            <Select name="colleagueId" label={t('follow.colleague')} required defaultValue="">
              <option value="">{t('follow.choose')}</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
            <SubmitButton look="secondary" pending={working} whenValid className="justify-self-start">
              {t('follow.add')}
            </SubmitButton>
          </ActForm>
        ) : null}
      </div>
    </Card>
  )
}
