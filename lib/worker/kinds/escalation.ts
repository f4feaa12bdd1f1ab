import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import type { Claimed } from '@/lib/delivery'
import { ackToken, type PageFacts, pageFacts, whyNotWanted } from '@/lib/escalation'
import { compose } from '@/lib/notifications'
import { partnerOf } from '@/lib/partners'
import { claimOf, lastFromPartner, ticketFacts } from '@/lib/tickets'
import type { Kind } from './kind'
import { mailTo, type Reader, readerOf, whyNotReached } from './reader'

/** How much of the partner's words a page carries: enough to know what it is about. */
const QUOTE_LENGTH = 600

const wanted: Kind['guard'] = async (tx, _now, claimed) =>
  (await whyNotReached(tx, claimed)) ?? (await whyNotWanted(tx, claimed))

type Words = (about: Awaited<ReturnType<typeof gather>> & object) => ReturnType<typeof compose>

function page(words: Words): Kind {
  return {
    guard: wanted,
    async compose(tx, now, claimed) {
      const reader = await readerOf(tx, claimed)
      const facts = await pageFacts(tx, claimed.subjectId)
      const about = reader && facts && (await gather(tx, now, claimed, reader, facts))
      return about ? mailTo(about.reader, claimed.address, words(about), null) : { why: 'the escalation is gone' }
    },
  }
}

async function gather(tx: Tx, now: Date, claimed: Claimed, reader: Reader, facts: PageFacts) {
  const ticket = (await ticketFacts(tx, [facts.ticketId])).get(facts.ticketId)
  if (!ticket) return null
  const { marketplace, locale, person, timeZone, url } = reader
  const claim = facts.claimId ? await claimOf(tx, facts.claimId) : null
  const said = await lastFromPartner(tx, ticket.id)
  const shared = {
    marketplace: marketplace.name,
    reader: person.name,
    timeZone,
    number: ticket.number,
    subject: ticket.subject,
    partner: (await partnerOf(tx, ticket.partnerId)).name,
  }
  const urgent = {
    topic: (await topicById(tx, ticket.topicId, locale))?.name ?? '',
    severity: facts.severity,
    condition: claim?.condition ?? null,
    since: claim?.claimedAt ?? facts.openedAt,
    now,
    quote: said && { text: shortened(said.body), locale: said.locale },
  }
  const takeLink = url(`/ack/${ackToken(claimed.id)}`)
  const deskLink = url(`/${marketplace.slug}/oncall/escalation/${claimed.subjectId}`)
  return { reader, locale, facts, shared, urgent, takeLink, deskLink, repeats: claim?.repeats ?? 1 }
}

function shortened(text: string): string {
  return text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH).trimEnd()}…`
}

export const escalationKinds = {
  'escalation.page': page(({ locale, facts, shared, urgent, takeLink }) =>
    compose('escalation.page', locale, {
      ...shared,
      ...urgent,
      link: takeLink,
      nextAt: facts.nextAt,
      unanswered: facts.unanswered,
    }),
  ),
  'escalation.assess': page(({ locale, facts, shared, urgent, takeLink, deskLink }) =>
    compose('escalation.assess', locale, {
      ...shared,
      ...urgent,
      link: deskLink,
      takeLink,
      decideBy: facts.nextAt ?? urgent.now,
    }),
  ),
  'escalation.repeat': page(({ locale, shared, takeLink, repeats }) =>
    compose('escalation.repeat', locale, { ...shared, link: takeLink, repeats }),
  ),
}
