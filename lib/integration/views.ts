import { type Actor, authorize, type PartnerActor, type StaffActor } from '@/lib/authz'
import { contactsOf } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import { activePeople, type Person, peopleOf } from '@/lib/identity'
import { partnersOf } from '@/lib/partners'
import { asPartner, asStaff } from '@/lib/tenancy'
import type {
  ContactHours,
  ContactReach,
  IntegrationNews,
  IntegrationPage,
  PartnerIntegration,
  PastPause,
  Pause,
  Severity,
  TechnicalContact,
} from './schema'
import { openPause, type StoredPause } from './store'
import { inHours } from './who-to-call'

/** How many maintenances that are over the page shows. */
const PAST = 10

/** A company's integration for its own people: maintenance, contacts, and who may become one (000-08, 000-11). */
export async function integrationPage(actor: PartnerActor): Promise<IntegrationPage> {
  const { partnerId } = actor
  if (!authorize(actor, 'contacts.read', { partnerId })) throw new Error("a company's integration is its own people's")
  return asPartner(actor, async (tx, now) => {
    const [contacts, people] = [await contactList(tx, partnerId, now), await activePeople(tx, { partnerId })]
    const known = new Set(contacts.map(({ membershipId }) => membershipId))
    return {
      now,
      pause: await pauseShown(tx, partnerId, now),
      past: await pastPauses(tx, partnerId, now),
      contacts,
      candidates: people
        .filter(({ membershipId }) => !known.has(membershipId))
        .map(({ membershipId, name, role }) => ({ membershipId, name, role })),
      contactMissing: !contacts.some(isCalled),
      allowed: allowedTo(actor),
    }
  })
}

/** The same for the staff, beside a request or an escalation; null when there is no such company here. */
export async function partnerIntegration(
  actor: StaffActor,
  { partnerId }: { partnerId: string },
): Promise<PartnerIntegration | null> {
  if (!authorize(actor, 'contacts.read', { partnerId })) return null
  return asStaff(actor, async (tx, now) => {
    const company = (await partnersOf(tx, [partnerId])).get(partnerId)
    if (!company) return null
    const partner = { id: company.id, name: company.name, timeZone: company.timeZone }
    const contacts = await contactList(tx, partnerId, now)
    const contactMissing = !contacts.some(isCalled)
    return { now, partner, pause: await pauseShown(tx, partnerId, now), contacts, contactMissing }
  })
}

/**
 * What every page of a partner says: until when its integration is in maintenance, and, to who can mend it, that nobody
 * is set to be called in an emergency (000-10).
 */
export async function integrationNews(actor: PartnerActor): Promise<IntegrationNews> {
  const { partnerId } = actor
  return asPartner(actor, async (tx, now) => {
    const pause = await openPause(tx, partnerId, now)
    const pausedUntil = pause && pause.fromAt <= now ? pause.untilAt : null
    if (!authorize(actor, 'contacts.edit', { partnerId })) return { pausedUntil, contactMissing: false }
    const rows = await tx.partnerContact.findMany({ where: { partnerId }, select: { membershipId: true } })
    const people = await peopleOf(
      tx,
      rows.map(({ membershipId }) => membershipId),
    )
    return { pausedUntil, contactMissing: ![...people.values()].some(({ active }) => active) }
  })
}

function allowedTo(actor: Actor & { partnerId: string }): IntegrationPage['allowed'] {
  const company = { partnerId: actor.partnerId }
  return {
    pause: authorize(actor, 'integration.pause', company),
    edit: authorize(actor, 'contacts.edit', company),
  }
}

function isCalled({ reach }: TechnicalContact): boolean {
  return reach === 'verified' || reach === 'account'
}

async function pauseShown(tx: Tx, partnerId: string, now: Date): Promise<Pause | null> {
  const pause = await openPause(tx, partnerId, now)
  if (!pause) return null
  const by = await refs(tx, [pause.createdById])
  const { id, fromAt, untilAt, reason } = pause
  return { id, fromAt, untilAt, reason, by: by(pause.createdById), running: fromAt <= now }
}

async function pastPauses(tx: Tx, partnerId: string, now: Date): Promise<PastPause[]> {
  const rows: StoredPause[] = await tx.integrationPause.findMany({
    where: { partnerId, OR: [{ endedAt: { not: null } }, { untilAt: { lte: now } }] },
    orderBy: { fromAt: 'desc' },
    take: PAST,
  })
  const by = await refs(
    tx,
    rows.flatMap(({ createdById, endedById }) => [createdById, ...(endedById ? [endedById] : [])]),
  )
  return rows.map(({ id, fromAt, untilAt, reason, createdById, endedAt, endedById }) => ({
    id,
    fromAt,
    untilAt,
    reason,
    by: by(createdById),
    endedAt: endedAt ?? untilAt,
    endedBy: endedById ? by(endedById) : null,
  }))
}

async function refs(tx: Tx, ids: readonly string[]) {
  const people = await peopleOf(tx, ids)
  return (membershipId: string) => ({ membershipId, name: people.get(membershipId)?.name ?? '' })
}

async function contactList(tx: Tx, partnerId: string, now: Date): Promise<TechnicalContact[]> {
  const rows = await tx.partnerContact.findMany({
    where: { partnerId },
    orderBy: [{ position: 'asc' }, { membershipId: 'asc' }],
  })
  const ids = rows.map(({ membershipId }) => membershipId)
  const people = await peopleOf(tx, ids)
  // Whatever she uses for the most severe: a rule for less is used for that too.
  const methods = await contactsOf(tx, ids, 'P0')
  return rows.map((row) => {
    const person = people.get(row.membershipId)
    const hours = row.hours as ContactHours | null
    return {
      membershipId: row.membershipId,
      name: person?.name || (person?.email ?? ''),
      email: person?.email ?? '',
      minSeverity: row.minSeverity as Severity,
      hours,
      reach: reachOf(person, (methods.get(row.membershipId)?.length ?? 0) > 0),
      now: inHours(hours, now),
    }
  })
}

function reachOf(person: Person | undefined, hasMethod: boolean): ContactReach {
  if (person?.active) return hasMethod ? 'verified' : 'account'
  return 'gone'
}
