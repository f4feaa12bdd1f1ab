import { createHash } from 'node:crypto'
import { type Actor, authorize } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type DeliveryFate, fatesOf, webhookSecret } from '@/lib/delivery'
import { after, MINUTE } from '@/lib/foundation/clock'
import { peopleOf } from '@/lib/identity'
import { asActor } from '@/lib/tenancy'
import { offeredChannels } from './offered'
import { CODE_TRIES, type Fate, type MethodView, type PhonePage, type RuleLine, SEVERITIES } from './schema'
import { type ContactMethod, ownMethods } from './store'

/** How long after a message left its fate is still looked at. */
const MOVES = 3 * MINUTE

/** O5: how she is reached, in the order of her rules, and what became of what was just sent; null where it is not hers. */
export async function phonePage(actor: Actor): Promise<PhonePage | null> {
  const { membershipId } = actor
  if (!authorize(actor, 'phone.own', { membershipId })) return null
  return asActor(actor, async (tx, now) => {
    const lines = await linesOf(tx, membershipId)
    const place = ({ id }: ContactMethod) => lines.findIndex((line) => line.methodId === id)
    const order = (one: ContactMethod) => (place(one) < 0 ? lines.length : place(one))
    const mine = (await ownMethods(tx, actor)).toSorted((a, b) => order(a) - order(b))
    const methods: MethodView[] = []
    for (const method of mine) methods.push(await viewOf(tx, now, actor, method, place(method) >= 0))
    const sure = new Set(methods.filter(({ state }) => state === 'verified').map(({ id }) => id))
    const covers = (severity: string) =>
      lines.some(({ methodId, minSeverity }) => sure.has(methodId) && minSeverity >= severity)
    return {
      now,
      email: (await peopleOf(tx, [membershipId])).get(membershipId)?.email ?? '',
      methods,
      lines,
      offered: offeredChannels(),
      uncovered: SEVERITIES.filter((severity) => !covers(severity)),
      moving: methods.some(({ code, test }) => isMoving(now, code?.fate) || isMoving(now, test?.fate)),
    }
  })
}

async function linesOf(tx: Tx, membershipId: string): Promise<RuleLine[]> {
  const rows = await tx.notifyRule.findMany({ where: { membershipId }, orderBy: { position: 'asc' } })
  return rows.map(({ contactMethodId, delaySeconds, minSeverity }) => ({
    methodId: contactMethodId,
    delayMinutes: Math.round(delaySeconds / 60),
    minSeverity: minSeverity as RuleLine['minSeverity'],
  }))
}

async function viewOf(tx: Tx, now: Date, actor: Actor, method: ContactMethod, used: boolean): Promise<MethodView> {
  const { id, channel, address, label, verifiedAt, disabledAt } = method
  const state = disabledAt ? 'off' : verifiedAt ? 'verified' : 'unverified'
  return {
    id,
    channel,
    address: channel === 'push' ? new URL(address).host : address,
    label,
    state,
    used,
    code: state === 'unverified' ? await codeOf(tx, now, actor, method) : null,
    test: await testOf(tx, actor, method),
    secret: channel === 'webhook' ? webhookSecret(id, 1) : null,
    mark: channel === 'push' ? createHash('sha256').update(address).digest('hex').slice(0, 16) : null,
  }
}

async function codeOf(tx: Tx, now: Date, actor: Actor, method: ContactMethod): Promise<MethodView['code']> {
  const { codeHash, codeExpiresAt, codeTries } = method
  if (!codeHash || !codeExpiresAt || codeExpiresAt <= now || codeTries >= CODE_TRIES) return null
  const fate = newest(await fatesOf(tx, actor.marketplaceId, method.id))
  return { expiresAt: codeExpiresAt, triesLeft: CODE_TRIES - codeTries, fate }
}

async function testOf(tx: Tx, actor: Actor, method: ContactMethod): Promise<MethodView['test']> {
  const { testId, testedAt, receivedAt } = method
  if (!testedAt) return null
  if (!testId) return { id: '', at: testedAt, fate: null, answer: 'no' }
  const fate = newest(await fatesOf(tx, actor.marketplaceId, testId))
  return { id: testId, at: testedAt, fate, answer: receivedAt ? 'yes' : null }
}

/** Of several messages about one subject, such as one code after another, the last. */
function newest(fates: readonly DeliveryFate[]): Fate | null {
  const last = fates.at(-1)
  if (!last) return null
  const { status, plannedAt, settledAt, outcome, attempts } = last
  const at = settledAt ?? plannedAt
  const detail = outcome ?? attempts.at(-1)?.detail ?? null
  if (status === 'SENT') return { status: 'handed', at, detail: null }
  if (status === 'FAILED' || status === 'DEAD') return { status: 'failed', at, detail }
  if (status === 'SUPPRESSED') return { status: 'stopped', at, detail }
  const again = attempts.some((one) => one.outcome === 'retry' || one.outcome === 'unknown')
  return { status: again ? 'again' : 'waiting', at, detail: again ? detail : null }
}

function isMoving(now: Date, fate: Fate | null | undefined): boolean {
  return !!fate && (fate.status === 'waiting' || fate.status === 'again') && now < after(fate.at, MOVES)
}
