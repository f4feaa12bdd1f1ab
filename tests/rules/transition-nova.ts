import { transition } from '@/lib/escalation/transition'
import type { Command, Context, Escalation, Plan, Recipient } from '@/lib/escalation/transition-types'

/** Nova Market's night: two people on the ladder, five minutes each, twice; then the leads. */
export const NIGHT = new Date('2026-03-28T02:00:00Z')
export const minutes = (count: number) => new Date(NIGHT.getTime() + count * 60_000)

export function mail(membershipId: string, delaySeconds = 0): Recipient {
  const address = `${membershipId}@nova.example`
  return { membershipId, methods: [{ ruleIndex: 0, channel: 'mail', address, delaySeconds }] }
}

export const NOVA: Context = {
  staffed: false,
  policy: {
    steps: [{ delaySeconds: 300 }, { delaySeconds: 300 }],
    repeat: 2,
    ackExpirySeconds: null,
    assessTimeoutSeconds: 900,
    catchAllEverySeconds: 600,
  },
  steps: [[mail('marta')], [mail('bruno')]],
  assess: [mail('team'), mail('marta', 60)],
  catchAll: [mail('lead')],
  owner: null,
  ownerTouchedAt: null,
  partnerInMaintenance: false,
  isClaim: true,
  holdUntil: null,
  holdWhy: 'window',
}
export const DAY: Context = { ...NOVA, staffed: true }
/** A partner is called, or an alert came in: nobody has claimed anything. */
export const CALL: Context = { ...DAY, isClaim: false }
export const OPEN = { kind: 'Open', direction: 'IN', severity: 'P0', by: 'shop' } satisfies Command

export function plan(row: Escalation | null, command: Command, now = NIGHT, context = NOVA): Plan {
  const outcome = transition(row, command, now, context)
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value
}

/** The row after these commands, each with its minute. */
export function rowAfter(context: Context, ...commands: [number, Command][]): Escalation {
  let row: Escalation | null = null
  for (const [minute, command] of commands)
    row = Object.assign({}, row, plan(row, command, minutes(minute), context).patch)
  if (!row) throw new Error('no commands')
  return row
}

export const kinds = ({ events }: Plan) => events.map(({ kind }) => kind)
export const told = ({ deliveries }: Plan) => deliveries.map(({ membershipId }) => membershipId)
