import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { shownAddress } from '@/lib/delivery'
import { after, SECOND } from '@/lib/foundation/clock'
import { type Person, peopleOf } from '@/lib/identity'
import { isPaused } from '@/lib/integration'
import { asStaff } from '@/lib/tenancy'
import type { DryRun, DryRunReceiver, DryRunStep } from './dry-run-types'
import { type FrozenPolicy, outPolicyToFreeze, policyToFreeze } from './policies'
import { type Reach, reachOf } from './reach'
import type { Direction, Recipient, Severity } from './transition-types'
import { endpointNames } from './webhook-endpoints'

/** Which policy is asked about: one by id, else the one of a direction (IN when absent) and severity. */
export type DryRunQuery = { policyId?: string; direction?: Direction; severity: Severity; partnerId?: string }

/**
 * "Who would be called now, by which channel, and when, if nobody answered": a dry run by the same rules as a real one.
 * Nothing is written and nobody is told. Null for a policy or a company that is not there. A policy of calls to partners
 * answers for the company that is named; without one its contacts are nobody's.
 */
export async function whoWouldBeCalled(actor: StaffActor, query: DryRunQuery): Promise<DryRun | null> {
  if (!authorize(actor, 'escalation.read')) return null
  return asStaff(actor, async (tx, now) => {
    const { marketplaceId } = actor
    const { policyId, direction = 'IN', severity, partnerId = null } = query
    const frozen =
      direction === 'OUT' && !policyId
        ? await outPolicyToFreeze(tx, marketplaceId, severity)
        : await policyToFreeze(tx, marketplaceId, policyId ?? null)
    const asking = { marketplaceId, frozen, severity, partnerId, teamId: null, ownerId: null }
    const policy = await tx.policy.findFirst({ where: { versions: { some: { id: frozen.id } } } })
    // What is archived, or is not there, is not stood in for by another.
    if (!policy || (policyId && policy.id !== policyId)) return null
    const [reach] = await reachOf(tx, now, [asking])
    return reach ? dryRun(tx, now, { policy, frozen, reach, severity, partnerId }) : null
  })
}

type Known = {
  policy: { id: string; name: string; direction: string }
  frozen: FrozenPolicy
  reach: Reach
  severity: Severity
  partnerId: string | null
}

async function dryRun(tx: Tx, now: Date, known: Known): Promise<DryRun> {
  const { reach, severity, partnerId } = known
  const { policy } = known.frozen
  const begins = reach.held?.until ?? now
  const everybody = [...reach.steps.flat(), ...reach.catchAll].flatMap(({ membershipId }) => membershipId ?? [])
  const people = await peopleOf(tx, everybody)
  const systems = await endpointNames(tx)
  const receiver = (recipient: Recipient, at: Date) => receiverOf(recipient, at, people, systems)
  let at = begins
  const steps = policy.steps.map(({ delaySeconds }, index): DryRunStep => {
    const recipients = reach.steps[index] ?? []
    const told = recipients.some(({ methods }) => methods.length > 0)
    const step = {
      step: index + 1,
      at: told ? at : null,
      delaySeconds,
      receivers: recipients.map((one) => receiver(one, at)),
    }
    if (told) at = after(at, delaySeconds * SECOND)
    return step
  })
  // The whole ladder is walked again before the widest circle hears of it.
  const lasts = at.getTime() - begins.getTime()
  const last = new Date(begins.getTime() + lasts * Math.max(1, policy.repeat))
  return {
    now,
    policyId: known.policy.id,
    policyName: known.policy.name,
    severity,
    repeat: Math.max(1, policy.repeat),
    held: reach.held,
    inMaintenance: known.policy.direction === 'OUT' && partnerId !== null && (await isPaused(tx, partnerId, now)),
    steps,
    catchAll: {
      step: policy.steps.length + 1,
      at: last,
      delaySeconds: policy.catchAllEverySeconds,
      receivers: reach.catchAll.map((one) => receiver(one, last)),
    },
    catchAllEverySeconds: policy.catchAllEverySeconds,
  }
}

function receiverOf(
  { membershipId, methods }: Recipient,
  at: Date,
  people: ReadonlyMap<string, Person>,
  systems: ReadonlyMap<string, string>,
): DryRunReceiver {
  const person = membershipId === null ? undefined : people.get(membershipId)
  return {
    person:
      membershipId === null ? null : { membershipId, name: person?.name ?? '', timeZone: person?.timeZone ?? null },
    endpoint: membershipId === null ? (systems.get(methods[0]?.address ?? '') ?? '') : null,
    channels: methods
      .map(({ channel, address, delaySeconds }) => ({
        channel,
        address: shownAddress(channel, address),
        at: after(at, delaySeconds * SECOND),
      }))
      .sort((a, b) => a.at.getTime() - b.at.getTime()),
  }
}
