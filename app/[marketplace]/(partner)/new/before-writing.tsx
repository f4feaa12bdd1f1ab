import { getTranslations } from 'next-intl/server'
import { YourConsultant } from '@/components/integration/your-consultant'
import { toneOf } from '@/components/tickets/ticket-tone'
import { Banner } from '@/components/ui/banner'
import { ButtonLink, TextLink } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { StampedNumber } from '@/components/ui/stamped-number'
import type { PartnerActor } from '@/lib/authz'
import type { Formats } from '@/lib/i18n'
import { myConsultant } from '@/lib/partners'
import type { Cooldown, SimilarTicket } from '@/lib/tickets'

/** Minutes within which somebody assesses a claim before the engineer on call is alerted anyway (words.md, Decided). */
const ASSESSMENT_MINUTES = 15

/** Open requests of the company on the same topic: what belongs there is answered sooner there (003-29). */
export async function Similar(props: { slug: string; found: readonly SimilarTicket[]; formats: Formats }) {
  if (props.found.length === 0) return null
  const t = await getTranslations('newRequest.similar')
  const states = await getTranslations('requests.state')
  return (
    <section className="grid gap-2 rounded-card border border-hairline bg-surface p-4">
      <h2 className="font-medium">{t('title')}</h2>
      <p className="text-14 text-ink-2">{t('text')}</p>
      <ul className="grid gap-2">
        {props.found.map(({ number, subject, state, updatedAt }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <StampedNumber>{number}</StampedNumber>
            <TextLink href={`/${props.slug}/requests/${number}`} className="min-w-0">
              {subject}
            </TextLink>
            <Chip tone={toneOf(state)}>{states(state)}</Chip>
            <span className="text-13 text-ink-2">{props.formats.date(updatedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The company wrote here a moment ago (003-15): said before anything is written. `until` is a time of day. */
export async function Waiting({ slug, cooldown, until }: { slug: string; cooldown: Cooldown; until: string }) {
  const t = await getTranslations('newRequest.cooldown')
  const { number, ticketId, subject, open } = cooldown
  return (
    <Banner tone="wait" title={t('title', { until })}>
      <p>{t('text', { number, open: open ? 'yes' : 'no' })}</p>
      {ticketId ? (
        <p className="mt-1">
          <TextLink href={`/${slug}/requests/${number}`}>{subject || number}</TextLink>
        </p>
      ) : null}
    </Banner>
  )
}

/** Which completed request this one goes on from (003-29). */
export async function Follows({ slug, number, subject }: { slug: string; number: string; subject: string }) {
  const t = await getTranslations('newRequest.follows')
  return (
    <Banner title={t('title', { number })}>
      <p>
        {t('text')} <TextLink href={`/${slug}/requests/${number}`}>{subject}</TextLink>
      </p>
    </Banner>
  )
}

/** Only companies whose integration is live may ask here (000-02): said now instead of at the end. */
export async function NotLive({ actor, href }: { actor: PartnerActor; href: string }) {
  const consultant = await myConsultant(actor)
  const t = await getTranslations('newRequest.notLive')
  return (
    <div className="grid gap-3">
      <Banner
        tone="wait"
        title={t('title')}
        action={
          <ButtonLink look="primary" href={href}>
            {t('other')}
          </ButtonLink>
        }
      >
        {t('text')}
      </Banner>
      {consultant ? <YourConsultant consultant={consultant} /> : null}
    </div>
  )
}

/** What claiming sets in motion, said before it is done. */
export async function Gate({ slug }: { slug: string }) {
  const t = await getTranslations('newRequest.claim')
  const b = (chunks: React.ReactNode) => <b>{chunks}</b>
  return (
    <>
      <TextLink href={`/${slug}/new`}>{t('none')}</TextLink>
      <Banner tone="wait" title={t('nextTitle')}>
        <ul className="grid gap-1.5">
          <li>{t.rich('nextDay', { b, minutes: ASSESSMENT_MINUTES })}</li>
          <li>{t.rich('nextNight', { b })}</li>
          <li>{t('nextEnd')}</li>
        </ul>
      </Banner>
    </>
  )
}
