import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import type { Claimed } from '@/lib/delivery'
import { ackToken, endpointOf, type PageFacts, pageFacts, whyNotWanted } from '@/lib/escalation'
import { type BundledRun, compose } from '@/lib/notifications'
import { partnersOf } from '@/lib/partners'
import { claimOf, lastFromPartner, ticketFacts } from '@/lib/tickets'
import type { Kind } from './kind'
import { listenerOf, mailTo, type Reader, readerOf, whyNotReached } from './reader'

/** How much of the partner's words a page carries: enough to know what it is about. */
const QUOTE_LENGTH = 600

const wanted: Kind['guard'] = async (tx, now, claimed) =>
  (claimed.recipientId ? await whyNotReached(tx, claimed) : await whyNotListening(tx, claimed)) ??
  (await whyNotWanted(tx, now, claimed))

async function whyNotListening(tx: Tx, { marketplaceId, payload }: Claimed): Promise<string | null> {
  const endpoint = await endpointOf(tx, marketplaceId, String(payload.endpointId))
  return endpoint?.enabled ? null : 'the webhook was switched off'
}

type Composing = (about: About) => ReturnType<typeof compose>

function page(words: Composing): Kind {
  return {
    guard: wanted,
    async compose(tx, now, claimed) {
      const about = await aboutPage(tx, now, claimed)
      if (!about) return { why: 'the escalation is gone' }
      const composed = words(about)
      // Another system has no hand to take it with.
      const brief = claimed.recipientId ? composed.brief : { ...composed.brief, url: about.deskLink, ackUrl: null }
      return mailTo(about.reader, claimed.address, { ...composed, brief }, null)
    },
  }
}

type About = NonNullable<Awaited<ReturnType<typeof aboutPage>>>

async function aboutPage(tx: Tx, now: Date, claimed: Claimed) {
  const reader = claimed.recipientId ? await readerOf(tx, claimed) : await systemOf(tx, claimed)
  const facts = await pageFacts(tx, claimed.subjectId)
  return reader && facts && gather(tx, now, claimed, reader, facts)
}

async function systemOf(tx: Tx, claimed: Claimed): Promise<Reader | null> {
  const endpoint = await endpointOf(tx, claimed.marketplaceId, String(claimed.payload.endpointId))
  return endpoint && listenerOf(tx, claimed, endpoint.name)
}

async function gather(tx: Tx, now: Date, claimed: Claimed, reader: Reader, facts: PageFacts) {
  const { marketplace, locale, person, timeZone, url } = reader
  const ticket = facts.ticketId ? (await ticketFacts(tx, [facts.ticketId])).get(facts.ticketId) : undefined
  const claim = facts.claimId ? await claimOf(tx, facts.claimId) : null
  const said = ticket && !facts.detail ? await lastFromPartner(tx, ticket.id) : null
  const detail = facts.detail ? { text: shortened(facts.detail), locale: marketplace.defaultLocale } : null
  const partner = facts.partnerId ? (await partnersOf(tx, [facts.partnerId])).get(facts.partnerId)?.name : undefined
  const subject = facts.title ?? ticket?.subject ?? ''
  const shared = { marketplace: marketplace.name, reader: person.name, timeZone, subject }
  const urgent = {
    number: ticket?.number ?? null,
    partner: partner ?? null,
    topic: (ticket && (await topicById(tx, ticket.topicId, locale))?.name) ?? null,
    source: facts.source,
    severity: facts.severity,
    condition: claim?.condition ?? null,
    since: claim?.claimedAt ?? facts.openedAt,
    now,
    quote: detail ?? (said && { text: shortened(said.body), locale: said.locale }),
  }
  const takeLink = url(`/ack/${ackToken(claimed.id)}`)
  const place = person.partnerId === null ? `oncall/escalation/${claimed.subjectId}` : `calls/${claimed.subjectId}`
  const deskLink = url(`/${marketplace.slug}/${place}`)
  return { reader, locale, facts, shared, urgent, takeLink, deskLink, repeats: claim?.repeats ?? 1 }
}

/** What a bundle says of one of its runs; null when there is nothing to tell of. */
export async function bundledRun(tx: Tx, now: Date, claimed: Claimed): Promise<BundledRun | null> {
  const about = await aboutPage(tx, now, claimed)
  if (!about) return null
  const { number, partner, severity, since } = about.urgent
  // The carrier's link leads to the whole list; its own line is but one of it.
  const link = claimed.id === claimed.bundleId ? `${about.takeLink}?one` : about.takeLink
  return { number, partner, severity, since, subject: about.shared.subject, link }
}

function shortened(text: string): string {
  return text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH).trimEnd()}…`
}

/** Whoever is called at a partner, and whoever hears that it does not answer, read other words than our own engineers. */
function pageWords(about: About): ReturnType<typeof compose> {
  const { locale, facts, shared, urgent, takeLink } = about
  const { nextAt, unanswered } = facts
  if (facts.direction === 'OUT') return calledWords(about)
  return compose('escalation.page', locale, { ...shared, ...urgent, link: takeLink, nextAt, unanswered })
}

function calledWords({ reader, locale, facts, shared, urgent, takeLink, deskLink }: About) {
  const { marketplace, reader: name, timeZone, subject: title } = shared
  const { severity, since, now, number } = urgent
  const { detail, deadlineAt } = facts
  const company = urgent.partner ?? ''
  const called = { marketplace, reader: name, timeZone, link: takeLink, openLink: deskLink, title, detail }
  const data = { ...called, severity, since, now, number, deadlineAt, company }
  return reader.person.partnerId === null
    ? compose('escalation.call_unanswered', locale, data)
    : compose('escalation.call', locale, data)
}

export const escalationKinds = {
  'escalation.page': page(pageWords),
  'escalation.call': page(calledWords),
  'escalation.call_unanswered': page(calledWords),
  'escalation.assess': page(({ locale, facts, shared, urgent, takeLink, deskLink }) =>
    compose('escalation.assess', locale, {
      ...shared,
      ...urgent,
      link: deskLink,
      takeLink,
      decideBy: facts.nextAt ?? urgent.now,
    }),
  ),
  'escalation.repeat': page(({ locale, facts, shared, urgent: { number, partner }, takeLink, repeats }) =>
    compose('escalation.repeat', locale, {
      ...shared,
      number: number ?? '',
      partner: (facts.claimId && partner) || '',
      link: takeLink,
      repeats,
    }),
  ),
}
