import { recordAudit } from '@/lib/audit'
import { authorize, type PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { Prisma } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { peopleOf } from '@/lib/identity'
import { asPartner } from '@/lib/tenancy'
import { hoursOf } from './contact-hours'
import { type ContactInput, MOST_CONTACTS } from './schema'

type Why = 'not_allowed' | 'not_found' | 'unknown_zone' | 'too_many_contacts'

/** Makes somebody of the company a technical contact, or changes from which severity and when she is called (000-11). */
export async function saveContact(actor: PartnerActor, asked: ContactInput): Promise<Outcome<null, Why>> {
  const { marketplaceId, partnerId } = actor
  if (!authorize(actor, 'contacts.edit', { partnerId })) return refuse('not_allowed')
  const hours = hoursOf(asked)
  if (hours === 'unknown_zone') return refuse('unknown_zone')
  return asPartner(actor, async (tx, now) => {
    const membershipId = asked.member
    if (!(await isOwn(tx, partnerId, membershipId))) return refuse('not_found')
    const all = await tx.partnerContact.findMany({ where: { partnerId }, orderBy: { position: 'asc' } })
    const before = all.find((one) => one.membershipId === membershipId)
    if (!before && all.length >= MOST_CONTACTS) return refuse('too_many_contacts')
    const set = { minSeverity: asked.minSeverity, hours: hours ?? Prisma.DbNull }
    if (before) await tx.partnerContact.updateMany({ where: { membershipId }, data: set })
    else {
      const position = (all.at(-1)?.position ?? -1) + 1
      const row = { marketplaceId, membershipId, partnerId, position, createdAt: now, ...set }
      await tx.partnerContact.createMany({ data: row, skipDuplicates: true })
    }
    await audit(tx, actor, now, membershipId, before && shown(before), { minSeverity: asked.minSeverity, hours })
    return ok(null)
  })
}

/** She is no contact any more; without any, a call goes to the owners. Twice is once. */
export async function removeContact(
  actor: PartnerActor,
  { member }: { member: string },
): Promise<Outcome<null, 'not_allowed' | 'not_found'>> {
  const { partnerId } = actor
  if (!authorize(actor, 'contacts.edit', { partnerId })) return refuse('not_allowed')
  return asPartner(actor, async (tx, now) => {
    if (!(await isOwn(tx, partnerId, member))) return refuse('not_found')
    const before = await tx.partnerContact.findFirst({ where: { membershipId: member } })
    if (!before) return ok(null)
    await tx.partnerContact.deleteMany({ where: { membershipId: member } })
    await audit(tx, actor, now, member, shown(before), null)
    return ok(null)
  })
}

/** One place up or down in the order in which contacts are called. At either end nothing changes. */
export async function moveContact(
  actor: PartnerActor,
  { member, way }: { member: string; way: 'up' | 'down' },
): Promise<Outcome<null, 'not_allowed' | 'not_found'>> {
  const { partnerId } = actor
  if (!authorize(actor, 'contacts.edit', { partnerId })) return refuse('not_allowed')
  return asPartner(actor, async (tx) => {
    const order = [{ position: 'asc' }, { membershipId: 'asc' }] as const
    const all = await tx.partnerContact.findMany({ where: { partnerId }, orderBy: [...order] })
    const place = all.findIndex(({ membershipId }) => membershipId === member)
    if (place < 0) return refuse('not_found')
    const other = place + (way === 'up' ? -1 : 1)
    const ids = all.map(({ membershipId }) => membershipId)
    const [a, b] = [ids[place], ids[other]]
    if (a === undefined || b === undefined) return ok(null)
    ids[place] = b
    ids[other] = a
    for (const [position, membershipId] of ids.entries())
      await tx.partnerContact.updateMany({ where: { membershipId }, data: { position } })
    return ok(null)
  })
}

async function isOwn(tx: Tx, partnerId: string, membershipId: string): Promise<boolean> {
  return (await peopleOf(tx, [membershipId])).get(membershipId)?.partnerId === partnerId
}

type Row = { minSeverity: string; hours: unknown }

function shown({ minSeverity, hours }: Row): Prisma.InputJsonValue {
  return { minSeverity, hours: hours as Prisma.InputJsonValue | null }
}

async function audit(
  tx: Tx,
  actor: PartnerActor,
  now: Date,
  subjectId: string,
  before: Prisma.InputJsonValue | undefined,
  after: Prisma.InputJsonValue | null,
): Promise<void> {
  await recordAudit(tx, actor, now, {
    act: 'contacts.edit',
    subjectKind: 'membership',
    subjectId,
    ...(before !== undefined && { before }),
    ...(after !== null && { after }),
  })
}
